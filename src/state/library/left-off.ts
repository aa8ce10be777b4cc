/** The scenario that was open on the last visit, or before the page was loaded again. */
import type { ScenarioRecord } from '../../data/library/record.ts';

/** A storage that takes longer does not keep the page from opening. */
const PATIENCE_MS = 2000;

/**
 * Null where there was none, or it cannot be read. Never rejects.
 *
 * @param id of its record
 */
export async function leftOff(id: string | null): Promise<ScenarioRecord | null> {
  if (id === null) return null;
  const late = new Promise<null>((resolve) => {
    setTimeout(resolve, PATIENCE_MS, null);
  });
  return Promise.race([recordOf(id), late]);
}

async function recordOf(id: string): Promise<ScenarioRecord | null> {
  try {
    const { LibraryStore } = await import('../../data/library/store.ts');
    const store = await LibraryStore.open();
    const record = await store.get(id);
    store.close();
    return record ?? null;
  } catch {
    // Said when something is to be kept.
    return null;
  }
}
