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
import { KernelMemory } from './memory.ts';
import type { DynamicField, GlobalField, StaticField } from './memory.ts';
import type { Key } from './seed.ts';
import { columnsFor } from './series.ts';
import type { RunSeries } from './series.ts';

export type { DynamicField, StaticField } from './memory.ts';

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

/** Those that events leave behind; what customers pay as well; or everything that can be read off them. */
export type Measures = 'events' | 'revenue' | 'all';

const WATCH: Readonly<Record<Measures, number>> = {
  events: 0,
  revenue: layout.WATCH_REVENUE,
  all: layout.WATCH_ALL,
};

/** A state that can be continued, in the same instance, as often as wanted. */
export interface Snapshot {
  /** Weeks done. */
  readonly week: number;
  readonly state: Uint8Array;
}

/** What held for everybody in the last week opened, as the pass saw it. */
export interface WeekForAll {
  readonly wear: number;
  readonly complaining: number;
  /** Weight of the global share times the share gone. */
  readonly gone: number;
  readonly broadcast: number;
  readonly joining: number;
}

export class Kernel {
  readonly #wasm: Exports;
  readonly #memory: KernelMemory;
  #parameters: Parameters | undefined;
  #table: LeverTable | undefined;
  #activeBefore = NaN;

  private constructor(wasm: Exports) {
    this.#wasm = wasm;
    this.#memory = new KernelMemory(wasm.memory);
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
   * @throws Error naming every parameter or field out of range, and the market before stays; or the memory
   *   asked for and its limit, and there is no market then
   */
  begin(market: Market, key: Key, table: LeverTable, ties?: Int32Array): void {
    const problems = marketProblems(market);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    this.#table = undefined;
    this.#parameters = market.parameters;
    this.#memory.setWord('customers', market.customers);
    this.#memory.setWord('segments', market.segments.length);
    this.#memory.setWord('weeks', table.weeks);
    this.#memory.setWord('key0', key[0]);
    this.#memory.setWord('key1', key[1]);
    this.#setSegments(market);
    this.#setParameters(table);
    this.#memory.setWord('ties', ties ? ties.length / 2 : this.#wasm.tiesToOpen());
    this.#memory.makeRoom(this.#wasm.plan());
    this.setLevers(table);
    if (ties) this.#beginWithTies(ties);
    else this.#wasm.begin();
    this.#activeBefore = table.historyWeeks === 0 ? this.active() : NaN;
  }

  /**
   * Goes on with the people drawn last, under parameters that do not tell how people are drawn (`drawnWith`). Their
   * state stays as it is.
   * @throws Error as `begin` does
   */
  adopt(market: Market, table: LeverTable): void {
    const problems = marketProblems(market);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    this.#parameters = market.parameters;
    this.setLevers(table);
  }

  /** From the next week on, these levers hold. Rows of weeks already done are not looked at again. */
  setLevers(table: LeverTable): void {
    this.#table = table;
    this.#setParameters(table);
    const memory = this.#memory;
    const globals = memory.address('leversGlobal');
    new Float64Array(memory.buffer, globals, table.globals.length).set(table.globals);
    const blocks = memory.address('leversSegment');
    new Float32Array(memory.buffer, blocks, table.blocks.length).set(table.blocks);
    memory.setWord('cuts', table.cutBreadth.length);
    memory.setWord('promises', table.promiseShare.length);
    memory.setWord('lite', table.liteValue === undefined ? 0 : 1);
    memory.setWord('pause', table.pauseOffered ? 1 : 0);
    memory.setWord('pilot', table.pilotShare.some((share) => share > 0) ? 1 : 0);
    const words = new Float32Array(memory.buffer, layout.HEADER, layout.H_liteValue + 1);
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
   * @param measures which are taken: the fewer, the faster. The events are the same either way.
   */
  run(first: number, end: number, measures: Measures): void {
    const { historyWeeks } = this.#ready();
    this.#memory.setWord('watch', WATCH[measures]);
    const turn = Math.min(Math.max(historyWeeks, first), end);
    this.#wasm.run(first, turn);
    if (turn === historyWeeks) this.#activeBefore = this.active();
    this.#wasm.run(turn, end);
  }

  /**
   * The pass over all customers in week t by itself, without its events.
   * @param measures that it prepares: u, m and pay are those of the last week that was not run for events alone
   */
  passOnly(t: number, measures: Measures = 'all'): void {
    this.#ready();
    this.#memory.setWord('watch', WATCH[measures]);
    this.#wasm.passOnly(t);
  }

  /** The events of week t by themselves, for the lists that the pass left. */
  eventsOnly(t: number): void {
    this.#ready();
    this.#wasm.eventsOnly(t);
  }

  /** @param week weeks done so far */
  snapshot(week: number): Snapshot {
    const { buffer } = this.#memory;
    const used = this.#memory.word('stateUsed');
    return {
      week,
      state: new Uint8Array(buffer, this.#memory.address('state'), used).slice(),
    };
  }

  /** Takes a snapshot of this instance and market up again. Series of the weeks before stay as they are. */
  restore({ state }: Snapshot): void {
    new Uint8Array(this.#memory.buffer, this.#memory.address('state')).set(state);
  }

  /** The series of the run so far, copied. */
  series(): RunSeries {
    const { weeks, segments, historyWeeks } = this.#ready();
    const length = weeks * columnsFor(segments);
    const address = this.#memory.address('series');
    const table = new Float64Array(this.#memory.buffer, address, length).slice();
    return { historyWeeks, weeks, segments, activeBefore: this.#activeBefore, table };
  }

  /** Memory that the instance holds. */
  get memoryBytes(): number {
    return this.#memory.buffer.byteLength;
  }

  /** Active customers now. */
  active(): number {
    return this.#memory.global('active');
  }

  /** A value of the state that holds for everybody. */
  global(name: GlobalField): number {
    return this.#memory.global(name);
  }

  /** One trait of all people, by id; or of those listed, in their order. */
  traits(field: StaticField, ids?: ArrayLike<number>): Float64Array {
    return this.#memory.traits(field, ids);
  }

  /** One state variable of all people, by id; or of those listed, in their order. */
  states(field: DynamicField, ids?: ArrayLike<number>): Float64Array {
    return this.#memory.states(field, ids);
  }

  /** Ids at the other end of a person's ties, ascending; twice where two ties lead to the same one. */
  neighbours(id: number): number[] {
    return this.#memory.neighbours(id);
  }

  /** Simulated weeks of a person's complaints that still wait for an answer, oldest first. */
  waiting(id: number): number[] {
    return this.#memory.waiting(id);
  }

  /** Overwrites one trait of all people, by id: for populations that the parameters cannot describe. */
  setTraits(field: StaticField, values: ArrayLike<number>): void {
    this.#memory.setTraits(field, values);
  }

  /** Overwrites one state variable of all people, by id. */
  setStates(field: DynamicField, values: ArrayLike<number>): void {
    this.#memory.setStates(field, values);
  }

  weekly(): WeekForAll {
    const vectors = new Float32Array(this.#memory.buffer, layout.WEEK_VECTORS, 32 * 4);
    const at = (index: number) => vectors[index * 4] ?? NaN;
    return { wear: at(2), complaining: at(3), gone: at(4), broadcast: at(5), joining: at(6) };
  }

  /** Ids listed by the last pass: for an event of status, and for a complaint. */
  listed(): { events: number[]; complaints: number[] } {
    const memory = this.#memory;
    return {
      events: memory.idsIn('events', memory.word('eventCount')),
      complaints: memory.idsIn('complaints', memory.word('complaintCount')),
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

  #beginWithTies(ties: Int32Array): void {
    const scratch = this.#memory.address('scratch');
    new Int32Array(this.#memory.buffer, scratch, ties.length).set(ties);
    this.#wasm.beginWithTies(ties.length / 2);
  }

  #setSegments({ segments, customers }: Market): void {
    const { buffer } = this.#memory;
    const places = new Int32Array(buffer, layout.SEGMENT_PLACES, segments.length * 4);
    segmentEnds(segments, customers).forEach((end, g) => {
      places[g * 4 + layout.Q_idEnd] = end;
    });
    const rows = this.#segmentTable();
    segments.forEach((segment, g) => {
      for (const field of SEGMENT_FIELDS)
        rows[g * layout.SEGMENT_ROW + layout[`G_${field}`]] =
          segment[field] ?? SEGMENT_DEFAULTS[field];
    });
  }

  /** Levers may switch parameters on: fatigue and referral. */
  #setParameters(table: LeverTable): void {
    const { buffer } = this.#memory;
    const values = new Float64Array(buffer, layout.PARAMETERS, layout.PARAMETER_COUNT);
    for (const name of PARAMETER_NAMES)
      values[layout[`P_${name}`]] = table.parameters[name] ?? this.#parameters?.[name] ?? NaN;
  }

  #segmentTable(): Float64Array {
    const length = layout.SEGMENTS_AT_MOST * layout.SEGMENT_ROW;
    return new Float64Array(this.#memory.buffer, layout.SEGMENT_TABLE, length);
  }
}
