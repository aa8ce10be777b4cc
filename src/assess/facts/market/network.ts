/** NET: how much talk, ties and hubs move the critical rise. */
import { PARAMETERS } from '../../../model/parameters.ts';
import type { ParameterOverrides } from '../../../model/parameters.ts';
import { criticalSize } from '../critical.ts';
import type { Fact } from '../fact.ts';
import { percent, points } from '../figures.ts';
import { DECISION_WEEK, People } from '../people.ts';
import { summary } from '../summary.ts';

const MARKETS = ['general', 'community'] as const;
const WEEKS = DECISION_WEEK + 104 + 1;

const talk = (factor: number): ParameterOverrides => ({
  push: factor * PARAMETERS.push.default,
});
const broadcast = (factor: number): ParameterOverrides => ({
  bcast: factor * PARAMETERS.bcast.default,
});

const VARIANTS: readonly (readonly [string, ParameterOverrides])[] = [
  ['no push', talk(0)],
  ['push x.5', talk(0.5)],
  ['push x.8', talk(0.8)],
  ['push x1.2', talk(1.2)],
  ['push x2', talk(2)],
  ['no broadcast', broadcast(0)],
  ['broadcast x.8', broadcast(0.8)],
  ['broadcast x1.2', broadcast(1.2)],
  ['broadcast x2', broadcast(2)],
  ['no fear term', { fearPow: 0 }],
  ['no network value', { netv: 0 }],
  ['no social hazard', { chi: 0 }],
  ['strong clusters (far .01)', { far: 0.01 }],
  ['random ties (far 1)', { far: 1 }],
  ['small communities (30)', { comm: 30 }],
  ['no hubs', { hubFollow: 0 }],
  ['more hub followers (.9)', { hubFollow: 0.9 }],
  ['few big hubs (share .001, follow .9)', { hubShare: 0.001, hubFollow: 0.9 }],
  ['homophily 0', { homo: 0 }],
  ['homophily 1', { homo: 1 }],
];

/** Critical rise of each market: as it is, then with each variant. */
type Measure = readonly (readonly number[])[];

export const network: Fact<Measure> = {
  id: 'NET',
  claim: 'What the network does to the critical rise',
  target: 'none: shift at week 104 in percentage points, the same seeds with and without',
  always: false,
  measure: (kernel, seed) =>
    MARKETS.map((template) =>
      [{}, ...VARIANTS.map(([, parameters]) => parameters)].map((parameters) =>
        criticalSize(new People(kernel, seed, { template, parameters }, WEEKS)),
      ),
    ),
  conclude(measures) {
    const rows = MARKETS.map((template, i) => {
      const of = (variant: number) => measures.map((markets) => markets[i]?.[variant] ?? NaN);
      const base = of(0);
      return {
        template,
        base: summary(base),
        shifts: VARIANTS.map(([name], j) => ({
          name,
          shift: summary(of(j + 1).map((size, seed) => size - (base[seed] ?? NaN))),
        })),
      };
    });
    return {
      measured: rows
        .map(
          ({ template, base, shifts }) =>
            `${template} +${percent(base)}: ${shifts.map(({ name, shift }) => `${name} ${points(shift)}`).join(', ')}`,
        )
        .join('; '),
      met: 'info',
      values: Object.fromEntries(
        rows.flatMap(({ template, base, shifts }) => [
          [template, base] as const,
          ...shifts.map(({ name, shift }) => [`${template} ${name}`, shift] as const),
        ]),
      ),
    };
  },
};
