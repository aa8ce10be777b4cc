import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import example from '../../../public/examples/general-price-rise.json';
import { storageProblemOf } from '../../../src/data/library/problem.ts';
import { recordOf } from '../../../src/data/library/record.ts';
import type { ScenarioRecord } from '../../../src/data/library/record.ts';
import { LibraryStore } from '../../../src/data/library/store.ts';
import { parseScenario } from '../../../src/model/parse.ts';

const parsed = parseScenario(example);
if (!parsed.ok) throw new Error('The example must hold.');
const { scenario } = parsed;
const made = (id: string, time = 0): ScenarioRecord =>
  recordOf({ ...scenario, name: `scenario ${id}` }, { id, time, verdict: null, revision: 1 });

let store: LibraryStore;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  store = await LibraryStore.open();
});

/** Writes past the store, as an older or a broken program would have. */
async function plant(...values: unknown[]): Promise<void> {
  const db = await openDB('thermocline');
  for (const value of values) await db.put('scenarios', value);
  db.close();
}

describe('the store', () => {
  test('keeps records, newest first', async () => {
    await store.put(made('a', 1), 0);
    await store.put(made('b', 2), 0);
    const { records } = await store.contents();
    expect(records.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(records[1]).toEqual(made('a', 1));
  });

  test('counts revisions, and refuses to write over one that it was not told of', async () => {
    await store.put(made('a', 1), 0);
    const second = await store.put(made('a', 2), 1);
    expect(second).toMatchObject({ ok: true, record: { revision: 2 } });
    const late = await store.put(made('a', 9), 1);
    expect(late).toMatchObject({ ok: false, other: { revision: 2, time: 2 } });
    expect((await store.get('a'))?.time).toBe(2);
  });

  test('of two writers at the same moment lets one win', async () => {
    await store.put(made('a'), 0);
    const other = await LibraryStore.open();
    const puts = await Promise.all([store.put(made('a', 1), 1), other.put(made('a', 2), 1)]);
    expect(puts.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('keeps again what was deleted elsewhere', async () => {
    await store.put(made('a'), 0);
    await store.remove('a');
    expect(await store.put(made('a', 3), 1)).toMatchObject({
      ok: true,
      record: { revision: 2 },
    });
  });

  test('notes a verdict without counting it as an edit, and only on what it is about', async () => {
    await store.put(made('a', 5), 0);
    expect(await store.note('a', 1, 'near')).toBe(true);
    expect(await store.note('a', 1, 'near')).toBe(false);
    expect(await store.note('a', 2, 'past')).toBe(false);
    expect(await store.get('a')).toMatchObject({ verdict: 'near', revision: 1, time: 5 });
  });

  test('gives back what it deletes', async () => {
    await store.put(made('a', 5), 0);
    expect(await store.remove('a')).toEqual(made('a', 5));
    expect(await store.remove('a')).toBeUndefined();
    expect((await store.contents()).records).toEqual([]);
  });

  test('converts what an earlier version kept, once', async () => {
    await plant({ id: 'old', version: 0, scenario: example });
    expect((await store.contents()).records).toMatchObject([{ id: 'old', version: 1 }]);
    const db = await openDB('thermocline');
    expect(await db.get('scenarios', 'old')).toMatchObject({ version: 1, revision: 1 });
    db.close();
  });

  test('sets damaged records aside, names them, and keeps them as they are', async () => {
    const hurt = { ...made('hurt'), scenario: { ...scenario, runs: 'many' } };
    await store.put(made('good'), 0);
    await plant(hurt, { id: 7 });
    for (let again = 0; again < 2; again++) {
      const { records, damaged } = await store.contents();
      expect(records.map(({ id }) => id)).toEqual(['good']);
      expect(damaged).toMatchObject([
        { name: '7', value: { id: 7 } },
        {
          name: 'scenario hurt',
          value: hurt,
          problem: { path: 'runs', received: 'many' },
        },
      ]);
    }
  });

  test('takes back what was set aside once it can be read, beside what has its id by now', async () => {
    await store.put(made('a', 1), 0);
    const db = await openDB('thermocline');
    for (const id of ['a', 'b'])
      await db.add('damaged', { key: id, name: 'mended', value: made(id, 2) });
    db.close();
    for (let again = 0; again < 2; again++) {
      const { records, damaged } = await store.contents();
      expect(records.map(({ id }) => id).sort()).toEqual(['a', 'a 1', 'b']);
      expect(records.find(({ id }) => id === 'a')?.time).toBe(1);
      expect(damaged).toEqual([]);
    }
  });

  test('sets a damaged record aside before it writes in its place', async () => {
    const hurt = { ...made('a'), scenario: null };
    await plant(hurt);
    expect(await store.put(made('a'), 4)).toMatchObject({ ok: true });
    const { records, damaged } = await store.contents();
    expect(records).toHaveLength(1);
    expect(damaged).toMatchObject([{ value: hurt }]);
  });

  test('leaves records of a newer version where they are', async () => {
    const newer = { ...made('a'), version: 9 };
    await plant(newer);
    expect(await store.contents()).toMatchObject({
      records: [],
      damaged: [],
      newer: ['scenario a'],
    });
    const refusal = await store.put(made('a'), 1).catch(storageProblemOf);
    expect(refusal).toEqual({ code: 'newer' });
    const db = await openDB('thermocline');
    expect(await db.get('scenarios', 'a')).toEqual(newer);
    db.close();
  });

  test('makes way for a newer version of the program', async () => {
    const next = await openDB('thermocline', 2);
    const problem = await store.put(made('a'), 0).catch(storageProblemOf);
    expect(problem).toMatchObject({ code: 'denied' });
    next.close();
    expect(await LibraryStore.open().catch(storageProblemOf)).toEqual({ code: 'newer' });
  });
});

describe('a storage that fails', () => {
  test.each([
    ['QuotaExceededError', 'full'],
    ['SecurityError', 'denied'],
    ['InvalidStateError', 'denied'],
    ['VersionError', 'newer'],
  ])('with %s is %s', (name, code) => {
    expect(storageProblemOf(new DOMException('no', name))).toEqual({ code });
  });

  test('is denied where there is none', async () => {
    // @ts-expect-error as in a browser that has none
    globalThis.indexedDB = undefined;
    expect(await LibraryStore.open().catch(storageProblemOf)).toEqual({ code: 'denied' });
  });

  test('for another reason says which', () => {
    expect(storageProblemOf(new Error('disk on fire'))).toEqual({
      code: 'failed',
      reason: 'disk on fire',
    });
    expect(storageProblemOf('odd')).toEqual({ code: 'failed', reason: 'odd' });
  });
});
