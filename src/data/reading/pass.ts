/** One file through decoder and table, as often as it takes. */
import { Refusal } from '../findings.ts';
import { Decoder } from './decoder.ts';
import { withRestarts } from './restart.ts';
import type { Assumed, Encoding } from './restart.ts';
import { Unreadable, bytesOf } from './source.ts';
import type { Source } from './source.ts';
import { Table } from './table.ts';
import type { Head, Row } from './table.ts';

export interface ReadingProgress {
  /** Read so far, and all of them. A file that has to be read again begins again. */
  readonly bytes: number;
  readonly size: number;
  readonly rows: number;
}

export interface Watching {
  /** Told of every part of the file that has been read. */
  readonly onProgress?: ((progress: ReadingProgress) => void) | undefined;
  /** Ends the reading, which then rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

export type FileHead = Head & { readonly encoding: Encoding };

/** What the rows of a file are given to, in their order. */
export interface RowTaker {
  add(row: Row): void;
}

/** What the beginning of a file tells; no more of it is read. */
export async function headOf(
  source: Source,
  watching: Watching,
  told: Assumed,
): Promise<FileHead> {
  const { head } = await watched(source, watching, told, true, (found) => ({
    head: found,
    add: () => undefined,
  }));
  return head;
}

/**
 * Reads a file from its beginning to its end, or again from its beginning where a later part disproves what
 * was taken for granted.
 * @param told what is known of it beforehand
 * @param begin makes what takes the rows, from what the beginning tells
 */
export const readRows = <T extends RowTaker>(
  source: Source,
  watching: Watching,
  told: Assumed,
  begin: (head: FileHead, assumed: Assumed) => T,
): Promise<T> => watched(source, watching, told, false, begin);

async function watched<T extends RowTaker>(
  source: Source,
  watching: Watching,
  told: Assumed,
  headOnly: boolean,
  begin: (head: FileHead, assumed: Assumed) => T,
): Promise<T> {
  watching.signal?.throwIfAborted();
  try {
    return await withRestarts(told, (assumed) =>
      pass(source, watching, headOnly, begin, assumed),
    );
  } catch (error) {
    if (error instanceof Unreadable)
      throw new Refusal({ code: 'unreadable', reason: error.message });
    throw error;
  }
}

async function pass<T extends RowTaker>(
  source: Source,
  { onProgress, signal }: Watching,
  headOnly: boolean,
  begin: (head: FileHead, assumed: Assumed) => T,
  assumed: Assumed,
): Promise<T> {
  const decoder = new Decoder(assumed.encoding, assumed.encodingTold);
  const begun: { taker?: T } = {};
  let [bytes, rows] = [0, 0];
  const table = new Table(
    (head) => {
      begun.taker = begin({ ...head, encoding: decoder.encoding }, assumed);
    },
    (row) => {
      rows += 1;
      begun.taker?.add(row);
    },
  );
  for await (const chunk of bytesOf(source)) {
    signal?.throwIfAborted();
    bytes += chunk.length;
    table.push(decoder.push(chunk));
    onProgress?.({ bytes, size: source.size, rows });
    if (headOnly && begun.taker) break;
  }
  if (headOnly && begun.taker) decoder.check();
  else {
    table.push(decoder.finish());
    table.finish();
  }
  if (!begun.taker) throw new Error('a table has a head or is refused');
  return begun.taker;
}
