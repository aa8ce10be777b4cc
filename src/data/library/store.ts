/**
 * The library in IndexedDB. Every write reads the record first, in the same transaction: a record that somebody
 * else has changed since is not written over. What cannot be read is set aside, never deleted.
 */
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { rawText } from './file.ts';
import { readRecord } from './record.ts';
import type { RecordRead, ScenarioRecord } from './record.ts';
import type { Problem } from '../../model/scenario.ts';

/** A record that could not be read, as it stood there. */
interface Aside {
  /** Its key in the storage. */
  readonly key: IDBValidKey;
  /** What can still be read of its name, perhaps nothing. */
  readonly name: string;
  readonly value: unknown;
}

/** What is wrong with a record is found out each time anew: what the program takes changes. */
export interface SetAside extends Aside {
  readonly problem: Problem;
}

export interface Contents {
  /** Newest first. */
  readonly records: readonly ScenarioRecord[];
  readonly damaged: readonly SetAside[];
  /** Kept by a newer version of the program, and left to it. */
  readonly newer: readonly string[];
}

export type Put =
  | { readonly ok: true; readonly record: ScenarioRecord }
  /** Somebody else has changed it since: this is what stands there now. */
  | { readonly ok: false; readonly other: ScenarioRecord };

interface Schema extends DBSchema {
  scenarios: { key: string; value: unknown };
  damaged: { key: number; value: Aside };
}

const NAME = 'thermocline';
const VERSION = 1;

export class LibraryStore {
  private readonly db: IDBPDatabase<Schema>;

  private constructor(db: IDBPDatabase<Schema>) {
    this.db = db;
  }

  /** Rejects where the browser has no storage, or refuses it. */
  static async open(): Promise<LibraryStore> {
    if (typeof indexedDB === 'undefined')
      throw new DOMException('there is no IndexedDB', 'NotAllowedError');
    const db = await openDB<Schema>(NAME, VERSION, {
      upgrade(fresh) {
        fresh.createObjectStore('scenarios', { keyPath: 'id' });
        fresh.createObjectStore('damaged', { autoIncrement: true });
      },
      // A newer version of the program in another tab must not wait for this one.
      blocking(_from, _to, event) {
        (event.target as IDBDatabase).close();
      },
    });
    return new LibraryStore(db);
  }

  close(): void {
    this.db.close();
  }

  /**
   * All that is kept. Records of earlier versions are converted, those that cannot be read are set aside; and
   * one that was set aside comes back once it can be read, under another id where its own is taken.
   */
  async contents(): Promise<Contents> {
    const transaction = this.db.transaction(['scenarios', 'damaged'], 'readwrite');
    const scenarios = transaction.objectStore('scenarios');
    const damaged = transaction.objectStore('damaged');
    const records: ScenarioRecord[] = [];
    const newer: string[] = [];
    const aside: SetAside[] = [];
    for (let at = await damaged.openCursor(); at; at = await at.continue()) {
      const read = readRecord(at.value.value);
      if (!read.ok) {
        aside.push({ ...at.value, problem: read.problem });
        continue;
      }
      const { record } = read;
      const taken = (await scenarios.get(record.id)) !== undefined;
      await scenarios.put(taken ? { ...record, id: `${record.id} ${at.primaryKey}` } : record);
      await at.delete();
    }
    for (let at = await scenarios.openCursor(); at; at = await at.continue()) {
      const read = readRecord(at.value);
      if (read.ok) {
        records.push(read.record);
        if (read.converted) await at.update(read.record);
      } else if (read.newer) newer.push(read.name);
      else {
        const one = asideOf(at.primaryKey, read, at.value);
        await damaged.add(one);
        aside.push({ ...one, problem: read.problem });
        await at.delete();
      }
    }
    await transaction.done;
    return { records: records.sort((a, b) => b.time - a.time), damaged: aside, newer };
  }

  /** One record; undefined if it is not there or cannot be read. */
  async get(id: string): Promise<ScenarioRecord | undefined> {
    const read = readRecord(await this.db.get('scenarios', id));
    return read.ok ? read.record : undefined;
  }

  /**
   * Keeps a record; its revision becomes one more than that of the one it replaces.
   *
   * @param expected revision that it was made from; 0 for a new one. Another one there is a conflict; none at
   * all is none: what was deleted and is edited on is kept again.
   */
  async put(record: ScenarioRecord, expected: number): Promise<Put> {
    const transaction = this.db.transaction(['scenarios', 'damaged'], 'readwrite');
    const scenarios = transaction.objectStore('scenarios');
    const value = await scenarios.get(record.id);
    const read = value === undefined ? null : readRecord(value);
    if (read?.ok && read.record.revision !== expected) {
      await transaction.done;
      return { ok: false, other: read.record };
    }
    if (read && !read.ok) {
      if (read.newer) throw new DOMException('a newer version keeps it', 'VersionError');
      await transaction.objectStore('damaged').add(asideOf(record.id, read, value));
    }
    const kept = { ...record, revision: expected + 1 };
    await Promise.all([scenarios.put(kept), transaction.done]);
    return { ok: true, record: kept };
  }

  /** Notes how a scenario stands, if it is still of that revision. This is no edit. */
  async note(
    id: string,
    revision: number,
    verdict: ScenarioRecord['verdict'],
  ): Promise<boolean> {
    const transaction = this.db.transaction('scenarios', 'readwrite');
    const read = readRecord(await transaction.store.get(id));
    const fits =
      read.ok && read.record.revision === revision && read.record.verdict !== verdict;
    if (fits) await transaction.store.put({ ...read.record, verdict });
    await transaction.done;
    return fits;
  }

  /** Takes a record away, and gives it back for whoever wants to undo that. */
  async remove(id: string): Promise<ScenarioRecord | undefined> {
    const transaction = this.db.transaction('scenarios', 'readwrite');
    const read = readRecord(await transaction.store.get(id));
    if (read.ok) await transaction.store.delete(id);
    await transaction.done;
    return read.ok ? read.record : undefined;
  }
}

const asideOf = (
  key: IDBValidKey,
  { name }: Extract<RecordRead, { ok: false }>,
  value: unknown,
): Aside => ({ key, name: name || rawText(key).trim(), value });
