/** Edits of the decisions: pure, each returns a scenario that holds by the model's rules. */
import { IMPULSES_AT_MOST } from '../../model/levers/table.ts';
import { PILOTED_KINDS } from '../../model/scenario.ts';
import type { Buffer, Decision, DecisionOf, Scenario } from '../../model/scenario.ts';
import { isBoundToADecision } from '../../model/bound.ts';
import { withSetting } from './entry-fields.ts';

type DecisionKind = Decision['kind'];

/** A decision and its place in the scenario. */
export interface DecisionRow {
  readonly index: number;
  readonly decision: Decision;
  /** Before week 0: it has happened, and cannot be assessed any more. */
  readonly history: boolean;
  /** Its size can be varied on the cliff. */
  readonly selectable: boolean;
}

const FIRST_WEEK = 8;
const WEEKS_TO_THE_NEXT = 26;

/** What a decision of each kind begins with: large enough to be seen, small enough to be usual. */
const FIRST_SIZES: { readonly [K in DecisionKind]: Omit<DecisionOf<K>, 'kind' | 'week'> } = {
  price: { change: 0.1 },
  featureCut: { breadth: 0.3, depth: 0.5 },
  openness: { level: 0.05 },
  service: { downgrade: 0.2 },
  ads: { load: 0.2 },
  shock: { size: 0.4 },
  friction: { level: 0.3 },
  lockIn: { level: 0.3 },
  overPromise: { size: 0.3 },
  noticeMail: {},
};

/** All decisions in the order of their weeks; within a week in the order in which they count. */
export function decisionRows({ decisions }: Pick<Scenario, 'decisions'>): DecisionRow[] {
  return decisions
    .map((decision, index) => ({
      index,
      decision,
      history: decision.week < 0,
      selectable: isSelectable(decision),
    }))
    .sort((a, b) => a.decision.week - b.decision.week);
}

const isSelectable = ({ kind, week }: Decision): boolean => kind !== 'noticeMail' && week >= 0;

/** Whether another decision of the kind may join: cuts and over-promises are limited. */
export function canAdd(
  { decisions }: Pick<Scenario, 'decisions'>,
  kind: DecisionKind,
): boolean {
  if (kind !== 'featureCut' && kind !== 'overPromise') return decisions.length < 64;
  return decisions.filter((decision) => decision.kind === kind).length < IMPULSES_AT_MOST;
}

/** Adds a decision of a usual size and selects it: half a year after the last of its kind, else beside the others. */
export function withDecision(scenario: Scenario, kind: DecisionKind): Scenario {
  const decision = { kind, week: weekOfNext(scenario, kind), ...FIRST_SIZES[kind] } as Decision;
  const decisions = [...scenario.decisions, decision];
  const added = { ...scenario, decisions };
  return mended(isSelectable(decision) ? { ...added, selected: decisions.length - 1 } : added);
}

function weekOfNext({ decisions, selected, horizon }: Scenario, kind: DecisionKind): number {
  const weeks = decisions.filter((d) => d.kind === kind && d.week >= 0).map(({ week }) => week);
  const beside = decisions[selected ?? decisions.findIndex(isSelectable)]?.week ?? FIRST_WEEK;
  const week = weeks.length > 0 ? Math.max(...weeks) + WEEKS_TO_THE_NEXT : beside;
  return Math.max(0, Math.min(week, horizon - 1));
}

/** Takes a decision away; a pilot that has nothing left to try goes with it. */
export function withoutDecision(scenario: Scenario, index: number): Scenario {
  const { selected } = scenario;
  const decisions = scenario.decisions.filter((_, i) => i !== index);
  return mended({
    ...scenario,
    decisions,
    selected:
      selected === undefined || selected === index
        ? undefined
        : selected - (selected > index ? 1 : 0),
  });
}

/** Puts the size of another decision on the cliff's axis; the same scenario where that cannot be. */
export function withSelected(scenario: Scenario, index: number): Scenario {
  const decision = scenario.decisions[index];
  return decision && isSelectable(decision) ? { ...scenario, selected: index } : scenario;
}

/** Changes one setting of a decision; undefined takes it away. */
export function withDecisionSetting(
  scenario: Scenario,
  index: number,
  key: string,
  value: unknown,
): Scenario {
  const decision = scenario.decisions[index];
  if (!decision) return scenario;
  const next = {
    ...scenario,
    decisions: scenario.decisions.with(index, changed(decision, key, value)),
  };
  return mended(
    key === 'week' && typeof value === 'number'
      ? { ...next, buffers: movedAlong(next, decision.week, value) }
      : next,
  );
}

/**
 * The buffers once a decision has moved from a week: those that were taken for its sake move along, with the ends
 * they have. They are taken to be those of its week, unless another decision is left there.
 */
function movedAlong(
  { decisions, buffers }: Pick<Scenario, 'decisions' | 'buffers'>,
  from: number,
  to: number,
): Buffer[] {
  if (decisions.some(({ week }) => week === from)) return buffers;
  return buffers.map((buffer) =>
    isBoundToADecision(buffer) && 'week' in buffer && buffer.week === from
      ? withSetting(buffer, 'week', to)
      : buffer,
  );
}

function changed(decision: Decision, key: string, value: unknown): Decision {
  const next = withSetting(decision, key, value);
  if (next.kind === 'price' && key === 'change')
    return withSetting(next, 'newPrice', undefined);
  if (next.kind === 'price' && key === 'steps' && value === 1)
    return withSetting(withSetting(next, 'steps', undefined), 'interval', undefined);
  return next;
}

/**
 * Lets a decision count before (-1) or after (1) the neighbour of the same week.
 *
 * @returns the scenario and the decision's new index; null where it has no such neighbour
 */
export function withinWeek(
  scenario: Scenario,
  index: number,
  by: -1 | 1,
): { readonly scenario: Scenario; readonly index: number } | null {
  const rows = decisionRows(scenario);
  const at = rows.findIndex((row) => row.index === index);
  const [row, other] = [rows[at], rows[at + by]];
  if (!row || other?.decision.week !== row.decision.week) return null;
  const decisions = scenario.decisions
    .with(row.index, other.decision)
    .with(other.index, row.decision);
  const places = new Map([
    [row.index, other.index],
    [other.index, row.index],
  ]);
  const { selected } = scenario;
  const moved = selected === undefined ? undefined : (places.get(selected) ?? selected);
  return { scenario: { ...scenario, decisions, selected: moved }, index: other.index };
}

/**
 * What an edit of the decisions entails elsewhere: a selection that cannot be any more is given up, a pilot
 * without anything to try ends, and new prices become changes where several decisions move the price.
 */
export function mended(scenario: Scenario): Scenario {
  const { decisions, buffers, selected } = scenario;
  const chosen = selected === undefined ? undefined : decisions[selected];
  return {
    ...scenario,
    decisions: relative(scenario),
    buffers: buffers.filter(
      (buffer) => buffer.kind !== 'pilot' || hasSomethingToTry(buffer.week, decisions, buffers),
    ),
    selected: chosen && isSelectable(chosen) ? selected : undefined,
  };
}

const hasSomethingToTry = (
  from: number,
  decisions: readonly Decision[],
  buffers: readonly Buffer[],
): boolean =>
  [...decisions, ...buffers].some(
    (entry) =>
      PILOTED_KINDS.includes(entry.kind) &&
      'week' in entry &&
      (entry.week ?? -Infinity) >= from,
  );

function relative({ decisions, listPrice = 1 }: Scenario): Decision[] {
  const prices = decisions.filter(({ kind }) => kind === 'price').length;
  return decisions.map((decision) => {
    if (decision.kind !== 'price' || decision.newPrice === undefined) return decision;
    if (prices === 1 && decision.week >= 0) return decision;
    const { newPrice, ...rest } = decision;
    return { ...rest, change: newPrice / listPrice - 1 };
  });
}
