import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import example from '../../public/examples/general-price-rise.json';
import type { Chip } from '../../src/data/library/record.ts';
import { LibraryStore } from '../../src/data/library/store.ts';
import { parseScenario } from '../../src/model/parse.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { Autosave } from '../../src/state/autosave.svelte.ts';
import { Library } from '../../src/state/library.svelte.ts';

const parsed = parseScenario(example);
if (!parsed.ok) throw new Error('The example must hold.');
const first = parsed.scenario;

/** A page in a tab: a scenario, and a history that can be gone back in. */
function tab(scenario: Scenario = first) {
  const past: Scenario[] = [];
  let present = scenario;
  const goTo = (next: Scenario) => {
    const before = present;
    present = next;
    autosave.changed(before, next);
  };
  const page = {
    verdict: null as Chip | null,
    problems: [] as string[],
    get scenario() {
      return present;
    },
    edit(change: Partial<Scenario>) {
      past.push(present);
      goTo({ ...present, ...change });
    },
    undo() {
      goTo(past.pop() ?? present);
    },
    show(next: Scenario) {
      past.push(present);
      goTo(next);
    },
  };
  const kept = {
    scenario: () => present,
    verdict: () => page.verdict,
    show: (next: Scenario) => {
      page.show(next);
    },
    rename: (name: string) => {
      page.edit({ name });
    },
    copyName: (name: string) => `${name} (copy)`,
    onProblem: ({ code }: { code: string }) => {
      page.problems.push(code);
    },
  };
  const autosave = new Autosave(kept);
  return { page, autosave, library: new Library(autosave, kept) };
}

/** What is kept, read past the classes under test. */
async function kept() {
  const store = await LibraryStore.open();
  const { records } = await store.contents();
  store.close();
  return records;
}
const told = async () =>
  (await kept()).map(({ name, scenario }) => `${name}: ${scenario.seed}`).sort();
const names = async () => (await kept()).map(({ name }) => name).sort();

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the scenario of the page', () => {
  test('is not kept before it is edited', async () => {
    const { autosave } = tab();
    await autosave.flush();
    autosave.judged();
    expect(await kept()).toEqual([]);
  });

  test('is kept a moment after each edit, as one record', async () => {
    const { page, autosave } = tab();
    page.edit({ seed: 'one' });
    page.edit({ seed: 'two' });
    await vi.waitFor(async () => {
      expect(await kept()).toMatchObject([{ revision: 1, scenario: { seed: 'two' } }]);
    });
    page.edit({ seed: 'three' });
    await autosave.flush();
    expect(await kept()).toMatchObject([{ revision: 2, scenario: { seed: 'three' } }]);
    page.undo();
    await autosave.flush();
    expect(await kept()).toMatchObject([{ revision: 3, scenario: { seed: 'two' } }]);
  });

  test('is kept as it is after an undo while it was being written', async () => {
    const { page, autosave } = tab();
    page.edit({ seed: 'one' });
    await autosave.flush();
    page.edit({ seed: 'two' });
    void autosave.flush();
    page.undo();
    await vi.waitFor(async () => {
      expect(await kept()).toMatchObject([{ revision: 3, scenario: { seed: 'one' } }]);
    });
  });

  test('is kept with its verdict when its runs are done, and not with an earlier one', async () => {
    const { page, autosave } = tab();
    page.edit({ seed: 'one' });
    await autosave.flush();
    page.verdict = 'near';
    autosave.judged();
    await vi.waitFor(async () => {
      expect(await kept()).toMatchObject([{ verdict: 'near', revision: 1 }]);
    });
    page.verdict = null;
    page.edit({ seed: 'two' });
    await autosave.flush();
    expect(await kept()).toMatchObject([{ verdict: null, revision: 2 }]);
  });

  test('does not take the place of another one: what is opened has a record of its own', async () => {
    const { page, autosave } = tab();
    page.edit({ name: 'mine' });
    const other = { ...first, name: 'from a file' };
    autosave.opened(other);
    page.edit({});
    autosave.changed(page.scenario, other);
    await autosave.flush();
    expect(await names()).toEqual(['from a file', 'mine']);
  });

  test('goes back to its own record by undo', async () => {
    const { page, autosave, library } = tab();
    page.edit({ name: 'mine' });
    await autosave.flush();
    const [mine] = await kept();
    await library.duplicate(mine?.id ?? '');
    const copy = (await kept()).find(({ name }) => name === 'mine (copy)');
    await library.open(copy?.id ?? '');
    page.edit({ seed: 'edited' });
    await autosave.flush();
    page.undo();
    page.undo();
    await autosave.flush();
    expect(page.scenario.name).toBe('mine');
    expect(await names()).toEqual(['mine', 'mine (copy)']);
    expect(autosave.current).toBe(mine?.id);
  });
});

describe('two tabs', () => {
  /** Both have the same record open. */
  async function both() {
    const one = tab();
    one.page.edit({ name: 'shared' });
    await one.autosave.flush();
    const [record] = await kept();
    if (!record) throw new Error('Nothing was kept.');
    const two = tab(record.scenario);
    two.autosave.openedRecord(record);
    return { one, two };
  }
  const conflictIn = ({ autosave }: ReturnType<typeof tab>) =>
    vi.waitFor(() => {
      expect(autosave.conflict).not.toBeNull();
    });

  test('are told when the other one edits, and write nothing until the reader has chosen', async () => {
    const { one, two } = await both();
    two.page.edit({ seed: 'two' });
    await two.autosave.flush();
    await conflictIn(one);
    one.page.edit({ seed: 'one' });
    await one.autosave.flush();
    expect(await kept()).toMatchObject([{ revision: 2, scenario: { seed: 'two' } }]);
  });

  test('find the conflict when they write, even untold', async () => {
    const { one, two } = await both();
    two.page.edit({ seed: 'two' });
    one.page.edit({ seed: 'one' });
    await Promise.all([one.autosave.flush(), two.autosave.flush()]);
    const [record] = await kept();
    expect(record?.revision).toBe(2);
    const late = record?.scenario.seed === 'two' ? one : two;
    await conflictIn(late);
  });

  test('keep both: mine is kept beside the other', async () => {
    const { one, two } = await both();
    two.page.edit({ seed: 'two' });
    await two.autosave.flush();
    await conflictIn(one);
    one.page.edit({ seed: 'one' });
    one.autosave.keepBoth();
    await one.autosave.flush();
    expect(one.autosave.conflict).toBeNull();
    expect(await told()).toEqual(['shared (copy): one', 'shared: two']);
    one.page.edit({ seed: 'on' });
    await one.autosave.flush();
    expect(await kept()).toHaveLength(2);
    expect(one.autosave.conflict).toBeNull();
  });

  test('keep both where the page has gone on to another scenario meanwhile', async () => {
    const one = tab();
    one.page.edit({ name: 'shared' });
    await one.autosave.flush();
    const [record] = await kept();
    const two = tab();
    await two.library.open(record?.id ?? '');
    two.page.edit({ seed: 'theirs' });
    await two.autosave.flush();
    await conflictIn(one);
    one.page.edit({ seed: 'mine' });
    const other = { ...first, name: 'from a file' };
    one.autosave.opened(other);
    one.page.show(other);
    expect(one.autosave.conflict).toBeNull();
    await one.autosave.flush();
    await vi.waitFor(async () => {
      expect(await told()).toContain('shared (copy): mine');
    });
    expect(await told()).toContain('shared: theirs');
    expect(await told()).not.toContain(`from a file: mine`);
  });

  test('load the other: mine comes back by undo, as a record of its own', async () => {
    const { one, two } = await both();
    two.page.edit({ seed: 'two' });
    await two.autosave.flush();
    await conflictIn(one);
    one.page.edit({ seed: 'one' });
    one.autosave.loadOther();
    await one.autosave.flush();
    expect(one.page.scenario.seed).toBe('two');
    expect(await kept()).toMatchObject([{ revision: 2, scenario: { seed: 'two' } }]);
    one.page.undo();
    await one.autosave.flush();
    expect(one.page.scenario.seed).toBe('one');
    expect((await kept()).map(({ scenario }) => scenario.seed).sort()).toEqual(['one', 'two']);
  });

  test('that have different records open leave each other alone', async () => {
    const { two } = await both();
    const three = tab();
    three.page.edit({ name: 'third' });
    await three.autosave.flush();
    two.page.edit({ seed: 'two' });
    await two.autosave.flush();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(three.autosave.conflict).toBeNull();
  });
});

describe('the list', () => {
  async function withTwo() {
    const here = tab();
    here.page.edit({ name: 'Autumn rise' });
    await here.autosave.flush();
    const [record] = await kept();
    await here.library.duplicate(record?.id ?? '');
    await here.library.refresh();
    const copy = here.library.records.find(({ name }) => name === 'Autumn rise (copy)');
    if (!record || !copy) throw new Error('Two were expected.');
    return { ...here, record, copy };
  }

  test('finds by name', async () => {
    const { library } = await withTwo();
    library.search = ' COPY ';
    expect(library.found.map(({ name }) => name)).toEqual(['Autumn rise (copy)']);
    library.search = 'nothing like it';
    expect(library.found).toEqual([]);
  });

  test('renames, the one on the page as well as others', async () => {
    const { page, library, record, copy } = await withTwo();
    await library.rename(copy.id, 'Spring rise');
    await library.rename(record.id, 'On the page');
    expect(await names()).toEqual(['On the page', 'Spring rise']);
    expect(page.scenario.name).toBe('On the page');
    expect((await kept()).every(({ name, scenario }) => name === scenario.name)).toBe(true);
  });

  test('deletes with undo, one after the other', async () => {
    const { page, autosave, library, record, copy } = await withTwo();
    await library.remove(copy.id);
    await library.remove(record.id);
    expect(await names()).toEqual([]);
    await library.restore();
    await library.restore();
    await library.restore();
    expect(await names()).toEqual(['Autumn rise', 'Autumn rise (copy)']);
    page.edit({ seed: 'goes on' });
    await autosave.flush();
    expect(autosave.conflict).toBeNull();
    expect(await kept()).toHaveLength(2);
  });

  test('keeps what was deleted while it was on the page once it is edited on', async () => {
    const { page, autosave, library, record } = await withTwo();
    await library.remove(record.id);
    page.edit({ seed: 'goes on' });
    await autosave.flush();
    await library.restore();
    expect(await told()).toEqual([
      `Autumn rise (copy): ${first.seed}`,
      `Autumn rise: ${first.seed}`,
      'Autumn rise: goes on',
    ]);
  });

  test('goes into a file and comes back from it, without doubles', async () => {
    const { library } = await withTwo();
    const { text } = library.fileOfAll();
    expect(await library.add(text)).toMatchObject({ ok: true, added: [], known: 2 });
    globalThis.indexedDB = new IDBFactory();
    const elsewhere = tab();
    expect(await elsewhere.library.add(text)).toMatchObject({
      ok: true,
      known: 0,
      refused: [],
    });
    expect(await names()).toEqual(['Autumn rise', 'Autumn rise (copy)']);
  });

  test('of one goes into a file that any part of the program opens', async () => {
    const { library, record } = await withTwo();
    const { name, text } = library.fileOf(record);
    expect(name).toMatch(/^Autumn-rise-model-\d+\.\d+\.\d+-[0-9a-f]{12}\.thermocline\.json$/);
    expect(parseScenario(JSON.parse(text))).toEqual({ ok: true, scenario: record.scenario });
  });

  test('takes nothing from a file that it cannot read', async () => {
    const { page, library } = await withTwo();
    const before = page.scenario;
    expect(await library.add('{"version": 1}')).toMatchObject({ ok: false });
    expect(await names()).toHaveLength(2);
    expect(page.scenario).toBe(before);
  });
});

describe('a storage that is full or denied', () => {
  test('is told once, and the work can still be saved as a file', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const { page, autosave, library } = tab();
    page.edit({ name: 'precious' });
    await autosave.flush();
    page.edit({ seed: 'more' });
    await autosave.flush();
    expect(page.problems).toEqual(['full']);
    expect(autosave.problem).toEqual({ code: 'full' });
    expect(library.fileOfAll().text).toContain('precious');
  });

  test('is used again once there is room', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const { page, autosave } = tab();
    page.edit({ name: 'precious' });
    await autosave.flush();
    put.mockRestore();
    autosave.retry();
    await autosave.flush();
    expect(autosave.problem).toBeNull();
    expect(await names()).toEqual(['precious']);
  });

  test('does not matter before there is something to keep', async () => {
    // @ts-expect-error as in a browser that has none
    globalThis.indexedDB = undefined;
    const { page, autosave, library } = tab();
    await library.refresh();
    expect(library.records).toEqual([]);
    page.edit({ seed: 'one' });
    await autosave.flush();
    expect(page.problems).toEqual(['denied']);
  });
});
