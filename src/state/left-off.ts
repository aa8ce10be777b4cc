/** The scenario that was open on the last visit. */
import type { ScenarioRecord } from '../data/library/record.ts';
import { kept } from './preferences.ts';

/** A storage that takes longer does not keep the page from opening. */
const PATIENCE_MS = 2000;

/** Null where there was none, or it cannot be read. Never rejects. */
export async function leftOff(): Promise<ScenarioRecord | null> {
  const id = kept('scenario');
  if (id === null) return null;
  const late = new Promise<null>((resolve) => {
    setTimeout(resolve, PATIENCE_MS, null);
  });
  return Promise.race([recordOf(id), late]);
}

async function recordOf(id: string): Promise<ScenarioRecord | null> {
  try {
    const { LibraryStore } = await import('../data/library/store.ts');
    const store = await LibraryStore.open();
    const record = await store.get(id);
    store.close();
    return record ?? null;
  } catch {
    // Said when something is to be kept.
    return null;
  }
}
