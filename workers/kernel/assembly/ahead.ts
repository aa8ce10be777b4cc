/**
 * Reading ahead. A million customers do not fit into a cache, and a load from memory takes as long as hundreds
 * of operations; but loads that nothing waits for go on side by side. WebAssembly has no instruction that
 * fetches ahead, so what is about to be needed is loaded here, and added up so that no engine leaves it out.
 */
import * as at from './layout';
import { dynamicAt, dynamicRareAt, header, neighbours, offsets } from './memory';
import { setHeader, staticAt } from './memory';

/** What the pass needs of so many customers, some 15 MB, no longer stays in the cache that cores share. */
const NEAR = 131072;
/** Events meet everything that is kept of people, here and there among so many: of fewer it stays near. */
const NEAR_EVENTS = 8192;

/** Whether reading ahead pays in the pass: among few it costs more than it saves. */
export function areMany(): bool {
  return header(at.H_slots) > NEAR;
}

/** Whether it pays in the events. */
export function areManyForEvents(): bool {
  return header(at.H_slots) > NEAR_EVENTS;
}

/** What every week needs of a tile: both sides in turns, as the memory foresees two rows at once. */
export function readTile(s: usize, d: usize): void {
  let sum = 0;
  for (let i: usize = 0; i < <usize>at.STATIC_BYTES; i += 64)
    sum += load<i32>(s + i) + load<i32>(d + i);
  const rest = readLines(d + at.STATIC_BYTES, at.DYNAMIC_BYTES - at.STATIC_BYTES);
  setHeader(at.H_seen, sum + rest);
}

/** Loads once from each line of the cache. */
function readLines(from: usize, bytes: usize): i32 {
  let sum = 0;
  for (let i: usize = 0; i < bytes; i += 64) sum += load<i32>(from + i);
  return sum;
}

/** What events need of the people in a part of a list of slots, and of their neighbours. */
export function readPeople(begin: usize, end: usize): void {
  let sum = 0;
  for (let entry = begin; entry < end; entry += 4) {
    const slot = load<i32>(entry);
    const d = dynamicAt(slot);
    for (let field = 0; field < at.DYNAMIC_BYTES; field += at.FOUR) sum += load<i32>(d + field);
    sum += load<i32>(dynamicRareAt(slot), at.DR_nE);
    sum += load<i32>(staticAt(slot), at.S_A);
    sum += load<i32>(neighbours + (load<i32>(offsets + (slot << 2)) << 2));
  }
  for (let entry = begin; entry < end; entry += 4) {
    const row = offsets + (load<i32>(entry) << 2);
    for (let i = load<i32>(row), last = load<i32>(row, 4); i < last; i++) {
      const other = load<i32>(neighbours + (i << 2));
      sum += load<i32>(dynamicAt(other));
    }
  }
  setHeader(at.H_seen, sum);
}
