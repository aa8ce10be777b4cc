/** A trial of a decision on a part of the customers, as a scenario has it or might have it. */
import { selectedOf } from '../engine/selected.ts';
import { BASE_WEEKS, WEEKS_IN_ROW } from '../engine/wired-pilot.ts';
import { compileLevers } from '../model/levers.ts';
import { PILOTED_KINDS, segmentsOf } from '../model/scenario.ts';
import type { BufferOf, Scenario } from '../model/scenario.ts';

export interface PilotDesign {
  /** Week in which it begins. */
  readonly week: number;
  /** How long it runs; after it, it is decided about the rest. */
  readonly weeks: number;
  /** Share of the customers, drawn at random: of the segments named, or of all of them if that is null. */
  readonly share: number;
  readonly segments: readonly string[] | null;
  /**
   * It is stopped when the group's complaints per head exceed `times` those of the `base` weeks before it, in
   * `weeks` weeks in a row.
   */
  readonly tripwire: { readonly times: number; readonly weeks: number; readonly base: number };
}

/** The pilot of a scenario that has none: a tenth, for half a year, stopped at three times its complaints. */
const DEFAULT_PILOT = {
  share: 0.1,
  weeks: 26,
  segments: null,
  tripwire: { times: 3, weeks: WEEKS_IN_ROW, base: BASE_WEEKS },
} as const;

/** Why a pilot of that design could say nothing of the decision. */
export type NoPilot =
  /** Everybody gets such a decision at once: openness, a shock. */
  | 'cannotBePiloted'
  /** The decision does not begin while the pilot runs. */
  | 'decisionOutsidePilot'
  /** The pilot ends after the last simulated week. */
  | 'endsAfterHorizon'
  /** No week is simulated before the pilot: there is nothing to compare its complaints with. */
  | 'noWeeksBefore'
  /** There are no customers in it. */
  | 'nobodyInIt';

/** The scenario's own pilot, or the default one at the time of the decision. One that is never widened runs on. */
export function designOf(scenario: Scenario): PilotDesign {
  const own = ownPilot(scenario);
  if (!own) return { week: decisionWeek(scenario), ...DEFAULT_PILOT };
  const { times, weeks, base } = own.tripwire ?? DEFAULT_PILOT.tripwire;
  return {
    week: own.week,
    weeks: (own.widen ?? scenario.horizon) - own.week,
    share: own.share ?? 1,
    segments: own.segments ?? null,
    tripwire: { times, weeks: weeks ?? WEEKS_IN_ROW, base: base ?? BASE_WEEKS },
  };
}

export const ownPilot = ({ buffers }: Scenario): BufferOf<'pilot'> | undefined =>
  buffers.find((buffer) => buffer.kind === 'pilot');

export const withoutPilot = (scenario: Scenario): Scenario => ({
  ...scenario,
  buffers: scenario.buffers.filter(({ kind }) => kind !== 'pilot'),
});

/** @param scenario without a pilot of its own */
export function objectionTo(
  scenario: Scenario,
  { week, weeks, share, segments }: PilotDesign,
): NoPilot | null {
  const decided = decisionWeek(scenario);
  const named = segmentsOf(scenario).some(({ name }) => segments?.includes(name) ?? true);
  if (!PILOTED_KINDS.includes(selectedOf(scenario).kind)) return 'cannotBePiloted';
  if (decided < week || decided >= week + weeks) return 'decisionOutsidePilot';
  if (week + weeks > scenario.horizon) return 'endsAfterHorizon';
  if (week + compileLevers(scenario).historyWeeks <= 0) return 'noWeeksBefore';
  if (!named || share <= 0) return 'nobodyInIt';
  return null;
}

const decisionWeek = (scenario: Scenario): number =>
  scenario.decisions[selectedOf(scenario).index]?.week ?? 0;
