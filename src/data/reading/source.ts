/** Where the bytes of a file come from. */

/** A file that can be read from its beginning as often as needed. */
export interface Source {
  /** Its size in bytes. */
  readonly size: number;
  /** Its bytes in order, in pieces of any length. Ending the iteration early lets the file go. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** A file of the page. */
export const sourceOfBlob = (blob: Blob): Source => ({
  size: blob.size,
  chunks: () => chunksOf(blob),
});

// Not the stream itself: not every browser can iterate over one.
async function* chunksOf(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read())
      yield read.value;
  } finally {
    void reader.cancel();
  }
}

/** Thrown where the bytes cannot be had: the file is gone, or may not be read. */
export class Unreadable extends Error {}

/** The bytes of a source; a failure of the source is told apart from every other one. */
export async function* bytesOf(source: Source): AsyncGenerator<Uint8Array> {
  const chunks = source.chunks()[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await chunks.next().catch((error: unknown) => {
        throw new Unreadable(error instanceof Error ? error.message : String(error));
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await chunks.return?.();
  }
}
