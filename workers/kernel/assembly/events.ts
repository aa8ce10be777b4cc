/** What happens to the few customers whose resistance is used up, or who complain (MODEL.md 7.4 and 7.5). */
import { areManyForEvents, readPeople } from './ahead';
import * as at from './layout';
import {
  complaints,
  dynamicAt,
  dynamicRareAt,
  endSlot,
  events,
  firstSlot,
  globalLevers,
  globalOf,
  header,
  neighbours,
  offsets,
  parameter,
  place,
  queue,
  segmentField,
  seriesAt,
  setGlobal,
  setHeader,
  staticAt,
  staticRareAt,
} from './memory';
import * as random from './random';
import { leversOf } from './scalars';

/** People whose events are read ahead together. */
const AHEAD = 16;

// This week
let week: i32 = 0;
let calm: f64 = 1;
let hubOutreach: f64 = 0;
let exits: i32 = 0;
let joins: i32 = 0;
let returns: i32 = 0;
let attempts: i32 = 0;
let publicActs: i32 = 0;
let bitterExits: i32 = 0;
let byTrust: i32 = 0;
let byPrice: i32 = 0;
let pilotComplaints: i32 = 0;

/** Carries out the events and complaints that the pass has listed for week t, and writes their series. */
export function happen(t: i32): void {
  week = t;
  const levers = globalLevers(t);
  calm = load<f64>(levers, at.W_calm << 3);
  hubOutreach = load<f64>(levers, at.W_hub << 3);
  exits = joins = returns = attempts = publicActs = bitterExits = 0;
  byTrust = byPrice = pilotComplaints = 0;
  statusEvents();
  const active = globalOf(at.B_active) - <f64>exits + <f64>(joins + returns);
  takeComplaints();
  dropUnanswered();
  const capacity = capacityOf(active);
  answer(capacity);
  tire(capacity);
  const talk = (<f64>publicActs + 0.4 * <f64>bitterExits) / Math.max(1, globalOf(at.B_active0));
  const memory = parameter(at.P_mem);
  setGlobal(at.B_B, memory * globalOf(at.B_B) + (1 - memory) * talk);
  write(capacity, active);
  setGlobal(at.B_active, active);
  setGlobal(at.B_backlog, globalOf(at.B_queue));
  setHeader(
    at.H_stateUsed,
    header(at.H_queue) - header(at.H_state) + ((<i32>globalOf(at.B_queue)) << 3),
  );
}

/** Exits, hold-ups, returns and joins, in ascending slot. */
function statusEvents(): void {
  const many = areManyForEvents();
  const count = header(at.H_eventCount);
  const row = seriesAt(week) + (at.SERIES << 3);
  let segment = 0;
  let exitsBefore = 0;
  let entriesBefore = 0;
  for (let i = 0; i < count; i++) {
    if (many && i % AHEAD == 0)
      readPeople(events + (i << 2), events + (min(i + AHEAD, count) << 2));
    const slot = load<i32>(events + (i << 2));
    while (slot >= endSlot(segment)) {
      closeSegment(row, segment++, exitsBefore, entriesBefore);
      exitsBefore = exits;
      entriesBefore = joins + returns;
    }
    const status = load<i32>(dynamicAt(slot), at.D_st);
    if (status == at.ACTIVE) wantsToLeave(slot, segment);
    else enter(slot, segment, status);
  }
  const segments = header(at.H_segments);
  while (segment < segments) {
    closeSegment(row, segment++, exitsBefore, entriesBefore);
    exitsBefore = exits;
    entriesBefore = joins + returns;
  }
}

/** Writes a segment's active customers after its events, and its exits. */
function closeSegment(row: usize, segment: i32, exitsBefore: i32, entriesBefore: i32): void {
  const columns = row + ((segment * at.SEGMENT_SERIES) << 3);
  const left = exits - exitsBefore;
  const entered = joins + returns - entriesBefore;
  const before = columns - seriesAt(week) + seriesAt(max(0, week - 1));
  const active = week > 0 ? load<f64>(before) + <f64>(entered - left) : countActive(segment);
  store<f64>(columns, active);
  store<f64>(columns, <f64>left, 8);
}

function countActive(segment: i32): f64 {
  let active = 0;
  const end = endSlot(segment);
  for (let slot = firstSlot(segment); slot < end; slot++) active += i32(isActive(slot));
  return <f64>active;
}

function wantsToLeave(slot: i32, segment: i32): void {
  const s = staticAt(slot);
  const d = dynamicAt(slot);
  const dr = dynamicRareAt(slot);
  const id = idOf(slot, segment);
  const spell = load<i32>(dr, at.DR_nE) + 1;
  store<i32>(dr, spell, at.DR_nE);
  attempts++;
  const q = random.uniform(id, spell, random.CH_DESK);
  const levers = leversOf(week, segment, slot);
  const past = load<f32>(d, at.D_T) < load<f32>(s, at.S_A);
  if (q < <f64>load<f32>(levers, at.L_D << 2) && !load<i32>(dr, at.DR_blocked))
    holdUp(slot, d, dr, id, spell, past);
  else if (q < <f64>load<f32>(levers, at.L_Li << 2)) listen(d, id, spell);
  else exit(slot, s, d, dr, id, spell, past);
}

function holdUp(slot: i32, d: usize, dr: usize, id: i32, spell: i32, past: bool): void {
  store<i32>(d, week + <i32>parameter(at.P_deskHold), at.D_hold);
  raiseResistance(d, parameter(at.P_deskE), id, spell);
  store<i32>(dr, 1, at.DR_blocked);
  if (past) actPublicly(slot);
  setTrust(d, trustOf(d) - parameter(at.P_deskFriction));
}

function listen(d: usize, id: i32, spell: i32): void {
  raiseResistance(d, parameter(at.P_listenE), id, spell);
  setTrust(d, trustOf(d) + parameter(at.P_listenGain) * (1 - trustOf(d)));
}

function raiseResistance(d: usize, mean: f64, id: i32, spell: i32): void {
  const more = mean * random.exponential(id, spell, random.CH_DESK_RESISTANCE);
  const E = <f64>load<f32>(d, at.D_E);
  store<f32>(d, <f32>(E + more), at.D_E);
}

function exit(slot: i32, s: usize, d: usize, dr: usize, id: i32, spell: i32, past: bool): void {
  const H = <f64>load<f32>(d, at.D_H);
  const Hd = <f64>load<f32>(d, at.D_Hd);
  let reason = at.REASON_EVERYDAY;
  if (past) reason = at.REASON_TRUST;
  else if (random.uniform(id, spell, random.CH_REASON) * H < Hd) reason = at.REASON_PRICE;
  exits++;
  if (reason == at.REASON_TRUST) byTrust++;
  if (reason == at.REASON_PRICE) byPrice++;
  store<i32>(dr, reason, at.DR_reason);
  store<i32>(dr, 0, at.DR_blocked);
  store<f32>(d, <f32>parameter(at.P_abLeft), at.D_att);
  newSpell(d, id, spell, at.LEFT);
  const first = load<i32>(offsets + (slot << 2));
  const last = load<i32>(offsets + (slot << 2), 4);
  for (let i = first; i < last; i++) {
    const other = load<i32>(neighbours + (i << 2));
    const theirs = dynamicAt(other);
    addTo(theirs + at.D_nl, load<f32>(theirs, at.D_id));
    addTo(theirs + at.D_xl, 1);
  }
  if (past) {
    bitterExits++;
    push(slot, Math.min(1, 0.5 * <f64>load<f32>(s, at.S_voice)));
  }
}

/** Somebody joins for the first time, or comes back. */
function enter(slot: i32, segment: i32, status: i32): void {
  const d = dynamicAt(slot);
  const dr = dynamicRareAt(slot);
  const id = idOf(slot, segment);
  const spell = load<i32>(dr, at.DR_nE) + 1;
  store<i32>(dr, spell, at.DR_nE);
  if (status == at.LEFT) returns++;
  else joins++;
  const levers = leversOf(week, segment, slot);
  const onLite = load<i32>(d, at.D_plan) == 1;
  const price = onLite ? load<f32>(levers, at.L_PL << 2) : load<f32>(levers, at.L_P << 2);
  store<f32>(d, price, at.D_r);
  store<f32>(d, price, at.D_pp);
  store<f32>(d, load<f32>(staticAt(slot), at.S_ab), at.D_att);
  newSpell(d, id, spell, at.ACTIVE);
  const first = load<i32>(offsets + (slot << 2));
  const last = load<i32>(offsets + (slot << 2), 4);
  for (let i = first; i < last; i++) {
    const other = load<i32>(neighbours + (i << 2));
    const theirs = dynamicAt(other);
    addTo(theirs + at.D_nl, -load<f32>(theirs, at.D_id));
  }
}

function newSpell(d: usize, id: i32, spell: i32, status: i32): void {
  store<i32>(d, status, at.D_st);
  store<f32>(d, 0, at.D_H);
  store<f32>(d, 0, at.D_Hd);
  store<f32>(d, <f32>random.exponential(id, spell, random.CH_RESISTANCE), at.D_E);
}

/** New complaints join the queue, and some go public at once. */
function takeComplaints(): void {
  const count = header(at.H_complaintCount);
  let segment = 0;
  for (let i = 0; i < count; i++) {
    const slot = load<i32>(complaints + (i << 2));
    while (slot >= endSlot(segment)) segment++;
    const d = dynamicAt(slot);
    const id = idOf(slot, segment);
    const dr = dynamicRareAt(slot);
    const number = load<i32>(dr, at.DR_nV) + 1;
    store<i32>(dr, number, at.DR_nV);
    addTo(d + at.D_Vt, <f32>random.exponential(id, number, random.CH_COMPLAINT));
    const anger = 0.65 * (1 - trustOf(d) / parameter(at.P_cT));
    if (random.uniform(id, number, random.CH_PUBLIC) < Math.max(0.03, anger)) actPublicly(slot);
    const share = <f32>segmentField(segment, at.G_pilotShare);
    pilotComplaints += i32(load<f32>(staticRareAt(slot), at.SR_uP) < share);
    enqueue(slot);
  }
}

function enqueue(slot: i32): void {
  const length = <i32>globalOf(at.B_queue);
  store<i32>(queue + (length << 3), slot);
  store<i32>(queue + (length << 3), week, 4);
  setGlobal(at.B_queue, <f64>(length + 1));
}

/** Entries older than the customers' patience are second failures. */
function dropUnanswered(): void {
  const length = <i32>globalOf(at.B_queue);
  const patience = <i32>parameter(at.P_patience);
  let head = 0;
  while (head < length && week - load<i32>(queue + (head << 3), 4) > patience) {
    const slot = load<i32>(queue + (head << 3));
    if (isActive(slot)) {
      const d = dynamicAt(slot);
      setTrust(d, trustOf(d) * (1 - parameter(at.P_ignore)));
      actPublicly(slot);
    }
    head++;
  }
  removeFirst(head);
}

/** Answers per week that the support staff manage. */
function capacityOf(active: f64): f64 {
  const perThousand = load<f64>(globalLevers(week), at.W_cap << 3);
  return (perThousand * (1 - parameter(at.P_fatCap) * globalOf(at.B_F)) * active) / 1000;
}

/** Answers as many entries as there is capacity for, oldest first; people who left cost nothing. */
function answer(capacity: f64): void {
  const length = <i32>globalOf(at.B_queue);
  const whole = Math.floor(capacity);
  const extra = random.uniform(week, 0, random.CH_CAPACITY) < capacity - whole ? 1 : 0;
  let left = whole + <f64>extra;
  let head = 0;
  while (head < length && left > 0) {
    const slot = load<i32>(queue + (head << 3));
    if (isActive(slot)) {
      answerOne(slot, load<i32>(queue + (head << 3), 4));
      left--;
    }
    head++;
  }
  removeFirst(head);
}

function answerOne(slot: i32, since: i32): void {
  const d = dynamicAt(slot);
  const segment = segmentOf(slot);
  const levers = leversOf(week, segment, slot);
  const service = <f64>load<f32>(levers, at.L_s << 2);
  const fatigue = 1 - parameter(at.P_fatRes) * globalOf(at.B_F);
  const chance = parameter(at.P_resolve) * (1 - 0.3 * service) * fatigue;
  const T = trustOf(d);
  if (random.uniform(idOf(slot, segment), since, random.CH_ANSWER) < chance) {
    const empowerment = load<f64>(globalLevers(week), at.W_emp << 3);
    const timely = Math.max(0, 1 - 0.25 * <f64>(week - since));
    setTrust(d, T + parameter(at.P_recover) * (0.5 + empowerment) * timely * (1 - T));
  } else {
    setTrust(d, T * (1 - 0.5 * parameter(at.P_ignore)));
  }
}

/** Staff tire under a load above capacity and recover slowly. */
function tire(capacity: f64): void {
  if (parameter(at.P_fat) == 0) return;
  const load_ =
    (<f64>header(at.H_complaintCount) + globalOf(at.B_backlog)) / Math.max(0.5, capacity);
  const empowerment = load<f64>(globalLevers(week), at.W_emp << 3);
  const F = globalOf(at.B_F);
  const strain = Math.min(1, Math.max(0, load_ - 1));
  const wear = parameter(at.P_fatUp) * strain * (1 - parameter(at.P_fatEmp) * empowerment);
  setGlobal(at.B_F, F + wear * (1 - F) - parameter(at.P_fatDown) * F);
}

function removeFirst(count: i32): void {
  if (count == 0) return;
  const rest = <i32>globalOf(at.B_queue) - count;
  memory.copy(queue, queue + ((<usize>count) << 3), (<usize>rest) << 3);
  setGlobal(at.B_queue, <f64>rest);
}

function actPublicly(slot: i32): void {
  publicActs++;
  push(slot, calm);
}

/** Talk of the given size spreads to the neighbours, each counting it against all their ties. */
function push(slot: i32, size: f64): void {
  const hub = load<i32>(staticRareAt(slot), at.SR_hub);
  const damped = hub ? 1 - parameter(at.P_hubDamp) * hubOutreach : 1;
  const total = <f32>(size * damped * parameter(at.P_push) * (1 - parameter(at.P_mem)));
  const first = load<i32>(offsets + (slot << 2));
  const last = load<i32>(offsets + (slot << 2), 4);
  for (let i = first; i < last; i++) {
    const other = load<i32>(neighbours + (i << 2));
    const theirs = dynamicAt(other);
    addTo(theirs + at.D_dm, total * load<f32>(theirs, at.D_id));
  }
}

function addTo(address: usize, amount: f32): void {
  store<f32>(address, load<f32>(address) + amount);
}

function trustOf(d: usize): f64 {
  return <f64>load<f32>(d, at.D_T);
}

function setTrust(d: usize, T: f64): void {
  store<f32>(d, <f32>Math.max(0.001, T), at.D_T);
}

function isActive(slot: i32): bool {
  return load<i32>(dynamicAt(slot), at.D_st) == at.ACTIVE;
}

function segmentOf(slot: i32): i32 {
  let segment = 0;
  while (slot >= endSlot(segment)) segment++;
  return segment;
}

function idOf(slot: i32, segment: i32): i32 {
  return place(segment, at.Q_idStart) + slot - firstSlot(segment);
}

function put(row: usize, column: i32, value: f64): void {
  store<f64>(row + (column << 3), value);
}

function write(capacity: f64, active: f64): void {
  const row = seriesAt(week);
  const heads = Math.max(1, globalOf(at.B_active));
  const number = <f64>header(at.H_complaintCount);
  const backlog = globalOf(at.B_queue);
  const waiting = Math.min(parameter(at.P_patience) + 1, backlog / Math.max(0.5, capacity));
  put(row, at.R_active, active);
  put(row, at.R_exits, <f64>exits);
  put(row, at.R_joins, <f64>joins);
  put(row, at.R_returns, <f64>returns);
  put(row, at.R_attempts, <f64>attempts);
  put(row, at.R_prospects, prospectsBefore() - <f64>joins);
  put(row, at.R_complaints, (1000 * number) / heads);
  put(row, at.R_publicShare, number > 0 ? Math.min(1, <f64>publicActs / number) : 0);
  put(row, at.R_backlog, (1000 * backlog) / heads);
  put(row, at.R_firstResponse, parameter(at.P_frt0) + 168 * waiting);
  put(row, at.R_pilotComplaints, <f64>pilotComplaints);
  put(row, at.R_exitsTrust, <f64>byTrust);
  put(row, at.R_exitsPrice, <f64>byPrice);
  put(row, at.R_exitsEveryday, <f64>(exits - byTrust - byPrice));
  put(row, at.R_publicActs, <f64>publicActs);
  put(row, at.R_broadcast, globalOf(at.B_B));
  put(row, at.R_fatigue, globalOf(at.B_F));
  put(row, at.R_goodwill, globalOf(at.B_G));
}

/** Prospects only join, so their number is carried from week to week. */
function prospectsBefore(): f64 {
  if (week > 0) return load<f64>(seriesAt(week - 1) + (at.R_prospects << 3));
  let prospects = joins;
  const slots = header(at.H_slots);
  for (let slot = 0; slot < slots; slot++)
    prospects += i32(load<i32>(dynamicAt(slot), at.D_st) == at.PROSPECT);
  return <f64>prospects;
}
