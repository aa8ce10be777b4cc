/** P6: speaking to opinion leaders first, and with one voice, moves the tip up. */
import type { ParameterOverrides } from '../../../model/parameters.ts';
import type { Buffer } from '../../../model/scenario.ts';
import type { TemplateName } from '../../../model/templates.ts';
import { criticalSize } from '../critical.ts';
import type { Fact, Met } from '../fact.ts';
import { percent, points } from '../figures.ts';
import { DECISION_WEEK, People, rise } from '../people.ts';
import { rowsOf, valuesOf } from '../summary.ts';

const WEEKS = DECISION_WEEK + 104 + 1;
const HUBS: Buffer = { kind: 'opinionLeaders', week: DECISION_WEEK, strength: 1 };
const MESSAGE: Buffer = { kind: 'oneMessage', week: DECISION_WEEK, strength: 1 };
const EXPLANATION: Buffer = { kind: 'explanation', week: DECISION_WEEK, strength: 0.5 };

interface Market {
  readonly name: string;
  readonly template: TemplateName;
  readonly parameters?: ParameterOverrides;
}
const MARKETS: readonly Market[] = [
  { name: 'general', template: 'general' },
  { name: 'community', template: 'community' },
  {
    name: 'community with few big hubs',
    template: 'community',
    parameters: { hubShare: 0.001, hubFollow: 0.9 },
  },
];

interface Measure {
  readonly plain: number;
  readonly hubs: number;
  readonly message: number;
  readonly explained: number;
  readonly both: number;
}

const softened = (people: People, ...buffers: Buffer[]): number =>
  criticalSize(people, { at: (size) => ({ decisions: [rise(size)], buffers }) });

const FIGURES = {
  plain: ({ plain }: Measure) => plain,
  hubs: ({ hubs, plain }: Measure) => hubs - plain,
  message: (measure: Measure) => measure.message - measure.plain,
  explained: ({ explained }: Measure) => explained,
  both: ({ both, explained }: Measure) => both - explained,
};
/** A lever that moves the critical rise by less than a point is not worth the name. */
const WORTH = 0.01;

export const message: Fact<readonly Measure[]> = {
  id: 'P6',
  claim: 'Outreach to opinion leaders and one message move the tip up',
  target: 'critical rise at week 104 up, by a point or more each',
  always: false,
  measure: (kernel, seed) =>
    MARKETS.map(({ template, parameters = {} }) => {
      const people = new People(kernel, seed, { template, parameters }, WEEKS);
      return {
        plain: softened(people),
        hubs: softened(people, HUBS),
        message: softened(people, MESSAGE),
        explained: softened(people, EXPLANATION),
        both: softened(people, EXPLANATION, MESSAGE),
      };
    }),
  conclude(measures) {
    const rows = rowsOf(
      MARKETS.map(({ name }) => name),
      measures,
      FIGURES,
    );
    const up = (figure: 'hubs' | 'message' | 'both') =>
      rows.every(({ figures }) => figures[figure].mean > 2 * figures[figure].error);
    const worth = rows.every(({ figures }) => figures.hubs.mean > WORTH);
    const met: Met = !up('message') || !up('both') ? 'no' : worth ? 'yes' : 'partly';
    return {
      measured: rows
        .map(
          ({ name, figures: f }) =>
            `${name} +${percent(f.plain)}: outreach to hubs ${points(f.hubs, 2)}, one message alone ${points(f.message, 2)}, one message with explanation .5 (+${percent(f.explained)}) ${points(f.both, 2)}`,
        )
        .join('; '),
      met,
      ...(!worth && { note: 'outreach to hubs is nearly inert' }),
      values: valuesOf(rows),
    };
  },
};
