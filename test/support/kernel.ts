/** Kernels, lever tables and markets made by hand, for the tests that drive the kernel. */
import type { Kernel } from '../../src/engine/kernel.ts';
import type { Market } from '../../src/engine/market.ts';
import { GLOBAL_LEVER_NAMES, LEVER_SETS, SEGMENT_LEVER_NAMES } from '../../src/model/levers.ts';
import type { GlobalLever, LeverTable, SegmentLever } from '../../src/model/levers.ts';
import { parametersWith } from '../../src/model/parameters.ts';
import type { ParameterOverrides } from '../../src/model/parameters.ts';
import { TEMPLATES } from '../../src/model/templates.ts';
import type { TemplateName } from '../../src/model/templates.ts';
import * as layout from '../../workers/kernel/assembly/layout.ts';

export type Levers = Record<SegmentLever, number>;
export type GlobalLevers = Record<GlobalLever, number>;

/** Nothing happens: the list price is 1, openness .2. */
export const levers = (over: Partial<Levers> = {}): Levers => ({
  ...(Object.fromEntries(SEGMENT_LEVER_NAMES.map((name) => [name, 0])) as Levers),
  ...{ P: 1, Pa: 1, PL: 1, PLa: 1, lam: 1, x: 0.2 },
  ...over,
});

export const globalLevers = (over: Partial<GlobalLevers> = {}): GlobalLevers => ({
  ...{ z: 0, calm: 1, hub: 0, emp: 0.5, cap: 8 },
  ...over,
});

export interface TableOptions extends Partial<
  Omit<LeverTable, 'globals' | 'blocks' | 'weeks' | 'segments'>
> {
  /** Of week t, segment g, outside (0) or in (1) the pilot. */
  readonly levers?: (t: number, g: number, set: number) => Levers;
  readonly globals?: (t: number) => GlobalLevers;
}

/** A lever table written out by hand; without options, of a market in which nothing happens. */
export function leverTable(
  weeks: number,
  segments: number,
  {
    levers: blockOf = () => levers(),
    globals: rowOf = () => globalLevers(),
    ...rest
  }: TableOptions = {},
): LeverTable {
  const globals: number[] = [];
  const blocks: number[] = [];
  for (let t = 0; t < weeks; t++) {
    const row = rowOf(t);
    globals.push(...GLOBAL_LEVER_NAMES.map((name) => row[name]));
    for (let block = 0; block < segments * LEVER_SETS; block++) {
      const values = blockOf(t, Math.floor(block / LEVER_SETS), block % LEVER_SETS);
      blocks.push(...SEGMENT_LEVER_NAMES.map((name) => values[name]));
    }
  }
  return {
    historyWeeks: 0,
    weeks,
    segments,
    globals: Float64Array.from(globals),
    blocks: Float32Array.from(blocks),
    startPrice: new Float64Array(segments).fill(1),
    pilotShare: new Float64Array(segments),
    cutBreadth: [],
    promiseShare: [],
    liteValue: undefined,
    pauseOffered: false,
    parameters: {},
    ...rest,
  };
}

export function templateMarket(
  template: TemplateName,
  customers: number,
  parameters: ParameterOverrides = {},
): Market {
  const { segments, parameters: own } = TEMPLATES[template];
  return { customers, segments, parameters: parametersWith(own, parameters) };
}

type GlobalName = 'active' | 'active0' | 'B' | 'F' | 'G' | 'backlog';

/** Overwrites values of the state that hold for everybody, by way of a snapshot. */
export function setGlobals(kernel: Kernel, values: Partial<Record<GlobalName, number>>): void {
  const snapshot = kernel.snapshot(0);
  const globals = new Float64Array(snapshot.state.buffer, 0, layout.GLOBALS);
  for (const [name, value] of Object.entries(values))
    globals[layout[`B_${name as GlobalName}`]] = value;
  kernel.restore(snapshot);
}

/** A value of the state that holds for everybody. */
export function globalOf(kernel: Kernel, name: GlobalName): number {
  const { state } = kernel.snapshot(0);
  return new Float64Array(state.buffer, 0, layout.GLOBALS)[layout[`B_${name}`]] ?? NaN;
}
