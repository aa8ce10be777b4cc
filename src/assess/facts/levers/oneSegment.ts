/** P8 and P13: when one segment alone is hit, it matters among whom its members live. */
import { segmentSeriesOf } from '../../../engine/series.ts';
import type { RunSeries } from '../../../engine/series.ts';
import type { ParameterOverrides } from '../../../model/parameters.ts';
import { TEMPLATES } from '../../../model/templates.ts';
import { smallest } from '../critical.ts';
import type { Fact } from '../fact.ts';
import { percent, points } from '../figures.ts';
import { DECISION_WEEK, NOTHING, People, rise, valueAt } from '../people.ts';
import type { Plan } from '../people.ts';
import { rowsOf, valuesOf } from '../summary.ts';

const LAST = DECISION_WEEK + 104;
const SEGMENTS = TEMPLATES.general.segments.map(({ name }) => name);
const LOSS = 0.4;
const LIMIT = 0.7;

const only = (segment: string, size: number): Plan => ({
  decisions: [{ ...rise(size), segments: [segment] }],
});
const everybody = (size: number): Plan => ({ decisions: [rise(size)] });

/** Active customers of some segments at the end. */
const activeIn = (run: RunSeries, segments: readonly string[]): number =>
  segments.reduce(
    (sum, name) => sum + valueAt(segmentSeriesOf(run, SEGMENTS.indexOf(name), 'active'), LAST),
    0,
  );

/** The size at which the segment loses the critical share of its customers. */
function criticalFor(people: People, segment: string, at: (size: number) => Plan): number {
  const most = (1 - LOSS) * activeIn(people.run(NOTHING), [segment]);
  return smallest((size) => activeIn(people.run(at(size)), [segment]) <= most, LIMIT);
}

const HIT = ['budget', 'power', 'mainstream'];

/** Homophily none and full, no hubs, few big hubs. */
const NETWORKS: readonly ParameterOverrides[] = [
  { homo: 0 },
  { homo: 1 },
  { hubFollow: 0 },
  { hubShare: 0.001, hubFollow: 0.9 },
];
/** The first two also with everybody hit. */
const TOGETHER = 2;

interface Hit {
  readonly alone: number;
  readonly together: number;
  /** With each of the other networks. */
  readonly aloneIn: readonly number[];
  readonly togetherIn: readonly number[];
}

const FIGURES = {
  alone: ({ alone }: Hit) => alone,
  together: ({ together }: Hit) => together,
  'homophily 0': ({ alone, aloneIn }: Hit) => valueAt(aloneIn, 0) - alone,
  'homophily 1': ({ alone, aloneIn }: Hit) => valueAt(aloneIn, 1) - alone,
  'no hubs': ({ alone, aloneIn }: Hit) => valueAt(aloneIn, 2) - alone,
  'few big hubs': ({ alone, aloneIn }: Hit) => valueAt(aloneIn, 3) - alone,
  'homophily 0, all': ({ together, togetherIn }: Hit) => valueAt(togetherIn, 0) - together,
  'homophily 1, all': ({ together, togetherIn }: Hit) => valueAt(togetherIn, 1) - together,
};

export const oneSegment: Fact<readonly Hit[]> = {
  id: 'P8',
  claim: 'One segment hit alone: homophily decides where it tips (general)',
  target:
    'full homophily brings the critical rise of a small segment (40 % of it gone at week 104) down by 5 points or more',
  always: false,
  measure(kernel, seed) {
    const drawn = (parameters: ParameterOverrides) =>
      new People(kernel, seed, { template: 'general', parameters }, LAST + 1);
    const hit = (people: People, segment: string, alone: boolean) =>
      criticalFor(people, segment, alone ? (size) => only(segment, size) : everybody);
    return HIT.map((segment) => ({
      alone: hit(drawn({}), segment, true),
      together: hit(drawn({}), segment, false),
      aloneIn: NETWORKS.map((parameters) => hit(drawn(parameters), segment, true)),
      togetherIn: NETWORKS.slice(0, TOGETHER).map((parameters) =>
        hit(drawn(parameters), segment, false),
      ),
    }));
  },
  conclude(measures) {
    const rows = rowsOf(HIT, measures, FIGURES);
    const [budget = NaN, power = NaN] = rows.map(({ figures }) => figures['homophily 1'].mean);
    return {
      measured: rows
        .map(
          ({ name, figures: f }) =>
            `${name}: alone +${percent(f.alone)}, everybody hit +${percent(f.together)}; shifts when alone, in points: homophily 0 ${points(f['homophily 0'])}, homophily 1 ${points(f['homophily 1'])}, no hubs ${points(f['no hubs'])}, few big hubs ${points(f['few big hubs'])} (everybody hit: homophily 0 ${points(f['homophily 0, all'])}, 1 ${points(f['homophily 1, all'])})`,
        )
        .join('; '),
      met: budget <= -0.05 && power <= -0.05 ? 'yes' : 'no',
      note: 'homophily strongly, hubs a little; the largest size tried is 70 %',
      values: valuesOf(rows),
    };
  },
};

const HOMOPHILIES = [0, 0.5, 1];
const SPILL = only('budget', 0.35);

/** Shares lost of the segment hit, of all others, and of those served in person. */
interface Spill {
  readonly budget: number;
  readonly others: number;
  readonly vip: number;
}

export const spillOver: Fact<readonly Spill[]> = {
  id: 'P13',
  claim: 'Spill-over of +35 % for the budget segment alone (general)',
  target: 'none: share lost against doing nothing at week 104',
  always: false,
  measure: (kernel, seed) =>
    HOMOPHILIES.map((homo) => {
      const market = { template: 'general', parameters: { homo } } as const;
      const people = new People(kernel, seed, market, LAST + 1);
      const twin = people.run(NOTHING);
      const run = people.run(SPILL);
      const lost = (segments: readonly string[]) =>
        1 - activeIn(run, segments) / activeIn(twin, segments);
      return {
        budget: lost(['budget']),
        others: lost(SEGMENTS.filter((name) => name !== 'budget')),
        vip: lost(['vip']),
      };
    }),
  conclude(measures) {
    const names = HOMOPHILIES.map((homo) => `homophily ${homo}`);
    const rows = rowsOf(names, measures, {
      budget: ({ budget }) => budget,
      others: ({ others }) => others,
      vip: ({ vip }) => vip,
    });
    return {
      measured: rows
        .map(
          ({ name, figures: { budget, others, vip } }) =>
            `${name}: budget ${percent(budget)}, the others ${percent(others)} (vip ${percent(vip)})`,
        )
        .join('; '),
      met: 'info',
      values: valuesOf(rows),
    };
  },
};
