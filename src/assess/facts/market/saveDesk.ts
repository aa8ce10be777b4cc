/** F7: a save desk that obstructs holds customers for some months and loses more of them in the end. */
import { seriesOf } from '../../../engine/series.ts';
import type { Buffer } from '../../../model/scenario.ts';
import type { Fact } from '../fact.ts';
import { amount, percent, size } from '../figures.ts';
import { DECISION_WEEK, People, rise, valueAt } from '../people.ts';
import type { Plan } from '../people.ts';
import { rowsOf, valuesOf } from '../summary.ts';
import type { Row } from '../summary.ts';

const SIZES = [0.2, 0.25];
const DESKS = ['none', 'obstruct', 'listen'] as const;
type Desk = (typeof DESKS)[number];
const STRENGTH = 0.6;
/** Late enough for the wave after the smaller rise. */
const WEEKS = DECISION_WEEK + 156 + 1;

interface Retention {
  /** Active customers after 26 and 104 weeks, as a share of those at the start. */
  readonly half: number;
  readonly end: number;
  /** Most exits in a week of three years, as a share of the same. */
  readonly peak: number;
}

const plan = (change: number, desk: Desk): Plan => {
  const buffers: Buffer[] =
    desk === 'none' ? [] : [{ kind: 'saveDesk', mode: desk, strength: STRENGTH }];
  return { decisions: [rise(change)], buffers };
};

function retention(people: People, change: number, desk: Desk): Retention {
  const run = people.run(plan(change, desk));
  const active = seriesOf(run, 'active');
  const exits = seriesOf(run, 'exits').slice(DECISION_WEEK);
  return {
    half: valueAt(active, DECISION_WEEK + 26) / run.activeBefore,
    end: valueAt(active, DECISION_WEEK + 104) / run.activeBefore,
    peak: Math.max(...exits) / run.activeBefore,
  };
}

const FIGURES = {
  half: ({ half }: Retention) => half,
  end: ({ end }: Retention) => end,
  peak: ({ peak }: Retention) => peak,
};
type DeskRow = Row<keyof typeof FIGURES>;

/** Obstructing keeps more at first, fewer in the end, and lets them go in a higher wave; listening does not. */
function asClaimed([none, obstruct, listen]: readonly DeskRow[]): boolean {
  if (!none || !obstruct || !listen) return false;
  const early = obstruct.figures.half.mean > none.figures.half.mean;
  const late = obstruct.figures.end.mean < none.figures.end.mean;
  const peak = obstruct.figures.peak.mean > none.figures.peak.mean;
  return early && late && peak && listen.figures.end.mean > none.figures.end.mean;
}

const words = ({ name, figures: { half, end, peak } }: DeskRow): string =>
  `${name} week 26 ${amount(half, 3)}, week 104 ${amount(end, 3)}, peak ${percent(peak, 2)}`;

export const saveDesk: Fact<readonly (readonly Retention[])[]> = {
  id: 'F7',
  claim: 'An obstructing save desk pays at first and costs in the end (general)',
  target:
    'obstructing .6: retention at week 26 up, at week 104 down, peak of weekly exits up; listening .6: not so',
  always: true,
  measure(kernel, seed) {
    const people = new People(kernel, seed, { template: 'general' }, WEEKS);
    return SIZES.map((change) => DESKS.map((desk) => retention(people, change, desk)));
  },
  conclude(measures) {
    const rows = SIZES.map((change, i) => {
      const names = DESKS.map((desk) => `${size(change)} ${desk}`);
      return rowsOf(
        names,
        measures.map((sizes) => sizes[i] ?? []),
        FIGURES,
      );
    });
    return {
      measured: `retained share and peak of weekly exits: ${rows.flat().map(words).join('; ')}`,
      met: rows.every(asClaimed) ? 'yes' : 'no',
      values: valuesOf(rows.flat()),
    };
  },
};
