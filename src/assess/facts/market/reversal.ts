/** F4: before the collapse a reversal brings the customers back, after it not; between lies a point of no return. */
import { firstByHalving } from '../../halving.ts';
import { regained } from '../../wayBack.ts';
import type { Fact } from '../fact.ts';
import { percent, plainPercent, size, weeks } from '../figures.ts';
import { activeOf, DECISION_WEEK, NOTHING, People, rise, valueAt } from '../people.ts';
import type { Plan } from '../people.ts';
import { over, rowsOf, valuesOf } from '../summary.ts';

const CASES = [
  { change: 0.2, reversed: 26, later: 26 },
  { change: 0.25, reversed: 52, later: 52 },
  { change: 0.3, reversed: 52, later: 52 },
];
const THREE_YEARS = DECISION_WEEK + 156;
const LATEST = 104;

interface Case {
  /** Loss at the end of the last week at the higher price. */
  readonly before: number;
  /** Loss some weeks later; below 0 if there are more customers than without a decision. */
  readonly after: number;
}

interface Measure {
  readonly cases: readonly Case[];
  /** Weeks from a rise of 25 % to the last reversal that keeps 75 % of the base after three years. */
  readonly noReturn: number;
}

/** A rise that is taken back some weeks later, as announced. */
const reversedAfter = (change: number, after: number): Plan => ({
  decisions: [{ ...rise(change), revert: DECISION_WEEK + after }],
});

function lastReversal(people: People, least: number): number {
  const keeps = (after: number) =>
    people.active(reversedAfter(0.25, after), THREE_YEARS) >= least;
  if (keeps(LATEST)) return LATEST;
  return firstByHalving(1, LATEST, (after) => !keeps(after)) - 1;
}

const FIGURES = {
  before: ({ before }: Case) => before,
  after: ({ after }: Case) => after,
};

export const reversal: Fact<Measure> = {
  id: 'F4',
  claim: 'A reversal in time heals, one too late does not (general)',
  target:
    'of the loss of +20 % reversed after 26 weeks at least 75 % is regained in 26 weeks; of +25 and +30 % reversed after 52 weeks at most 35 % in a year; a point of no return',
  always: true,
  measure(kernel, seed) {
    const people = new People(kernel, seed, { template: 'general' }, THREE_YEARS + 1);
    const twin = activeOf(people.run(NOTHING));
    const cases = CASES.map(({ change, reversed, later }) => {
      const active = activeOf(people.run(reversedAfter(change, reversed)));
      const loss = (week: number) => 1 - valueAt(active, week) / valueAt(twin, week);
      const week = DECISION_WEEK + reversed;
      return { before: loss(week - 1), after: loss(week + later) };
    });
    return { cases, noReturn: lastReversal(people, 0.75 * valueAt(twin, THREE_YEARS)) };
  },
  conclude(measures) {
    const rows = rowsOf(
      CASES.map(({ change }) => size(change)),
      measures.map(({ cases }) => cases),
      FIGURES,
    );
    const shares = rows.map(({ figures: { before, after } }) =>
      regained(before.mean, after.mean),
    );
    const [small = NaN, ...large] = shares;
    const noReturn = over(measures, (measure) => measure.noReturn);
    const met =
      small >= 0.75 && large.every((share) => share <= 0.35) && noReturn.high < LATEST;
    const words = rows.map(
      ({ name, figures: { before, after } }, i) =>
        `${name}: loss ${percent(before, 2)} → ${percent(after, 2)} = ${plainPercent(shares[i] ?? NaN)} regained`,
    );
    return {
      measured: `${words.join('; ')}; last reversal of +25 % that keeps 75 % of the base at week 156: ${weeks(noReturn)}`,
      met: met ? 'yes' : 'no',
      note: 'with care: below the tip there is hardly a loss to regain at the reversal (the news of the cut also brings everyday leavers back), and beyond it most of the loss is still to come',
      values: { ...valuesOf(rows), noReturn },
    };
  },
};
