/** The size of a decision: the one number that the cliff varies. */
import { OPENNESS_AT_REST } from './levers/care.ts';
import { levelAt, levels } from './levers/course.ts';
import { ofKind, reaches, timedEntries } from './levers/entries.ts';
import { priceChange } from './levers/prices.ts';
import { segmentsOf } from './scenario.ts';
import type { Decision, DecisionOf, Problem, Scenario } from './scenario.ts';

export type SizedKind = Exclude<Decision['kind'], 'noticeMail'>;
type SizedDecision = DecisionOf<SizedKind>;

/** Up to where a size means something: beyond it nothing is left to cut, or the model was never looked at. */
const LARGEST: Readonly<Record<SizedKind, number>> = {
  price: 1,
  featureCut: 1,
  openness: 1,
  service: 1,
  ads: 1,
  shock: 1.5,
  friction: 1,
  lockIn: 1,
  overPromise: 0.8,
};

/** Largest meaningful size of a kind of decision, in the unit of `doseOf`. The least is 0: no decision. */
export const doseRange = (kind: SizedKind): number => LARGEST[kind];

/** Where nothing is open there is nothing to close, but still a range to look at: a point of it. */
const LEAST_CLOSING = 0.01;

/**
 * Largest meaningful size of a decision of a scenario, in the unit of `doseOf`: nothing can be closed further than
 * it is open, so that of openness is the level before the decision.
 *
 * @throws RangeError if there is no decision with a size at the index
 */
export function largestDose(scenario: Scenario, index: number): number {
  const decision = sizedAt(scenario, index);
  return decision.kind === 'openness'
    ? Math.max(LEAST_CLOSING, opennessBefore(scenario, decision))
    : doseRange(decision.kind);
}

/**
 * The level that a decision's size is counted from: openness before it; null for what is no level.
 *
 * @throws RangeError if there is no decision with a size at the index
 */
export function levelBefore(scenario: Scenario, index: number): number | null {
  const decision = sizedAt(scenario, index);
  return decision.kind === 'openness' ? opennessBefore(scenario, decision) : null;
}

/**
 * Index of the decision whose size is varied: the one `selected`, else the first in the list with a size and a
 * week from 0 on. A scenario without one has a problem, which is returned instead.
 */
export function selectedDecision({ decisions, selected }: Scenario): number | Problem {
  const index = selected ?? decisions.findIndex((d) => isSized(d) && d.week >= 0);
  const decision = decisions[index];
  if (decision && isSized(decision) && decision.week >= 0) return index;
  return {
    path: selected === undefined ? 'decisions' : 'selected',
    received: selected ?? decisions.map(({ kind }) => kind),
    expected: 'a decision with a size, dated week 0 or later, to assess',
  };
}

/**
 * The size of a decision. Price: share by which the list price changes; openness: how far it is closed, in
 * levels (negative for opening); feature cut: depth; the others: their own level or size.
 *
 * @throws RangeError if there is no decision with a size at the index
 */
export function doseOf(scenario: Scenario, index: number): number {
  const decision = sizedAt(scenario, index);
  switch (decision.kind) {
    case 'price':
      return priceChange(decision, scenario.listPrice ?? 1);
    case 'featureCut':
      return decision.depth;
    case 'openness':
      return opennessBefore(scenario, decision) - decision.level;
    case 'service':
      return decision.downgrade;
    case 'ads':
      return decision.load;
    case 'shock':
    case 'overPromise':
      return decision.size;
    case 'friction':
    case 'lockIn':
      return decision.level;
  }
}

/**
 * The same scenario with the decision at another size, in the unit of `doseOf`. Openness stays within 0..1: to
 * close by more than there is means to close.
 *
 * @throws RangeError if there is no decision with a size at the index, or the dose is not a finite number
 */
export function withDose(scenario: Scenario, index: number, dose: number): Scenario {
  if (!Number.isFinite(dose))
    throw new RangeError(`dose: received ${dose}, expected a finite number`);
  const resized = resize(scenario, sizedAt(scenario, index), dose);
  return { ...scenario, decisions: scenario.decisions.with(index, resized) };
}

function resize(scenario: Scenario, decision: SizedDecision, dose: number): SizedDecision {
  switch (decision.kind) {
    case 'price': {
      const { newPrice: _replaced, ...price } = decision;
      return { ...price, change: dose };
    }
    case 'featureCut':
      return { ...decision, depth: dose };
    case 'openness': {
      const level = opennessBefore(scenario, decision) - dose;
      return { ...decision, level: Math.min(1, Math.max(0, level)) };
    }
    case 'service':
      return { ...decision, downgrade: dose };
    case 'ads':
      return { ...decision, load: dose };
    case 'shock':
    case 'overPromise':
      return { ...decision, size: dose };
    case 'friction':
    case 'lockIn':
      return { ...decision, level: dose };
  }
}

function sizedAt({ decisions }: Scenario, index: number): SizedDecision {
  const decision = decisions[index];
  if (decision && isSized(decision)) return decision;
  throw new RangeError(
    `decisions[${index}]: received ${decision?.kind ?? 'nothing'}, expected a decision with a size`,
  );
}

const isSized = (decision: Decision): decision is SizedDecision =>
  decision.kind !== 'noticeMail';

/** Openness that would hold in the decision's week without it, for the first segment that it reaches. */
function opennessBefore(scenario: Scenario, decision: DecisionOf<'openness'>): number {
  const segment = segmentsOf(scenario).find(({ name }) => reaches(decision, name))?.name ?? '';
  const others = ofKind(timedEntries(scenario), 'openness').filter(
    ({ entry }) => entry !== decision && reaches(entry, segment),
  );
  const before = levels(others, ({ level }) => level);
  return levelAt(before, OPENNESS_AT_REST, decision.week);
}
