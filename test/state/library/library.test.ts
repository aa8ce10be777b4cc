import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { parseScenario } from '../../../src/model/parse.ts';
import { first, kept, names, tab, told } from './tab.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
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
