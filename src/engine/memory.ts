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
export type StaticField = StripPrefix<keyof typeof layout, 'S_' | 'SR_'> | 'id';
/** State of a customer. */
export type DynamicField = Exclude<StripPrefix<keyof typeof layout, 'D_' | 'DR_'>, 'id'>;
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

const HOMES = [
  { prefix: 'S_', region: 'static', tileBytes: layout.STATIC_BYTES },
  { prefix: 'SR_', region: 'staticRare', tileBytes: layout.STATIC_RARE_BYTES },
  { prefix: 'D_', region: 'dynamic', tileBytes: layout.DYNAMIC_BYTES },
  { prefix: 'DR_', region: 'dynamicRare', tileBytes: layout.DYNAMIC_RARE_BYTES },
] as const;

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
    return this.#gather(this.#lanes(field), ids);
  }

  setTraits(field: StaticField, values: ArrayLike<number>): void {
    this.#scatter(this.#lanes(field), values);
  }

  /** One state variable of all people, by id; or of those listed, in their order. */
  states(field: DynamicField, ids?: ArrayLike<number>): Float64Array {
    return this.#gather(this.#lanes(field), ids);
  }

  setStates(field: DynamicField, values: ArrayLike<number>): void {
    this.#scatter(this.#lanes(field), values);
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

  #lanes(field: StaticField | DynamicField): Lanes {
    const { region, tileBytes, first } = homeOf(field);
    const View = INTEGER_FIELDS.has(field) ? Int32Array : Float32Array;
    const lanes = new View(this.buffer, this.address(region));
    return { lanes, of: (slot) => (tileOf(slot) * tileBytes + placeInTile(slot) + first) / 4 };
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

/** The region that holds a field, the bytes of a tile there, and the field's first byte in it. */
function homeOf(field: StaticField | DynamicField) {
  const numbers: Readonly<Record<string, number>> = layout;
  const home = HOMES.find(({ prefix }) => `${prefix}${field}` in numbers);
  if (!home) throw new Error(`field: ${field} has no place; expected a trait or a state`);
  return { ...home, first: numbers[`${home.prefix}${field}`] ?? NaN };
}

const tileOf = (slot: number): number => Math.floor(slot / layout.TILE);

/** A customer's first byte within a tile: of the block of four, and of the lane. */
const placeInTile = (slot: number): number =>
  Math.floor((slot % layout.TILE) / 4) * layout.BLOCK + (slot % 4) * 4;

function tooLarge(bytes: number): string {
  const mib = (count: number) => Math.ceil(count / 2 ** 20).toLocaleString('en-US');
  return `customers: the simulation would need ${mib(bytes)} MiB of memory, and the limit is ${mib(MEMORY_LIMIT_BYTES)} MiB; take fewer customers or weeks.`;
}
