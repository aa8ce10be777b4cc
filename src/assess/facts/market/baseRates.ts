/** F12: churn, survival and return without a decision and after one are of the published size. */
import { seriesOf } from '../../../engine/series.ts';
import type { Kernel } from '../../../engine/kernel.ts';
import type { TemplateName } from '../../../model/templates.ts';
import type { Fact } from '../fact.ts';
import { amount, percent } from '../figures.ts';
import { activeOf, NOTHING, People, rise, risePlan, valueAt } from '../people.ts';
import type { Plan } from '../people.ts';
import { meanOf, rowsOf, single, valuesOf } from '../summary.ts';
import type { Row, Summary } from '../summary.ts';
import { REASONS, WIN_BACK_WEEKS, winBack } from './winBack.ts';
import type { Leavers, Reason } from './winBack.ts';

const YEAR = 52;
const MARKETS = ['streaming', 'saas', 'telco', 'community', 'general'] as const;
type Market = (typeof MARKETS)[number];

/** Published churn per month; community and general have no one industry to be compared with. */
const CHURN: Partial<Record<Market, readonly [number, number]>> = {
  streaming: [0.02, 0.055],
  saas: [0.005, 0.01],
  telco: [0.007, 0.011],
};
const SURVIVAL = [0.45, 0.65] as const;
const BACK: Partial<Record<Reason, readonly [number, number]>> = {
  price: [0.25, 0.4],
  trust: [0.05, 0.15],
};

interface Quiet {
  readonly churn: number;
  /** Share of the first customers that has not left after a year. */
  readonly survival: number;
  /** Customers after two and five years, relative to the first. */
  readonly two: number;
  readonly five: number;
}

interface Measure {
  readonly quiet: readonly Quiet[];
  /** Leavers of streaming, and of general, by reason. */
  readonly streaming: Record<Reason, Leavers>;
  readonly general: Record<Reason, Leavers>;
}

const within = ({ mean }: Summary, band: readonly [number, number] | undefined): boolean =>
  band === undefined || (mean >= band[0] && mean <= band[1]);

function quietYears(kernel: Kernel, seed: string, template: TemplateName): Quiet {
  const people = new People(kernel, seed, { template }, 5 * YEAR);
  let survivors = 0;
  const first = people.follow(NOTHING, YEAR, (now, week) => {
    if (week < YEAR - 1) return;
    const [status, events] = [now.states('st'), now.states('nE')];
    survivors = status.filter((st, id) => st === 0 && events[id] === 0).length;
  });
  const run = people.run(NOTHING);
  const active = activeOf(run);
  const exits = seriesOf(run, 'exits').slice(0, 2 * YEAR);
  const weekly = exits.map((left, week) => left / valueAt(active, Math.max(0, week - 1)));
  return {
    churn: (meanOf(weekly) * 52) / 12,
    survival: survivors / first.activeBefore,
    two: valueAt(active, 2 * YEAR - 1) / run.activeBefore,
    five: valueAt(active, 5 * YEAR - 1) / run.activeBefore,
  };
}

/** Hardly anybody leaves the streaming market for want of trust before it collapses. */
const COLLAPSE: Plan = { decisions: [rise(0.5)], buffers: [{ kind: 'notice', weeks: 0 }] };

/** Over all seeds, since some reasons are rare. */
function returned(all: readonly Leavers[]): Summary {
  const sum = (figure: keyof Leavers) => all.reduce((total, one) => total + one[figure], 0);
  const [left, back] = [sum('left'), sum('back')];
  const mean = back / left;
  return { ...single(mean), count: left, error: Math.sqrt((mean * (1 - mean)) / left) };
}

const FIGURES = {
  churn: ({ churn }: Quiet) => churn,
  survival: ({ survival }: Quiet) => survival,
  two: ({ two }: Quiet) => two,
  five: ({ five }: Quiet) => five,
};
type QuietRow = Row<keyof typeof FIGURES>;

function quietMet(rows: readonly QuietRow[]): boolean {
  const [streaming] = rows;
  const each = rows.every(
    ({ figures: { churn, two, five } }, i) =>
      within(churn, CHURN[MARKETS[i] ?? 'general']) &&
      within(two, [0.95, 1.05]) &&
      within(five, [0.9, 1.1]),
  );
  return each && streaming !== undefined && within(streaming.figures.survival, SURVIVAL);
}

type Returned = Readonly<Record<Reason, Summary>>;

const returnMet = (shares: Returned): boolean =>
  REASONS.every((reason) => within(shares[reason], BACK[reason]));

const returnWords = (shares: Returned): string =>
  REASONS.map(
    (reason) => `${reason} ${percent(shares[reason])} of ${shares[reason].count}`,
  ).join(', ');

function quietWords(rows: readonly QuietRow[]): string {
  const churns = rows.map(({ name, figures }) => `${name} ${percent(figures.churn, 2)}`);
  const bases = rows.map(
    ({ name, figures }) => `${name} ${amount(figures.two, 3)} / ${amount(figures.five, 3)}`,
  );
  const survival = rows[0] ? percent(rows[0].figures.survival) : '';
  return `churn per month ${churns.join(', ')}; survival of a year in streaming ${survival}; customers after 2 / 5 years ${bases.join(', ')}`;
}

export const baseRates: Fact<Measure> = {
  id: 'F12',
  claim: 'Everyday churn, survival and return are of the published size',
  target:
    'churn per month streaming 2 to 5.5 %, saas .5 to 1 %, telco .7 to 1.1 %; 45 to 65 % of streaming customers survive a year; back within 12 months (streaming) 25 to 40 % of those who left for the price, 5 to 15 % of those who lost trust; customers without a decision within 5 % after 2 years and 10 % after 5',
  always: true,
  measure(kernel, seed) {
    const quiet = MARKETS.map((template) => quietYears(kernel, seed, template));
    const streaming = new People(kernel, seed, { template: 'streaming' }, WIN_BACK_WEEKS);
    const { trust } = winBack(streaming, COLLAPSE);
    const left = { ...winBack(streaming, risePlan(0.15)), trust };
    const general = new People(kernel, seed, { template: 'general' }, WIN_BACK_WEEKS);
    return { quiet, streaming: left, general: winBack(general, risePlan(0.25)) };
  },
  conclude(measures) {
    const rows = rowsOf(
      MARKETS,
      measures.map(({ quiet }) => quiet),
      FIGURES,
    );
    const back = (market: 'streaming' | 'general'): Returned => ({
      trust: returned(measures.map((measure) => measure[market].trust)),
      price: returned(measures.map((measure) => measure[market].price)),
      everyday: returned(measures.map((measure) => measure[market].everyday)),
    });
    const [streaming, general] = [back('streaming'), back('general')];
    return {
      measured: `${quietWords(rows)}; back within 12 months streaming ${returnWords(streaming)}; general ${returnWords(general)}`,
      met: quietMet(rows) && returnMet(streaming) ? 'yes' : 'no',
      note: `hazards and return rates are fitted, the order price > trust is not${returnMet(general) ? '' : '; in general fewer than 25 % of those who left for the price come back'}`,
      values: valuesOf([
        ...rows,
        { name: 'back streaming', figures: streaming },
        { name: 'back general', figures: general },
      ]),
    };
  },
};
