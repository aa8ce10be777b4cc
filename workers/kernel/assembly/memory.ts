/** Addresses of the regions, and how a slot, a field, a parameter or a lever is found in them. */
import * as at from './layout';

export let statics: usize = 0;
export let state: usize = 0;
export let dynamics: usize = 0;
let staticsRare: usize = 0;
let dynamicsRare: usize = 0;
export let queue: usize = 0;
export let offsets: usize = 0;
export let neighbours: usize = 0;
export let events: usize = 0;
export let complaints: usize = 0;
export let scratch: usize = 0;

export function header(word: i32): i32 {
  return load<i32>(at.HEADER + (word << 2));
}

export function setHeader(word: i32, value: i32): void {
  store<i32>(at.HEADER + (word << 2), value);
}

export function parameter(index: i32): f64 {
  return load<f64>(at.PARAMETERS + (index << 3));
}

export function place(segment: i32, word: i32): i32 {
  return load<i32>(at.SEGMENT_PLACES + (segment << 4) + (word << 2));
}

export function segmentField(segment: i32, field: i32): f64 {
  return load<f64>(at.SEGMENT_TABLE + ((segment * at.SEGMENT_ROW + field) << 3));
}

export function globalOf(index: i32): f64 {
  return load<f64>(state + (index << 3));
}

export function setGlobal(index: i32, value: f64): void {
  store<f64>(state + (index << 3), value);
}

export function tileOf(slot: i32): i32 {
  return slot >> at.TILE_BITS;
}

/** First slot of a segment, and the one after its last tile. */
export function firstSlot(segment: i32): i32 {
  return place(segment, at.Q_tileStart) << at.TILE_BITS;
}
export function endSlot(segment: i32): i32 {
  return place(segment, at.Q_tileEnd) << at.TILE_BITS;
}

/** Bytes of a handed-on line that a tile's customers take, in whole vectors. */
export function bytesUsed(tile: i32, segment: i32): usize {
  const before = (tile - place(segment, at.Q_tileStart)) << at.TILE_BITS;
  const left = place(segment, at.Q_idEnd) - place(segment, at.Q_idStart) - before;
  return (<usize>((min(at.TILE, left) + 3) >> 2)) << 4;
}

/** Address of a customer's first field among the static ones, and among the rare static ones. */
export function staticAt(slot: i32): usize {
  return statics + <usize>tileOf(slot) * at.STATIC_BYTES + inTile(slot);
}
export function staticRareAt(slot: i32): usize {
  return staticsRare + <usize>tileOf(slot) * at.STATIC_RARE_BYTES + inTile(slot);
}

/** Address of a customer's first field among the dynamic ones, and among the rare dynamic ones. */
export function dynamicAt(slot: i32): usize {
  return dynamics + <usize>tileOf(slot) * at.DYNAMIC_BYTES + inTile(slot);
}
export function dynamicRareAt(slot: i32): usize {
  return dynamicsRare + <usize>tileOf(slot) * at.DYNAMIC_RARE_BYTES + inTile(slot);
}

/** A customer's first byte within a tile: of the block of four, and of the lane. */
function inTile(slot: i32): usize {
  const lane = slot & (at.TILE - 1);
  return (lane >> 2) * at.BLOCK + ((lane & 3) << 2);
}

/** Address of the global levers of week t. */
export function globalLevers(t: i32): usize {
  return <usize>header(at.H_leversGlobal) + <usize>t * (at.GLOBAL_LEVERS * 8);
}

/** Address of the levers of a segment in week t, outside (0) or in (1) the pilot. */
export function segmentLevers(t: i32, segment: i32, set: i32): usize {
  const row = (t * header(at.H_segments) + segment) * at.SETS + set;
  return <usize>header(at.H_leversSegment) + <usize>row * (at.SEGMENT_LEVERS * 4);
}

/** Address of the series of week t. */
export function seriesAt(t: i32): usize {
  const columns = at.SERIES + at.SEGMENT_SERIES * header(at.H_segments);
  return <usize>header(at.H_series) + <usize>t * <usize>columns * 8;
}

/**
 * Lays the regions out for the customers, segments, weeks and ties that the header names, and writes their
 * addresses into it. Returns the bytes of memory needed, which may be more than there are: the host grows
 * the memory, or refuses, before anything else is called.
 */
export function plan(): f64 {
  const segments = header(at.H_segments);
  let tiles = 0;
  let start = 0;
  for (let g = 0; g < segments; g++) {
    const row = at.SEGMENT_PLACES + (g << 4);
    const end = place(g, at.Q_idEnd);
    store<i32>(row + (at.Q_idStart << 2), start);
    store<i32>(row + (at.Q_tileStart << 2), tiles);
    tiles += (end - start + at.TILE - 1) / at.TILE;
    store<i32>(row + (at.Q_tileEnd << 2), tiles);
    start = end;
  }
  const slots = <u64>tiles * at.TILE;
  const weeks = <u64>header(at.H_weeks);
  const ties = <u64>header(at.H_ties);
  const patience = <u64>parameter(at.P_patience);
  const columns = <u64>(at.SERIES + at.SEGMENT_SERIES * segments);
  setHeader(at.H_slots, <i32>slots);

  let next = (<u64>__heap_base + 63) & ~63;
  const begin = next;
  next = region(at.H_static, next, <u64>tiles * at.STATIC_BYTES);
  next = region(at.H_staticRare, next, <u64>tiles * at.STATIC_RARE_BYTES);
  next = region(at.H_state, next, at.GLOBALS * 8);
  next = region(at.H_dynamic, next, <u64>tiles * at.DYNAMIC_BYTES);
  next = region(at.H_dynamicRare, next, <u64>tiles * at.DYNAMIC_RARE_BYTES);
  next = region(at.H_queue, next, slots * (patience + 2) * 8);
  // Pairs of ties and the sort of the social order, before the population takes the place.
  const made = begin + ties * 8 + slots * 16 + 256;
  region(at.H_scratch, begin, 0);
  if (made > next) next = (made + 63) & ~63;
  next = region(at.H_offsets, next, (slots + 2) * 4);
  next = region(at.H_neighbours, next, ties * 8);
  next = region(at.H_events, next, slots * 4);
  next = region(at.H_complaints, next, slots * 4);
  next = region(at.H_leversGlobal, next, weeks * (at.GLOBAL_LEVERS * 8));
  next = region(at.H_leversSegment, next, weeks * segments * (at.SETS * at.SEGMENT_LEVERS * 4));
  next = region(at.H_series, next, weeks * columns * 8);
  setHeader(at.H_end, <i32>next);
  return <f64>next;
}

/** Writes a region's address and returns the first one after it; regions begin at cache lines. */
function region(word: i32, start: u64, bytes: u64): u64 {
  setHeader(word, <i32>start);
  return (start + bytes + 63) & ~63;
}

/** Takes the addresses from the header. */
export function attach(): void {
  statics = <usize>header(at.H_static);
  state = <usize>header(at.H_state);
  dynamics = <usize>header(at.H_dynamic);
  staticsRare = <usize>header(at.H_staticRare);
  dynamicsRare = <usize>header(at.H_dynamicRare);
  queue = <usize>header(at.H_queue);
  offsets = <usize>header(at.H_offsets);
  neighbours = <usize>header(at.H_neighbours);
  events = <usize>header(at.H_events);
  complaints = <usize>header(at.H_complaints);
  scratch = <usize>header(at.H_scratch);
}
