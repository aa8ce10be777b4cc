/** The typed wrapper of the WebAssembly kernel: one instance, one market at a time. */
import init from '../../build/kernel.wasm?init';
import * as layout from '../../workers/kernel/assembly/layout.ts';
import type { LeverTable } from '../model/levers.ts';
import { segmentEnds } from '../model/levers.ts';
import { PARAMETER_NAMES } from '../model/parameters.ts';
import type { Parameters } from '../model/parameters.ts';
import { SEGMENT_DEFAULTS, SEGMENT_FIELDS } from '../model/templates.ts';
import { marketProblems } from './market.ts';
import type { Market } from './market.ts';
import type { Key } from './seed.ts';
import { columnsFor } from './series.ts';
import type { RunSeries } from './series.ts';

/** Memory that one instance may take. */
export const MEMORY_LIMIT_BYTES = 2 ** 31;
const PAGE_BYTES = 65536;

interface Exports {
  readonly memory: WebAssembly.Memory;
  plan(): number;
  tiesToOpen(): number;
  begin(): void;
  beginWithTies(ties: number): void;
  run(first: number, end: number): void;
  passOnly(t: number): void;
  eventsOnly(t: number): void;
  uniform(id: number, counter: number, channel: number): number;
  philoxWord(...words: number[]): number;
}

type WordName = 'customers' | 'segments' | 'weeks' | 'key0' | 'key1' | 'ties' | 'watch';
type LeverWord = 'cuts' | 'promises' | 'lite' | 'pause' | 'pilot';

/** Traits of a customer, float32 but for `hub`. */
export type StaticField = StripPrefix<keyof typeof layout, 'S_'>;
/** State of a customer. */
export type DynamicField = StripPrefix<keyof typeof layout, 'D_'>;
type StripPrefix<K, P extends string> = K extends `${P}${infer Rest}` ? Rest : never;
const INTEGER_FIELDS: ReadonlySet<string> = new Set([
  'hub',
  'st',
  'hold',
  'plan',
  'pz',
  'nE',
  'nV',
  'blocked',
  'reason',
]);

/** A state that can be continued, in the same instance, as often as wanted. */
export interface Snapshot {
  /** Weeks done. */
  readonly week: number;
  readonly state: Uint8Array;
}

export class Kernel {
  readonly #wasm: Exports;
  #parameters: Parameters | undefined;
  #table: LeverTable | undefined;
  #activeBefore = NaN;

  private constructor(wasm: Exports) {
    this.#wasm = wasm;
  }

  static async load(): Promise<Kernel> {
    return Kernel.of(await init());
  }

  /** A kernel compiled elsewhere: to compare two builds of it. */
  static of(instance: WebAssembly.Instance): Kernel {
    return new Kernel(instance.exports as unknown as Exports);
  }

  /**
   * Draws the people of a market for one key. Whatever the instance held before is gone.
   * @param table gives the number of weeks and the prices before the first one
   * @param ties pairs of ids, [a, b, a, b, …], in place of the network the parameters describe
   * @throws Error naming every parameter or field out of range, or the memory asked for and its limit
   */
  begin(market: Market, key: Key, table: LeverTable, ties?: Int32Array): void {
    const problems = marketProblems(market);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    this.#parameters = market.parameters;
    this.#activeBefore = NaN;
    this.#word('customers', market.customers);
    this.#word('segments', market.segments.length);
    this.#word('weeks', table.weeks);
    this.#word('key0', key[0]);
    this.#word('key1', key[1]);
    this.#describe(market);
    this.#parametersOf(table);
    this.#word('ties', ties ? ties.length / 2 : this.#wasm.tiesToOpen());
    this.#room();
    this.setLevers(table);
    if (ties) {
      new Int32Array(this.#wasm.memory.buffer, this.#address('scratch'), ties.length).set(ties);
      this.#wasm.beginWithTies(ties.length / 2);
    } else {
      this.#wasm.begin();
    }
    if (table.historyWeeks === 0) this.#activeBefore = this.#global('active');
  }

  /** From the next week on, these levers hold. Rows of weeks already done are not looked at again. */
  setLevers(table: LeverTable): void {
    this.#table = table;
    this.#parametersOf(table);
    const { buffer } = this.#wasm.memory;
    new Float64Array(buffer, this.#address('leversGlobal'), table.globals.length).set(
      table.globals,
    );
    new Float32Array(buffer, this.#address('leversSegment'), table.blocks.length).set(
      table.blocks,
    );
    this.#lever('cuts', table.cutBreadth.length);
    this.#lever('promises', table.promiseShare.length);
    this.#lever('lite', table.liteValue === undefined ? 0 : 1);
    this.#lever('pause', table.pauseOffered ? 1 : 0);
    this.#lever('pilot', table.pilotShare.some((share) => share > 0) ? 1 : 0);
    const words = new Float32Array(buffer, layout.HEADER, 64);
    words.set(table.cutBreadth, layout.H_cutBreadth);
    words.set(table.promiseShare, layout.H_promiseShare);
    words[layout.H_liteValue] = table.liteValue ?? 0;
    const rows = this.#segmentTable();
    for (let g = 0; g < table.segments; g++) {
      rows[g * layout.SEGMENT_ROW + layout.G_startPrice] = table.startPrice[g] ?? NaN;
      rows[g * layout.SEGMENT_ROW + layout.G_pilotShare] = table.pilotShare[g] ?? NaN;
    }
  }

  /**
   * Simulates weeks, counted from the first simulated one.
   * @param watch take all measures; without it only those that events leave behind, faster. The events are
   *   the same either way.
   */
  run(first: number, end: number, watch: boolean): void {
    const { historyWeeks } = this.#ready();
    this.#word('watch', watch ? 1 : 0);
    const turn = Math.min(Math.max(historyWeeks, first), end);
    this.#wasm.run(first, turn);
    if (turn === historyWeeks) this.#activeBefore = this.#global('active');
    this.#wasm.run(turn, end);
  }

  /** The pass over all customers in week t by itself, without its events. */
  passOnly(t: number): void {
    this.#ready();
    this.#wasm.passOnly(t);
  }

  /** The events of week t by themselves, for the lists that the pass left. */
  eventsOnly(t: number): void {
    this.#ready();
    this.#wasm.eventsOnly(t);
  }

  /** @param week weeks done so far */
  snapshot(week: number): Snapshot {
    const used = this.#read('stateUsed');
    const state = new Uint8Array(this.#wasm.memory.buffer, this.#address('state'), used);
    return { week, state: state.slice() };
  }

  /** Takes a snapshot of this instance and market up again. Series of the weeks before stay as they are. */
  restore({ state }: Snapshot): void {
    new Uint8Array(this.#wasm.memory.buffer, this.#address('state')).set(state);
  }

  /** The series of the run so far, copied. */
  series(): RunSeries {
    const { weeks, segments, historyWeeks } = this.#ready();
    const { buffer } = this.#wasm.memory;
    const length = weeks * columnsFor(segments);
    const table = new Float64Array(buffer, this.#address('series'), length).slice();
    return { historyWeeks, weeks, segments, activeBefore: this.#activeBefore, table };
  }

  /** Active customers now. */
  active(): number {
    return this.#global('active');
  }

  /** One trait of all people, by id. */
  traits(field: StaticField): Float64Array {
    return this.#gather('static', layout.STATIC_FIELDS, layout[`S_${field}`], field);
  }

  /** One state variable of all people, by id. */
  states(field: DynamicField): Float64Array {
    return this.#gather('dynamic', layout.DYNAMIC_FIELDS, layout[`D_${field}`], field);
  }

  /** Overwrites one trait of all people, by id: for populations that the parameters cannot describe. */
  setTraits(field: StaticField, values: ArrayLike<number>): void {
    this.#scatter('static', layout.STATIC_FIELDS, layout[`S_${field}`], field, values);
  }

  /** Overwrites one state variable of all people, by id. */
  setStates(field: DynamicField, values: ArrayLike<number>): void {
    this.#scatter('dynamic', layout.DYNAMIC_FIELDS, layout[`D_${field}`], field, values);
  }

  /** Weekly scalars of the last week opened, as the pass saw them: noise, those gone, broadcast, joining. */
  weekly(): {
    wear: number;
    complaining: number;
    gone: number;
    broadcast: number;
    joining: number;
  } {
    const vectors = new Float32Array(this.#wasm.memory.buffer, layout.WEEK_VECTORS, 32 * 4);
    const at = (index: number) => vectors[index * 4] ?? NaN;
    return { wear: at(2), complaining: at(3), gone: at(4), broadcast: at(5), joining: at(6) };
  }

  /** Ids listed by the last pass: for an event of status, and for a complaint. */
  listed(): { events: number[]; complaints: number[] } {
    const ids = this.#ids();
    const read = (region: 'events' | 'complaints', count: 'eventCount' | 'complaintCount') =>
      Array.from(
        new Int32Array(this.#wasm.memory.buffer, this.#address(region), this.#read(count)),
        (slot) => ids.get(slot) ?? -1,
      );
    return {
      events: read('events', 'eventCount'),
      complaints: read('complaints', 'complaintCount'),
    };
  }

  /** One draw in (0, 1). */
  uniform(id: number, counter: number, channel: number): number {
    return this.#wasm.uniform(id, counter, channel);
  }

  /** One word of Philox 4x32-10: counter, key, index of the word. */
  philoxWord(counter: readonly number[], key: readonly number[], word: number): number {
    return this.#wasm.philoxWord(...counter, ...key, word) >>> 0;
  }

  #ready(): LeverTable {
    if (!this.#table) throw new Error('The kernel has no market yet: begin comes first.');
    return this.#table;
  }

  #room(): void {
    const bytes = this.#wasm.plan();
    if (bytes > MEMORY_LIMIT_BYTES) throw new Error(memoryMessage(bytes));
    const missing = bytes - this.#wasm.memory.buffer.byteLength;
    if (missing <= 0) return;
    try {
      this.#wasm.memory.grow(Math.ceil(missing / PAGE_BYTES));
    } catch (cause) {
      throw new Error(memoryMessage(bytes), { cause });
    }
  }

  #describe({ segments, customers }: Market): void {
    const { buffer } = this.#wasm.memory;
    const places = new Int32Array(buffer, layout.SEGMENT_PLACES, segments.length * 4);
    const rows = this.#segmentTable();
    segmentEnds(segments, customers).forEach((end, g) => {
      places[g * 4 + layout.Q_idEnd] = end;
    });
    segments.forEach((segment, g) => {
      for (const field of SEGMENT_FIELDS)
        rows[g * layout.SEGMENT_ROW + layout[`G_${field}`]] =
          segment[field] ?? SEGMENT_DEFAULTS[field];
    });
  }

  #parametersOf(table: LeverTable): void {
    const values = new Float64Array(
      this.#wasm.memory.buffer,
      layout.PARAMETERS,
      layout.PARAMETER_COUNT,
    );
    for (const name of PARAMETER_NAMES)
      values[layout[`P_${name}`]] = table.parameters[name] ?? this.#parameters?.[name] ?? NaN;
  }

  #segmentTable(): Float64Array {
    const length = layout.SEGMENTS_AT_MOST * layout.SEGMENT_ROW;
    return new Float64Array(this.#wasm.memory.buffer, layout.SEGMENT_TABLE, length);
  }

  #words(): Int32Array {
    return new Int32Array(this.#wasm.memory.buffer, layout.HEADER, 64);
  }

  #word(name: WordName, value: number): void {
    this.#words()[layout[`H_${name}`]] = value;
  }

  #lever(name: LeverWord, value: number): void {
    this.#words()[layout[`H_${name}`]] = value;
  }

  #read(name: 'stateUsed' | 'eventCount' | 'complaintCount' | 'slots'): number {
    return this.#words()[layout[`H_${name}`]] ?? NaN;
  }

  #address(name: Region): number {
    return (this.#words()[layout[`H_${name}`]] ?? 0) >>> 0;
  }

  #global(name: 'active' | 'active0' | 'B' | 'F' | 'G'): number {
    const globals = new Float64Array(this.#wasm.memory.buffer, this.#address('state'), 16);
    return globals[layout[`B_${name}`]] ?? NaN;
  }

  /** Slot of each id. */
  #slots(): Int32Array {
    const { buffer } = this.#wasm.memory;
    const [customers, segments] = [
      this.#words()[layout.H_customers] ?? 0,
      this.#words()[layout.H_segments] ?? 0,
    ];
    const places = new Int32Array(buffer, layout.SEGMENT_PLACES, segments * 4);
    const slots = new Int32Array(customers);
    for (let g = 0; g < segments; g++) {
      const start = places[g * 4 + layout.Q_idStart] ?? 0;
      const end = places[g * 4 + layout.Q_idEnd] ?? 0;
      const first = (places[g * 4 + layout.Q_tileStart] ?? 0) * layout.TILE;
      for (let id = start; id < end; id++) slots[id] = first + id - start;
    }
    return slots;
  }

  #ids(): Map<number, number> {
    return new Map(Array.from(this.#slots(), (slot, id) => [slot, id]));
  }

  #gather(region: Region, fields: number, line: number, field: string): Float64Array {
    const lanes = this.#lanes(region, field);
    return Float64Array.from(this.#slots(), (slot) => lanes[laneOf(slot, fields, line)] ?? NaN);
  }

  #scatter(
    region: Region,
    fields: number,
    line: number,
    field: string,
    values: ArrayLike<number>,
  ): void {
    const lanes = this.#lanes(region, field);
    this.#slots().forEach((slot, id) => {
      lanes[laneOf(slot, fields, line)] = values[id] ?? NaN;
    });
  }

  #lanes(region: Region, field: string): Float32Array | Int32Array {
    const { buffer } = this.#wasm.memory;
    const address = this.#address(region);
    return INTEGER_FIELDS.has(field)
      ? new Int32Array(buffer, address)
      : new Float32Array(buffer, address);
  }
}

type Region =
  | 'static'
  | 'state'
  | 'dynamic'
  | 'events'
  | 'complaints'
  | 'leversGlobal'
  | 'leversSegment'
  | 'series'
  | 'scratch';

function laneOf(slot: number, fields: number, line: number): number {
  return ((slot >> 4) * fields + line) * layout.TILE + (slot & 15);
}

function memoryMessage(bytes: number): string {
  const mib = (count: number) => Math.ceil(count / 2 ** 20).toLocaleString('en-US');
  return `customers: the simulation would need ${mib(bytes)} MiB of memory, and the limit is ${mib(MEMORY_LIMIT_BYTES)} MiB; take fewer customers or weeks.`;
}
