/** The kernel's memory as its host sees it: header words, regions, and customers by id. */
import * as layout from '../../workers/kernel/assembly/layout.ts';
import { everySlot, idIn, placesIn, slotsOf } from './places.ts';
import type { Place } from './places.ts';

/** Memory that one instance may take. */
export const MEMORY_LIMIT_BYTES = 2 ** 31;
const PAGE_BYTES = 65536;

type StripPrefix<K, P extends string> = K extends `${P}${infer Rest}` ? Rest : never;
export type HeaderWord = StripPrefix<keyof typeof layout, 'H_'>;
/** Traits of a customer, float32 but for `hub`. */
export type StaticField = StripPrefix<keyof typeof layout, 'S_'> | 'id';
/** State of a customer. */
export type DynamicField = Exclude<StripPrefix<keyof typeof layout, 'D_'>, 'id'>;
export type GlobalField = StripPrefix<keyof typeof layout, 'B_'>;

const INTEGER_FIELDS: ReadonlySet<StaticField | DynamicField> = new Set([
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

export class KernelMemory {
  readonly #memory: WebAssembly.Memory;
  /** Where the customers of the market at hand are. */
  #known: readonly Place[] | undefined;

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
  }

  /** Views of it end when it grows: take them, use them, drop them. */
  get buffer(): ArrayBuffer {
    return this.#memory.buffer;
  }

  /**
   * Grows to hold so many bytes, for another market.
   * @throws Error naming what was asked for and the limit
   */
  makeRoom(bytes: number): void {
    this.#known = undefined;
    if (bytes > MEMORY_LIMIT_BYTES) throw new Error(tooLarge(bytes));
    const missing = bytes - this.buffer.byteLength;
    if (missing <= 0) return;
    try {
      this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
    } catch (cause) {
      throw new Error(tooLarge(bytes), { cause });
    }
  }

  word(name: HeaderWord): number {
    return this.#header()[layout[`H_${name}`]] ?? NaN;
  }

  setWord(name: HeaderWord, value: number): void {
    this.#header()[layout[`H_${name}`]] = value;
  }

  /** First byte of a region. */
  address(region: HeaderWord): number {
    return this.word(region) >>> 0;
  }

  global(name: GlobalField): number {
    const globals = new Float64Array(this.buffer, this.address('state'), layout.GLOBALS);
    return globals[layout[`B_${name}`]] ?? NaN;
  }

  /** One trait of all people, by id; or of those listed, in their order. */
  traits(field: StaticField, ids?: ArrayLike<number>): Float64Array {
    return this.#gather(this.#staticLanes(field), ids);
  }

  setTraits(field: StaticField, values: ArrayLike<number>): void {
    this.#scatter(this.#staticLanes(field), values);
  }

  /** One state variable of all people, by id; or of those listed, in their order. */
  states(field: DynamicField, ids?: ArrayLike<number>): Float64Array {
    return this.#gather(this.#dynamicLanes(field), ids);
  }

  setStates(field: DynamicField, values: ArrayLike<number>): void {
    this.#scatter(this.#dynamicLanes(field), values);
  }

  /** Ids of the slots in a list. */
  idsIn(region: 'events' | 'complaints', count: number): number[] {
    const places = this.#places();
    const list = new Int32Array(this.buffer, this.address(region), count);
    return Array.from(list, (slot) => idIn(places, slot));
  }

  /** Ids at the other end of a person's ties, ascending; twice where two ties lead to the same one. */
  neighbours(id: number): number[] {
    const places = this.#places();
    const [slot = 0] = slotsOf(places, [id]);
    const bounds = new Uint32Array(this.buffer, this.address('offsets') + slot * 4, 2);
    const [first = 0, end = 0] = bounds;
    const ties = new Int32Array(this.buffer, this.address('neighbours'), end).subarray(first);
    return Array.from(ties, (other) => idIn(places, other)).sort((a, b) => a - b);
  }

  /** Weeks of a person's complaints that still wait for an answer, oldest first. */
  waiting(id: number): number[] {
    const [slot] = slotsOf(this.#places(), [id]);
    const entries = this.global('queue');
    const queue = new Int32Array(this.buffer, this.address('queue'), entries * 2);
    const weeks: number[] = [];
    for (let i = 0; i < queue.length; i += 2)
      if (queue[i] === slot) weeks.push(queue[i + 1] ?? NaN);
    return weeks;
  }

  #header(): Int32Array {
    return new Int32Array(this.buffer, layout.HEADER, layout.H_liteValue + 1);
  }

  #staticLanes(field: StaticField): Lanes {
    // The share of one neighbour is a trait that stands with what neighbours change.
    if (field === 'id') return this.#lanes('dynamic', field, layout.D_id);
    return this.#lanes('static', field, layout[`S_${field}`]);
  }

  #dynamicLanes(field: DynamicField): Lanes {
    return this.#lanes('dynamic', field, layout[`D_${field}`]);
  }

  /** @param first byte of the field in a tile */
  #lanes(
    region: 'static' | 'dynamic',
    field: StaticField | DynamicField,
    first: number,
  ): Lanes {
    const View = INTEGER_FIELDS.has(field) ? Int32Array : Float32Array;
    const lanes = new View(this.buffer, this.address(region));
    const tile = region === 'static' ? layout.STATIC_BYTES : layout.DYNAMIC_BYTES;
    return { lanes, of: (slot) => (tileOf(slot) * tile + placeInTile(slot) + first) / 4 };
  }

  #gather({ lanes, of }: Lanes, ids?: ArrayLike<number>): Float64Array {
    const slots = ids ? slotsOf(this.#places(), ids) : everySlot(this.#places());
    const values = new Float64Array(slots.length);
    for (let i = 0; i < slots.length; i++) values[i] = lanes[of(slots[i] ?? 0)] ?? NaN;
    return values;
  }

  #scatter({ lanes, of }: Lanes, values: ArrayLike<number>): void {
    everySlot(this.#places()).forEach((slot, id) => {
      lanes[of(slot)] = values[id] ?? NaN;
    });
  }

  #places(): readonly Place[] {
    this.#known ??= placesIn(this.buffer, this.word('segments'));
    return this.#known;
  }
}

interface Lanes {
  readonly lanes: Float32Array | Int32Array;
  /** Place of a slot's value among them. */
  readonly of: (slot: number) => number;
}

const tileOf = (slot: number): number => Math.floor(slot / layout.TILE);

/** A customer's first byte within a tile: of the block of four, and of the lane. */
const placeInTile = (slot: number): number =>
  Math.floor((slot % layout.TILE) / 4) * layout.BLOCK + (slot % 4) * 4;

function tooLarge(bytes: number): string {
  const mib = (count: number) => Math.ceil(count / 2 ** 20).toLocaleString('en-US');
  return `customers: the simulation would need ${mib(bytes)} MiB of memory, and the limit is ${mib(MEMORY_LIMIT_BYTES)} MiB; take fewer customers or weeks.`;
}
