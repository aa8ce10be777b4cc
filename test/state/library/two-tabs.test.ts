import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { first, kept, tab, told } from './tab.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
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
