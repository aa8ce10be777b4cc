import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { names, tab } from './tab.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
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
