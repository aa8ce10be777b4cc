/** Where scenarios are kept in this browser: opened when it is first needed, and never in the way. */
import type { StorageProblem } from '../../data/library/problem.ts';
import type { LibraryStore } from '../../data/library/store.ts';

/** The modules of the storage; loaded on demand. */
const load = () =>
  Promise.all([
    import('../../data/library/store.ts'),
    import('../../data/library/problem.ts'),
  ] as const);

export class Shelf {
  private store: LibraryStore | null = null;
  private readonly onProblem: (problem: StorageProblem) => void;

  /** @param onProblem told each time that something could not be kept or read */
  constructor(onProblem: (problem: StorageProblem) => void) {
    this.onProblem = onProblem;
  }

  /** What comes of some work with the storage; undefined where that is not to be had. Never rejects. */
  async use<T>(work: (store: LibraryStore) => Promise<T>): Promise<T | undefined> {
    try {
      this.store ??= await this.opened();
      return await work(this.store);
    } catch (error) {
      // A storage that was closed, for a newer version for instance, is opened again next time.
      this.store?.close();
      this.store = null;
      const [, { storageProblemOf }] = await load();
      this.onProblem(storageProblemOf(error));
      return undefined;
    }
  }

  private async opened(): Promise<LibraryStore> {
    const [{ LibraryStore }] = await load();
    return LibraryStore.open();
  }
}
