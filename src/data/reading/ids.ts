/** Ids that occur more than once, without keeping the ids. */

export interface Duplicate {
  readonly count: number;
  /** The first row that repeats one. */
  readonly line: number;
  readonly id: string;
}

const SMALLEST = 1024;
const FREE = 0;

/** A hash table of 53-bit digests: 11 to 27 bytes an id; a false duplicate in a million ids is improbable. */
export class Ids {
  repeated: Duplicate | undefined;
  private slots = new Float64Array(SMALLEST);
  private used = 0;

  add(id: string, line: number): void {
    if (this.insert(digestOf(id))) return;
    this.repeated = this.repeated
      ? { ...this.repeated, count: this.repeated.count + 1 }
      : { count: 1, line, id: detached(id) };
  }

  /** Whether it was not there before. */
  private insert(digest: number): boolean {
    if (this.used * 3 > this.slots.length * 2) this.grow();
    const at = slotOf(this.slots, digest);
    if (this.slots[at] === digest) return false;
    this.slots[at] = digest;
    this.used += 1;
    return true;
  }

  private grow(): void {
    const larger = new Float64Array(this.slots.length * 2);
    for (const digest of this.slots)
      if (digest !== FREE) larger[slotOf(larger, digest)] = digest;
    this.slots = larger;
  }
}

/** The slot that holds a digest, or the free one where it belongs. */
function slotOf(slots: Float64Array, digest: number): number {
  let at = digest % slots.length;
  while (slots[at] !== FREE && slots[at] !== digest) at = (at + 1) % slots.length;
  return at;
}

/** Two multiplicative hashes (FNV-1a with different primes and offsets) as one whole number from 1 on. */
function digestOf(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return ((b ^ (b >>> 16)) >>> 11) * 2 ** 32 + (a >>> 0) + 1;
}

/** The text itself: a part of a longer one would keep the whole of it in memory. */
export const detached = (text: string): string => ` ${text}`.slice(1);
