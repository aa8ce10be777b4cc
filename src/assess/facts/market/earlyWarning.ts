/** F11: what a company measures fluctuates more before a slow collapse, and not before a sudden one. */
import { seriesOf } from '../../../engine/series.ts';
import type { Kernel } from '../../../engine/kernel.ts';
import { ascending, quantile } from '../../quantile.ts';
import { monthlyChurn } from '../../timeline.ts';
import type { Fact } from '../fact.ts';
import { amount } from '../figures.ts';
import { NOTHING, People } from '../people.ts';
import type { Plan } from '../people.ts';
import { meanOf, single, valuesOf } from '../summary.ts';
import type { Summary } from '../summary.ts';

const START = 20;
const RAMP_WEEKS = 150;
const WEEKS = 260;
/** More and more ads and less and less service. */
const SLOW: Plan = {
  decisions: [
    { kind: 'ads', week: START, load: 1, ramp: RAMP_WEEKS },
    { kind: 'service', week: START, downgrade: 0.3, ramp: RAMP_WEEKS },
  ],
};
/** About when the slow collapse begins. */
const SUDDEN: Plan = { decisions: [{ kind: 'shock', week: 180, size: 1.2 }] };

/** A warning is read from the year that ends half a year before the onset. */
const WINDOW = 52;
const AHEAD = 13;
/** Independent runs of each kind for every seed. */
const REPEATS = 2;

const SIGNALS = [
  { name: 'complaints', warning: 'rises' },
  { name: 'nps', warning: 'falls' },
  { name: 'attempts', warning: 'rises' },
] as const;
/** Area under the curve from which on a statistic warns. */
const WARNING = 0.7;
const STATISTICS = { variance, autocorrelation, mean: meanOf };
type Statistic = keyof typeof STATISTICS;
const STATISTIC_NAMES = Object.keys(STATISTICS) as Statistic[];

type Signals = readonly (readonly number[])[];

type Kind = 'quiet' | 'slow' | 'sudden';

interface Measure {
  readonly quiet: readonly Signals[];
  readonly slow: readonly Signals[];
  readonly sudden: readonly Signals[];
  /** First week with twice the churn of the quiet runs; one for each slow run. */
  readonly onsets: readonly number[];
}

/** What is left of a window when its straight line is taken away. */
function detrended(values: readonly number[]): number[] {
  const [middle, mean] = [(values.length - 1) / 2, meanOf(values)];
  let [xx, xy] = [0, 0];
  values.forEach((value, i) => {
    xx += (i - middle) * (i - middle);
    xy += (i - middle) * (value - mean);
  });
  return values.map((value, i) => value - mean - (xy / xx) * (i - middle));
}

function variance(values: readonly number[]): number {
  return meanOf(detrended(values).map((rest) => rest * rest));
}

function autocorrelation(values: readonly number[]): number {
  const rest = detrended(values);
  const products = rest.slice(1).map((value, i) => value * (rest[i] ?? NaN));
  return meanOf(products) / meanOf(rest.map((value) => value * value));
}

/** Chance that a run of the one kind has the larger value, ties counted half; error by Hanley and McNeil (1982). */
function areaUnderCurve(higher: readonly number[], lower: readonly number[]): Summary {
  let wins = 0;
  for (const a of higher) for (const b of lower) wins += a > b ? 1 : a === b ? 0.5 : 0;
  const [n, m] = [higher.length, lower.length];
  const area = wins / (n * m);
  const both = area / (2 - area);
  const twice = (2 * area * area) / (1 + area);
  const spread =
    area * (1 - area) + (n - 1) * (both - area * area) + (m - 1) * (twice - area * area);
  const error = Math.sqrt(Math.max(0, spread) / (n * m));
  return { ...single(area), count: n + m, error };
}

function signalsOf(kernel: Kernel, seed: string, plan: Plan) {
  const people = new People(kernel, seed, { template: 'general' }, WEEKS);
  const run = people.watch(plan);
  return {
    churn: monthlyChurn(run),
    signals: SIGNALS.map(({ name }) => [...seriesOf(run, name)]),
  };
}

/** How well each statistic of each signal, read up to a week, tells runs before a collapse from quiet ones. */
function warnings(measures: readonly Measure[], end: number) {
  const read = (kind: Kind, signal: number, statistic: Statistic) =>
    measures.flatMap((measure) =>
      measure[kind].map((signals) => {
        const values = (signals[signal] ?? []).slice(end - WINDOW, end);
        return STATISTICS[statistic](values);
      }),
    );
  return SIGNALS.flatMap(({ name, warning }, signal) =>
    STATISTIC_NAMES.map((statistic) => {
      const area = (kind: 'slow' | 'sudden') => {
        const runs = [read(kind, signal, statistic), read('quiet', signal, statistic)] as const;
        const falls = statistic === 'mean' && warning === 'falls';
        return falls ? areaUnderCurve(runs[1], runs[0]) : areaUnderCurve(...runs);
      };
      return {
        name: `${name} ${statistic}`,
        statistic,
        figures: { slow: area('slow'), sudden: area('sudden') },
      };
    }),
  );
}

export const earlyWarning: Fact<Measure> = {
  id: 'F11',
  claim: 'A slow collapse gives early warning, a sudden one does not (general)',
  target:
    'independent seeds: variance or autocorrelation of a reported series tells runs before a slow collapse from quiet ones with AUC .7 or more; before a sudden shock none does',
  always: true,
  measure(kernel, seed) {
    const repeats = Array.from({ length: REPEATS }, (_, repeat) => `${seed}.${repeat}`);
    const runs = (kind: string, plan: Plan) =>
      repeats.map((text) => signalsOf(kernel, `${text} ${kind}`, plan));
    const [quiet, slow, sudden] = [
      runs('quiet', NOTHING),
      runs('slow', SLOW),
      runs('sudden', SUDDEN),
    ];
    const base = meanOf(quiet.flatMap(({ churn }) => churn.slice(START)));
    return {
      quiet: quiet.map(({ signals }) => signals),
      slow: slow.map(({ signals }) => signals),
      sudden: sudden.map(({ signals }) => signals),
      onsets: slow.map(({ churn }) => {
        const onset = churn.findIndex((value, week) => week >= START && value > 2 * base);
        return onset < 0 ? WEEKS : onset;
      }),
    };
  },
  conclude(measures) {
    const onset = Math.round(
      quantile(ascending(measures.flatMap(({ onsets }) => onsets)), 0.5),
    );
    const rows = warnings(measures, onset - AHEAD);
    const warned = rows.some(
      ({ statistic, figures: { slow } }) => statistic !== 'mean' && slow.mean >= WARNING,
    );
    const misled = rows.some(({ figures: { sudden } }) => sudden.mean >= WARNING);
    const areas = (kind: 'slow' | 'sudden') =>
      rows.map(({ name, figures }) => `${name} ${amount(figures[kind], 2)}`).join(', ');
    return {
      measured: `onset week ${onset} (ramp over ${RAMP_WEEKS} weeks from week ${START}), ${measures.length * REPEATS} runs of each kind; AUC in the year up to ${AHEAD} weeks before it: ${areas('slow')}; before a shock: ${areas('sudden')}`,
      met: warned && !misled ? 'yes' : 'no',
      note: 'the plain mean of complaints warns as well as their variance, which grows with it; autocorrelation hardly does',
      values: valuesOf(rows),
    };
  },
};
