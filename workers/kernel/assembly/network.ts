/**
 * Ties between people: communities along a social order, far ties, and hubs that many follow (MODEL.md 5.5).
 * Made before the population, which needs the number of ties of each person.
 */
import * as at from './layout';
import { firstSlot, header, neighbours, offsets } from './memory';
import { parameter, place, scratch, setHeader } from './memory';
import { drawOrder, drawTies, spreadKeys, unit0, unit1, unit2 } from './drawn';

/** Ids of hubs are multiples of this; there are `hubs` of them. */
let hubStride: i32 = 1;
let hubs: i32 = 1;

export function countHubs(): void {
  const customers = header(at.H_customers);
  hubs = max(1, <i32>Math.floor(<f64>customers * parameter(at.P_hubShare)));
  hubStride = customers / hubs;
}

export function isHub(id: i32): bool {
  return id % hubStride == 0 && id / hubStride < hubs;
}

/** Number of ties that `network` opens, self-loops included: each person opens half of the mean degree. */
export function tiesToOpen(): i32 {
  return header(at.H_customers) * ((<i32>parameter(at.P_k)) >> 1);
}

/** Draws the ties and stores them for both ends. */
export function network(): void {
  countHubs();
  spreadKeys();
  const customers = header(at.H_customers);
  const pairs = scratch;
  const order = pairs + <usize>header(at.H_ties) * 8;
  const spare = order + <usize>customers * 8;
  socialOrder(order, spare, customers);
  const halfDegree = (<i32>parameter(at.P_k)) >> 1;
  let ties = 0;
  // By position and not by id, so that those of a community meet in the nearest cache.
  for (let position = 0; position < customers; position++) {
    const id = load<i32>(order + (position << 3));
    for (let tie = 0; tie < halfDegree; tie++) {
      if (tie % 4 == 0) drawTies(id, tie);
      const other = otherEnd(position, tie, order, customers);
      if (other == id) continue;
      store<i32>(pairs + (ties << 3), id);
      store<i32>(pairs + (ties << 3), other, 4);
      ties++;
    }
  }
  connect(ties);
}

/** Whom a person's tie leads to; it is drawn as one of four. */
function otherEnd(position: i32, tie: i32, order: usize, customers: i32): i32 {
  const target = unit1(tie % 4);
  if (tie == 0 && unit0(0) < parameter(at.P_hubFollow))
    return <i32>Math.floor(target * target * <f64>hubs) * hubStride;
  if (unit2(tie % 4) < parameter(at.P_far)) return <i32>Math.floor(target * <f64>customers);
  const community = <i32>parameter(at.P_comm);
  const first = position - (position % community);
  const size = min(community, customers - first);
  return load<i32>(order + ((first + <i32>Math.floor(target * <f64>size)) << 3));
}

/**
 * Sorts ids by the social key: the own place in the segments with probability `homo`, else a random one.
 * Entries are (id, key as 32-bit fraction); a stable radix sort, so that ties are in order of id.
 */
function socialOrder(order: usize, spare: usize, customers: i32): void {
  const homophily = parameter(at.P_homo);
  for (let id = 0; id < customers; id++) {
    if (id % 4 == 0) drawOrder(id);
    const own = unit0(id % 4) < homophily;
    const key = own ? (<f64>id + 0.5) / <f64>customers : unit1(id % 4);
    store<i32>(order + (id << 3), id);
    store<u32>(order + (id << 3), <u32>(key * 4294967296.0), 4);
  }
  let from = order;
  let to = spare;
  for (let shift: u32 = 0; shift < 32; shift += 8) {
    radixPass(from, to, customers, shift);
    const swap = from;
    from = to;
    to = swap;
  }
}

/** One stable pass by eight bits of the key. The counts stand in the vectors of the week, unused as yet. */
function radixPass(from: usize, to: usize, entries: i32, shift: u32): void {
  const counts: usize = at.SET_VECTORS;
  memory.fill(counts, 0, 1024);
  for (let i = 0; i < entries; i++) {
    const digit = (load<u32>(from + (i << 3), 4) >> shift) & 255;
    store<i32>(counts + (digit << 2), load<i32>(counts + (digit << 2)) + 1);
  }
  let sum = 0;
  for (let digit = 0; digit < 256; digit++) {
    const count = load<i32>(counts + (digit << 2));
    store<i32>(counts + (digit << 2), sum);
    sum += count;
  }
  for (let i = 0; i < entries; i++) {
    const entry = load<u64>(from + (i << 3));
    const digit = ((<u32>(entry >> 32)) >> shift) & 255;
    const target = load<i32>(counts + (digit << 2));
    store<i32>(counts + (digit << 2), target + 1);
    store<u64>(to + (target << 3), entry);
  }
}

/**
 * Makes the compressed rows of neighbours from pairs of ids in SCRATCH; pairs may come from `network` or
 * from the host. A pair that stands twice is two ties.
 */
export function connect(ties: i32): void {
  setHeader(at.H_ties, ties);
  const slots = header(at.H_slots);
  memory.fill(offsets, 0, (<usize>slots + 2) * 4);
  for (let end = 0; end < ties << 1; end++) {
    const slot = slotOf(load<i32>(scratch + (end << 2)));
    store<i32>(scratch + (end << 2), slot);
    const row = offsets + (slot << 2);
    store<i32>(row, load<i32>(row, 8) + 1, 8);
  }
  for (let slot = 2; slot <= slots + 1; slot++) {
    const row = offsets + (slot << 2);
    store<i32>(row, load<i32>(row) + load<i32>(row - 4));
  }
  // Rows stand one place too far to the right, and move into place as they fill.
  for (let tie = 0; tie < ties; tie++) {
    const a = load<i32>(scratch + (tie << 3));
    const b = load<i32>(scratch + (tie << 3), 4);
    addNeighbour(a, b);
    addNeighbour(b, a);
  }
}

function addNeighbour(slot: i32, other: i32): void {
  const row = offsets + (slot << 2);
  const next = load<i32>(row, 4);
  store<i32>(neighbours + (next << 2), other);
  store<i32>(row, next + 1, 4);
}

/** Place in the tiles of the person with this id. */
export function slotOf(id: i32): i32 {
  let segment = 0;
  while (id >= place(segment, at.Q_idEnd)) segment++;
  return firstSlot(segment) + id - place(segment, at.Q_idStart);
}

export function degree(slot: i32): i32 {
  const row = offsets + (slot << 2);
  return load<i32>(row, 4) - load<i32>(row);
}
