/** S: how far each parameter moves the critical rise. */
import { PARAMETERS } from '../../../model/parameters.ts';
import type { ParameterName } from '../../../model/parameters.ts';
import { criticalSize } from '../critical.ts';
import type { Fact } from '../fact.ts';
import { percent, points } from '../figures.ts';
import { DECISION_WEEK, People } from '../people.ts';
import { over, summary } from '../summary.ts';

const WEEKS = DECISION_WEEK + 104 + 1;
const LARGE_MARKET = 20_000;

const VARIED = [
  'rho',
  'beta',
  'psi',
  'eta',
  'w',
  'vMean',
  'vCv',
  'Smean',
  'Amean',
  'Asd',
  'Tmean',
  'reserve',
  'aSd',
  'push',
  'bcast',
  'mem',
  'chi',
  'mu',
  'susSd',
  'socMax',
  'wakeSoc',
  'cv',
  'cT',
  'cap',
  'ignore',
  'kappa',
  'h1',
  'h0',
  'dorm',
  'netv',
  'trap',
  'cred',
] as const satisfies readonly ParameterName[];
type Varied = (typeof VARIED)[number];

/** Varied by a fifth, but for means that have less room. */
const stepOf = (name: Varied): number => (name === 'Tmean' || name === 'vMean' ? 0.05 : 0.2);

interface Measure {
  readonly base: number;
  /** The critical rise in a market of 20,000 people. */
  readonly large: number;
  /** For each parameter: critical rise with less of it, and with more. */
  readonly varied: readonly (readonly [number, number])[];
}

export const sensitivity: Fact<Measure> = {
  id: 'S',
  claim: 'Sensitivity of the critical rise to each parameter (general)',
  target: 'none: shift at week 104 in points for 20 % less / more (Tmean, vMean 5 %)',
  always: false,
  measure(kernel, seed) {
    const critical = (name: Varied, factor: number) => {
      const value = Math.min(PARAMETERS[name].max, factor * PARAMETERS[name].default);
      const parameters = { [name]: value };
      return criticalSize(new People(kernel, seed, { template: 'general', parameters }, WEEKS));
    };
    const market = (customers: number) =>
      criticalSize(new People(kernel, seed, { template: 'general', customers }, WEEKS));
    return {
      base: market(5000),
      large: market(LARGE_MARKET),
      varied: VARIED.map((name) => [
        critical(name, 1 - stepOf(name)),
        critical(name, 1 + stepOf(name)),
      ]),
    };
  },
  conclude(measures) {
    const base = over(measures, (measure) => measure.base);
    const large = over(measures, (measure) => measure.large);
    const rows = VARIED.map((name, i) => {
      const shift = (side: 0 | 1) =>
        summary(measures.map((measure) => (measure.varied[i]?.[side] ?? NaN) - measure.base));
      return { name, less: shift(0), more: shift(1) };
    });
    return {
      measured: `critical rise +${percent(base)}; ${rows.map(({ name, less, more }) => `${name} ${points(less)} / ${points(more)}`).join(', ')}; with ${LARGE_MARKET.toLocaleString('en-US')} people +${percent(large)}`,
      met: 'info',
      values: {
        base,
        large,
        ...Object.fromEntries(
          rows.flatMap(({ name, less, more }) => [
            [`${name} less`, less],
            [`${name} more`, more],
          ]),
        ),
      },
    };
  },
};
