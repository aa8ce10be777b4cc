/** The lever table: the weekly scalars that the equations read, and how they lie in memory. */
import type { ParameterOverrides } from '../parameters.ts';

/** Feature cuts and over-promises at most, each with a reach and a habituation of its own. */
export const IMPULSES_AT_MOST = 4;

/** Notice that a price change is given where the scenario does not say. */
export const DEFAULT_NOTICE_WEEKS = 4;

/** Weekly scalars that hold for everybody. */
export const GLOBAL_LEVERS = {
  z: 'conduct shock, before targeting; feeds the media burst',
  calm: 'factor on all public talk',
  hub: 'outreach to opinion leaders, 0..1',
  emp: 'empowerment of the complaint staff, 0..1',
  cap: 'answers per 1000 customers and week, mean over all people',
} as const;
export type GlobalLever = keyof typeof GLOBAL_LEVERS;
export const GLOBAL_LEVER_NAMES = Object.keys(GLOBAL_LEVERS) as GlobalLever[];

/** Weekly scalars of one segment, in the pilot or outside it. Prices are in today's list prices. */
export const SEGMENT_LEVERS = {
  P: 'list price',
  Pa: 'list price already announced',
  PL: 'price of the lite plan',
  PLa: 'price of the lite plan already announced',
  lite: '1 while the lite plan is offered',
  lam: 'surprise factor of a rise without notice',
  W: 'attention that a customer is woken to',
  WL: 'attention that a former customer is woken to by a price cut',
  WB: 'attention that a win-back campaign wakes to',
  gf: 'share that keeps the old price',
  Pold: 'that old price',
  credit: 'share of the bill credited',
  e: 'explanation',
  x: 'data-export openness',
  lock: 'switching cost added',
  s: 'service downgrade',
  ads: 'advertising load',
  adg: 'advertising load not yet got used to',
  z: 'conduct shock felt',
  rep: 'repair of trust per week',
  o: 'early outreach',
  D: 'probability that a cancellation is held up',
  Li: 'probability that the save desk listens',
  pzW: 'weeks of the pause offered, 0 if none',
  pzP: 'share of the bill due while paused',
  q0: 'depth of feature cut 0',
  q1: 'depth of feature cut 1',
  q2: 'depth of feature cut 2',
  q3: 'depth of feature cut 3',
  qg0: 'depth of feature cut 0 not yet got used to',
  qg1: 'depth of feature cut 1 not yet got used to',
  qg2: 'depth of feature cut 2 not yet got used to',
  qg3: 'depth of feature cut 3 not yet got used to',
  og0: 'over-promise 0 not yet got used to',
  og1: 'over-promise 1 not yet got used to',
  og2: 'over-promise 2 not yet got used to',
  og3: 'over-promise 3 not yet got used to',
} as const;
export type SegmentLever = keyof typeof SEGMENT_LEVERS;
export const SEGMENT_LEVER_NAMES = Object.keys(SEGMENT_LEVERS) as SegmentLever[];

/** Two sets of scalars per segment: those outside the pilot (or all, without one), those in it. */
export const LEVER_SETS = 2;

export interface LeverTable {
  /** Weeks simulated before week 0; row t is week t - historyWeeks. */
  readonly historyWeeks: number;
  /** Rows: history and horizon. */
  readonly weeks: number;
  readonly segments: number;
  /** [week][GLOBAL_LEVER_NAMES] */
  readonly globals: Float64Array;
  /** [week][segment][outside the pilot, in the pilot][SEGMENT_LEVER_NAMES] */
  readonly blocks: Float32Array;
  /** Per segment: list price of the week before the first one, in today's list prices. */
  readonly startPrice: Float64Array;
  /** Per segment: share of its customers in the pilot; 0 without one, 1 for a whole segment. */
  readonly pilotShare: Float64Array;
  /** Breadth of each feature cut; as many as there are. */
  readonly cutBreadth: readonly number[];
  /** Reach of each over-promise; as many as there are. */
  readonly promiseShare: readonly number[];
  /** Mean share of value that the lite plan keeps; undefined without one. */
  readonly liteValue: number | undefined;
  readonly pauseOffered: boolean;
  /** Switches that levers set: fat, ref, refMode. */
  readonly parameters: ParameterOverrides;
}

/** First id after each segment: round(customers * cumulated share / total), the last at `customers`. */
export function segmentEnds(
  segments: readonly { share: number }[],
  customers: number,
): number[] {
  const total = segments.reduce((sum, { share }) => sum + share, 0);
  let cumulated = 0;
  return segments.map(({ share }, g) => {
    cumulated += share;
    return g === segments.length - 1 ? customers : Math.round((customers * cumulated) / total);
  });
}

export interface CompileOptions {
  /** Weeks simulated before week 0, in place of those the scenario's past asks for (MODEL.md 5.6). */
  readonly historyWeeks?: number;
  /** Undo the decisions from this week on, unannounced (MODEL.md 7.7). */
  readonly goBackWeek?: number;
  /** The tripwire lit: from this week on the pilot's decision is undone and the rest never gets it. */
  readonly tripWeek?: number;
}
