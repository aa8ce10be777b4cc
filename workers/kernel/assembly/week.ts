/**
 * One week of all customers, tile by tile and step by step (MODEL.md 7.3, with its symbols).
 * src/model/week.ts is the same for one customer in plain doubles; the two agree to float32
 * rounding. Terms of levers that are all off this week would add exact zeros: leaving them out changes no bit.
 */
import { areMany, readTile } from './ahead';
import { complain, hazards } from './hazards';
import * as at from './layout';
import { bytesUsed, complaints, dynamicAt, dynamicRareAt, events, header } from './memory';
import { parameter, place, setHeader, staticAt, staticRareAt } from './memory';
import { hit, plan, rest } from './offers';
import { measure, show } from './measures';
import { closeSegment, openSegment, watchesAll } from './observe';
import * as use from './scalars';
import { attend, bill, settle, weigh } from './steps';
import { trust } from './trust';

// What the run uses of the levers that cost a step
let cuts: i32 = 0;
let promises: i32 = 0;
let lite: bool = false;
let pause: bool = false;
let watched: bool = false;
let watchedAll: bool = false;
let fearPow: i32 = 0;
let many: bool = false;
let last: bool = false;

// What the week uses of them in the segment at hand
let wakes: bool = false;
let eventful: bool = false;

let eventEnd: usize = 0;
let complaintEnd: usize = 0;

/**
 * Moves every customer one week on, and lists who reaches an event or a complaint, in ascending slot.
 * `isLast`: before somebody looks at the customers.
 */
export function pass(t: i32, isLast: bool): void {
  last = isLast;
  cuts = header(at.H_cuts);
  promises = header(at.H_promises);
  lite = header(at.H_lite) != 0;
  pause = header(at.H_pause) != 0;
  watchedAll = watchesAll();
  watched = watchedAll || header(at.H_watch) == at.WATCH_REVENUE;
  fearPow = <i32>parameter(at.P_fearPow);
  many = areMany();
  eventEnd = events;
  complaintEnd = complaints;
  for (let g = 0, segments = header(at.H_segments); g < segments; g++) {
    use.spreadLevers(t, g);
    wakes = use.wakes(t, g);
    eventful = use.isEventful(t, g);
    if (watched) openSegment(g);
    segmentWeek(g);
    if (watched) closeSegment(g, t);
  }
  setHeader(at.H_eventCount, <i32>((eventEnd - events) >> 2));
  setHeader(at.H_complaintCount, <i32>((complaintEnd - complaints) >> 2));
}

function segmentWeek(segment: i32): void {
  const mixed = use.isMixed(segment);
  const tileEnd = place(segment, at.Q_tileEnd);
  for (let tile = place(segment, at.Q_tileStart); tile < tileEnd; tile++) {
    const slot = tile << at.TILE_BITS;
    const end = bytesUsed(tile, segment);
    if (many) readTile(staticAt(slot), dynamicAt(slot));
    if (mixed) mixedWeek(slot, end, segment);
    else peopleWeek(slot, end);
  }
}

/** A tile on both sides of a pilot: four customers at a time, with their own scalars. */
function mixedWeek(slot: i32, end: usize, segment: i32): void {
  for (let lane: usize = 0; lane < end; lane += 16) {
    const first = slot + <i32>(lane >> 2);
    use.mixScalars(staticRareAt(first), segment);
    peopleWeek(first, 16);
  }
}

/**
 * People of a tile, one week, all under the scalars at hand.
 * `slot`: of the first; `end`: the bytes of a handed-on line that are theirs.
 */
function peopleWeek(slot: i32, end: usize): void {
  const s = staticAt(slot);
  const d = dynamicAt(slot);
  const sr = staticRareAt(slot);
  const dr = dynamicRareAt(slot);
  if (eventful) hit(sr, end, cuts, promises);
  attend(s, d, end, wakes);
  bill(s, sr, d, end, eventful);
  weigh(s, sr, d, end, fearPow, eventful);
  if (lite) plan(s, sr, d, end);
  settle(d, end);
  if (pause) rest(s, d, dr, end);
  if (watched) show(dr, end, pause, last);
  trust(s, sr, d, end, eventful, lite, pause);
  eventEnd = append(eventEnd, hazards(s, d, end, pause, watchedAll), slot);
  complaintEnd = append(complaintEnd, complain(s, d, end, pause), slot);
  if (watchedAll) measure(s, sr, d, dr, end, lite, pause);
}

/** Writes the slots of the set bits behind `end` and returns the new end. */
function append(end: usize, reached: u64, slot: i32): usize {
  while (reached) {
    store<i32>(end, slot + <i32>ctz(reached));
    end += 4;
    reached &= reached - 1;
  }
  return end;
}
