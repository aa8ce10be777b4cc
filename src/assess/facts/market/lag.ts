/** N: the reported score falls long after the trust that it is taken for. */
import { seriesOf } from '../../../engine/series.ts';
import { monthlyChurn } from '../../timeline.ts';
import type { Fact } from '../fact.ts';
import { amount, median, weeks } from '../figures.ts';
import { DECISION_WEEK, People, risePlan, valueAt } from '../people.ts';
import { meanOf, rowsOf, valuesOf } from '../summary.ts';
import type { Row } from '../summary.ts';

const MARKETS = ['general', 'community'] as const;
const WEEKS = DECISION_WEEK + 156 + 1;
/** The announcement comes four weeks before the rise. */
const QUIET_WEEKS = DECISION_WEEK - 4;

/** What moves, in words, and in which direction. */
const SIGNALS = {
  trust: { words: 'trust', sign: -1 },
  npsAll: { words: 'NPS of all customers', sign: -1 },
  pastBreakingPoint: { words: 'share past the breaking point', sign: 1 },
  nps: { words: 'reported NPS', sign: -1 },
  churn: { words: 'churn of four weeks', sign: 1 },
} as const;
type Signal = keyof typeof SIGNALS;
const SIGNAL_NAMES = Object.keys(SIGNALS) as Signal[];

/** Weeks from the rise until a tenth and half of the largest move from the weeks before it. */
interface Move {
  readonly tenth: number;
  readonly half: number;
}

interface Market {
  readonly moves: Readonly<Record<Signal, Move>>;
  /** Reported NPS before the rise, and where half of all that will have moved past the breaking point. */
  readonly before: number;
  readonly reportedAtHalf: number;
  readonly allAtHalf: number;
}

function moveOf(values: readonly number[], sign: 1 | -1): Move {
  const rest = meanOf(values.slice(0, QUIET_WEEKS));
  const moved = values.slice(DECISION_WEEK).map((value) => sign * (value - rest));
  const most = Math.max(...moved);
  const first = (share: number) => moved.findIndex((value) => value >= share * most);
  return { tenth: first(0.1), half: first(0.5) };
}

function marketOf(people: People): Market {
  const run = people.watch(risePlan(0.25));
  const values = (signal: Signal): readonly number[] =>
    signal === 'churn' ? monthlyChurn(run) : [...seriesOf(run, signal)];
  const moves = Object.fromEntries(
    SIGNAL_NAMES.map((signal) => [signal, moveOf(values(signal), SIGNALS[signal].sign)]),
  ) as Record<Signal, Move>;
  const half = DECISION_WEEK + moves.pastBreakingPoint.half;
  return {
    moves,
    before: meanOf(values('nps').slice(0, QUIET_WEEKS)),
    reportedAtHalf: valueAt(values('nps'), half),
    allAtHalf: valueAt(values('npsAll'), half),
  };
}

const FIGURES = {
  behindTrust: ({ moves }: Market) => moves.nps.half - moves.trust.half,
  behindShare: ({ moves }: Market) => moves.nps.half - moves.pastBreakingPoint.half,
  before: ({ before }: Market) => before,
  reportedAtHalf: ({ reportedAtHalf }: Market) => reportedAtHalf,
  allAtHalf: ({ allAtHalf }: Market) => allAtHalf,
};
const MOVES = Object.fromEntries(
  SIGNAL_NAMES.flatMap((signal) => [
    [`${signal} tenth`, ({ moves }: Market) => moves[signal].tenth],
    [`${signal} half`, ({ moves }: Market) => moves[signal].half],
  ]),
) as Record<`${Signal} ${'tenth' | 'half'}`, (market: Market) => number>;
type LagRow = Row<keyof typeof FIGURES | keyof typeof MOVES>;

function words({ name, figures }: LagRow): string {
  const moves = SIGNAL_NAMES.map(
    (signal) =>
      `${SIGNALS[signal].words} ${median(figures[`${signal} tenth`])} / ${median(figures[`${signal} half`])}`,
  );
  const { behindTrust, behindShare, before, reportedAtHalf, allAtHalf } = figures;
  return `${name}, median weeks to a tenth / half of the move: ${moves.join(', ')}; reported NPS behind trust ${weeks(behindTrust)}, behind the share past the breaking point ${weeks(behindShare)}; NPS ${amount(before, 0)} before, ${amount(reportedAtHalf, 0)} reported and ${amount(allAtHalf, 0)} of all at half of the collapse`;
}

export const lag: Fact<readonly Market[]> = {
  id: 'N',
  claim: 'The reported NPS lags (+25 %)',
  target:
    'half of its own total fall comes later than half of that of hidden trust and of the share past the breaking point',
  always: true,
  measure: (kernel, seed) =>
    MARKETS.map((template) => marketOf(new People(kernel, seed, { template }, WEEKS))),
  conclude(measures) {
    const rows = rowsOf(MARKETS, measures, { ...MOVES, ...FIGURES });
    const [general, community] = rows.map(
      ({ figures: { behindTrust, behindShare } }) =>
        behindTrust.median > 0 && behindShare.median > 0,
    );
    return {
      measured: rows.map(words).join('. '),
      met: general ? (community ? 'yes' : 'partly') : 'no',
      note: `${community ? '' : 'in community it comes before the share past the breaking point; '}the lag rests on the ceiling and the silence of the disappointed that are built into the NPS`,
      values: valuesOf(rows),
    };
  },
};
