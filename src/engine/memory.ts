/** The kernel's memory as its host sees it: header words, regions, and customers by id. */
import * as layout from '../../workers/kernel/assembly/layout.ts';

/** Memory that one instance may take. */
export const MEMORY_LIMIT_BYTES = 2 ** 31;
const PAGE_BYTES = 65536;

type StripPrefix<K, P extends string> = K extends `${P}${infer Rest}` ? Rest : never;
export type HeaderWord = StripPrefix<keyof typeof layout, 'H_'>;
/** Traits of a customer, float32 but for `hub`. */
export type StaticField = StripPrefix<keyof typeof layout, 'S_'>;
/** State of a customer. */
export type DynamicField = StripPrefix<keyof typeof layout, 'D_'>;
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

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
  }

  /** Views of it end when it grows: take them, use them, drop them. */
  get buffer(): ArrayBuffer {
    return this.#memory.buffer;
  }

  /**
   * Grows to hold so many bytes.
   * @throws Error naming what was asked for and the limit
   */
  makeRoom(bytes: number): void {
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

  /** One trait of all people, by id. */
  traits(field: StaticField): Float64Array {
    return this.#gather(this.#staticLanes(field));
  }

  setTraits(field: StaticField, values: ArrayLike<number>): void {
    this.#scatter(this.#staticLanes(field), values);
  }

  /** One state variable of all people, by id. */
  states(field: DynamicField): Float64Array {
    return this.#gather(this.#dynamicLanes(field));
  }

  setStates(field: DynamicField, values: ArrayLike<number>): void {
    this.#scatter(this.#dynamicLanes(field), values);
  }

  /** Ids of the slots in a list. */
  idsIn(region: 'events' | 'complaints', count: number): number[] {
    const idOf = new Map(Array.from(this.#slots(), (slot, id) => [slot, id]));
    const list = new Int32Array(this.buffer, this.address(region), count);
    return Array.from(list, (slot) => idOf.get(slot) ?? -1);
  }

  #header(): Int32Array {
    return new Int32Array(this.buffer, layout.HEADER, layout.H_liteValue + 1);
  }

  #staticLanes(field: StaticField): Lanes {
    const lanes = this.#lanes('static', field);
    return { lanes, fields: layout.STATIC_FIELDS, line: layout[`S_${field}`] };
  }

  #dynamicLanes(field: DynamicField): Lanes {
    const lanes = this.#lanes('dynamic', field);
    return { lanes, fields: layout.DYNAMIC_FIELDS, line: layout[`D_${field}`] };
  }

  #lanes(region: 'static' | 'dynamic', field: StaticField | DynamicField) {
    const View = INTEGER_FIELDS.has(field) ? Int32Array : Float32Array;
    return new View(this.buffer, this.address(region));
  }

  #gather(lanes: Lanes): Float64Array {
    return Float64Array.from(this.#slots(), (slot) => lanes.lanes[laneOf(slot, lanes)] ?? NaN);
  }

  #scatter(lanes: Lanes, values: ArrayLike<number>): void {
    this.#slots().forEach((slot, id) => {
      lanes.lanes[laneOf(slot, lanes)] = values[id] ?? NaN;
    });
  }

  /** Slot of each id: segments begin at tiles of their own. */
  #slots(): Int32Array {
    const segments = this.word('segments');
    const places = new Int32Array(this.buffer, layout.SEGMENT_PLACES, segments * 4);
    const slots = new Int32Array(this.word('customers'));
    for (let g = 0; g < segments; g++) {
      const start = places[g * 4 + layout.Q_idStart] ?? 0;
      const end = places[g * 4 + layout.Q_idEnd] ?? 0;
      const first = (places[g * 4 + layout.Q_tileStart] ?? 0) * layout.TILE;
      for (let id = start; id < end; id++) slots[id] = first + id - start;
    }
    return slots;
  }
}

interface Lanes {
  readonly lanes: Float32Array | Int32Array;
  /** Fields per tile, and the one of these lanes. */
  readonly fields: number;
  readonly line: number;
}

const laneOf = (slot: number, { fields, line }: Lanes): number =>
  (Math.floor(slot / layout.TILE) * fields + line) * layout.TILE + (slot % layout.TILE);

function tooLarge(bytes: number): string {
  const mib = (count: number) => Math.ceil(count / 2 ** 20).toLocaleString('en-US');
  return `customers: the simulation would need ${mib(bytes)} MiB of memory, and the limit is ${mib(MEMORY_LIMIT_BYTES)} MiB; take fewer customers or weeks.`;
}
