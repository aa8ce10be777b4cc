import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { first, kept, names, tab } from './tab.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
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
