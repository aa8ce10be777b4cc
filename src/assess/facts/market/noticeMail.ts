/** F15: a letter that announces nothing wakes customers who should have left before. */
import { seriesOf } from '../../../engine/series.ts';
import type { Fact } from '../fact.ts';
import { percent, times } from '../figures.ts';
import { DECISION_WEEK, NOTHING, People, valueAt } from '../people.ts';
import type { Plan } from '../people.ts';
import { rowsOf, valuesOf } from '../summary.ts';

const MARKETS = ['telco', 'general'] as const;
const QUARTER = 13;
const WEEKS = DECISION_WEEK + QUARTER;
const MAIL: Plan = { decisions: [{ kind: 'noticeMail', week: DECISION_WEEK }] };

/** Exits in the quarter from the letter on, as a share of the customers at its start. */
interface Churn {
  readonly without: number;
  readonly with: number;
}

function quarterly(people: People, plan: Plan): number {
  const run = people.run(plan);
  const exits = seriesOf(run, 'exits')
    .slice(DECISION_WEEK)
    .reduce((sum, left) => sum + left, 0);
  return exits / valueAt(seriesOf(run, 'active'), DECISION_WEEK - 1);
}

const FIGURES = {
  without: (churn: Churn) => churn.without,
  with: (churn: Churn) => churn.with,
  ratio: (churn: Churn) => churn.with / churn.without,
};

export const noticeMail: Fact<readonly Churn[]> = {
  id: 'F15',
  claim: 'A notice mail alone raises churn (telco)',
  target: 'churn of the quarter rises by a factor of 1.2 to 2 (a field experiment found 1.67)',
  always: true,
  measure: (kernel, seed) =>
    MARKETS.map((template) => {
      const people = new People(kernel, seed, { template }, WEEKS);
      return { without: quarterly(people, NOTHING), with: quarterly(people, MAIL) };
    }),
  conclude(measures) {
    const rows = rowsOf(MARKETS, measures, FIGURES);
    const [telco = NaN, general = NaN] = rows.map(({ figures }) => figures.ratio.mean);
    return {
      measured: rows
        .map(
          ({ name, figures }) =>
            `${name}: ${percent(figures.without, 2)} → ${percent(figures.with, 2)} in a quarter (${times(figures.ratio, 2)})`,
        )
        .join('; '),
      met: telco >= 1.2 && telco <= 2 ? 'yes' : 'no',
      note: `no effect in general (x${general.toFixed(2)}), where hardly anybody stays against their interest`,
      values: valuesOf(rows),
    };
  },
};
