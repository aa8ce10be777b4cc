/**
 * One week of all customers, tile by tile and step by step (MODEL.md 7.3, with its symbols).
 * src/model/week.ts is the same for one customer in plain doubles; the two agree to float32
 * rounding. Terms of levers that are all off this week would add exact zeros: leaving them out changes no bit.
 */
import { areMany, readTile } from './ahead';
import { complain, hazards } from './hazards';
import * as at from './layout';
import { bytesUsed, complaints, dynamics, events, header, parameter, place } from './memory';
import { setHeader, statics } from './memory';
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
    const s = statics + <usize>tile * at.STATIC_BYTES;
    const d = dynamics + <usize>tile * at.DYNAMIC_BYTES;
    const end = bytesUsed(tile, segment);
    if (many) readTile(s, d);
    const slot = tile << at.TILE_BITS;
    if (mixed) mixedWeek(s, d, end, slot, segment);
    else peopleWeek(s, d, end, slot);
  }
}

/** A tile on both sides of a pilot: four customers at a time, with their own scalars. */
function mixedWeek(s: usize, d: usize, end: usize, slot: i32, segment: i32): void {
  for (let lane: usize = 0; lane < end; lane += 16) {
    use.mixScalars(s + (lane << 2), segment);
    peopleWeek(s + (lane << 2), d + (lane << 2), 16, slot + <i32>(lane >> 2));
  }
}

/**
 * People of a tile, one week, all under the scalars at hand.
 * `s`, `d`: their static and dynamic fields; `end`: the bytes of a handed-on line that are theirs; `slot`: of the
 * first.
 */
function peopleWeek(s: usize, d: usize, end: usize, slot: i32): void {
  if (eventful) hit(s, end, cuts, promises);
  attend(s, d, end, wakes);
  bill(s, d, end, eventful);
  weigh(s, d, end, fearPow, eventful);
  if (lite) plan(s, d, end);
  settle(d, end);
  if (pause) rest(s, d, end);
  if (watched) show(d, end, pause, last);
  trust(s, d, end, eventful, lite, pause);
  eventEnd = append(eventEnd, hazards(s, d, end, pause, watchedAll), slot);
  complaintEnd = append(complaintEnd, complain(s, d, end, pause), slot);
  if (watchedAll) measure(s, d, end, lite, pause);
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
