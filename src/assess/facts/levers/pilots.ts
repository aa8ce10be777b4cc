/** P9 and P11: a pilot with a tripwire stops some bad decisions, and some harmless ones. */
import type { Kernel } from '../../../engine/kernel.ts';
import { litWeek } from '../../../engine/wired-pilot.ts';
import type { BufferOf } from '../../../model/scenario.ts';
import type { Fact } from '../fact.ts';
import { change, percent } from '../figures.ts';
import { activeOf, CUSTOMERS, NOTHING, People, rise, valueAt } from '../people.ts';
import type { Plan } from '../people.ts';
import { summary } from '../summary.ts';
import { ascending, quantile } from '../../quantile.ts';

/** A year of complaints lies before the pilot. */
const WEEK = 60;
const LAST = WEEK + 104;
const SIZES = [0.3, 0.15, 0] as const;

type Reach = Pick<BufferOf<'pilot'>, 'share' | 'segments'>;
interface Pilot {
  readonly name: string;
  readonly reach: Reach;
  readonly weeks: number;
  readonly times: number;
}

const pilot = (name: string, reach: Reach, weeks: number, times: number): Pilot => ({
  name: `${name}, ${weeks} weeks, x${times}`,
  reach,
  weeks,
  times,
});
const tenth = (weeks: number, times: number) =>
  pilot('10 % random', { share: 0.1 }, weeks, times);

interface Outcome {
  /** Weeks from the start of the pilot to its stop; NaN if it is not stopped. */
  readonly stopped: number;
  /** Customers against doing nothing, 104 weeks after the start of the pilot. */
  readonly base: number;
}

/** What becomes of a rise of each size. */
type Outcomes = readonly Outcome[];

function outcome(people: People, twin: number, size: number, one: Pilot): Outcome {
  const widen = WEEK + one.weeks;
  const plan: Plan = {
    decisions: [rise(size, WEEK)],
    buffers: [{ kind: 'pilot', week: WEEK, ...one.reach, widen }],
  };
  const piloted = people.watch(plan);
  const tripped = litWeek(piloted, { week: WEEK, tripwire: { times: one.times } }, widen);
  const run =
    tripped === undefined ? piloted : people.watch(plan, LAST + 1, { tripWeek: tripped + 1 });
  return {
    stopped: tripped === undefined ? NaN : tripped + 1 - WEEK,
    base: valueAt(activeOf(run), LAST) / twin - 1,
  };
}

function outcomes(people: People, pilots: readonly Pilot[]): Outcomes[] {
  const twin = people.active(NOTHING, LAST);
  return pilots.map((one) => SIZES.map((size) => outcome(people, twin, size, one)));
}

/** A pilot's row: how often each size is stopped, and what is left after the large rise. */
function rowOf(pilots: readonly Pilot[], measures: readonly (readonly Outcomes[])[]) {
  return pilots.map(({ name }, i) => {
    const [large = [], small = [], placebo = []] = SIZES.map((_, size) =>
      measures.flatMap((all) => all[i]?.slice(size, size + 1) ?? []),
    );
    const stopped = (runs: Outcomes) => runs.filter((run) => !Number.isNaN(run.stopped));
    return {
      name,
      stops: [large, small, placebo].map((runs) => stopped(runs).length),
      median: quantile(ascending(stopped(large).map((run) => run.stopped)), 0.5),
      base: summary(large.map(({ base }) => base)),
      ofStopped: summary(stopped(large).map(({ base }) => base)),
      runs: measures.length,
    };
  });
}

type Row = ReturnType<typeof rowOf>[number];

const words = ({ name, stops, median, base, ofStopped, runs }: Row): string =>
  `${name}: +30 % stopped ${stops[0]} of ${runs}${stops[0] === 0 ? '' : ` (median week ${median})`}, base ${change(base)}${stops[0] === 0 ? '' : ` (stopped ones ${change(ofStopped, 2)})`}, +15 % stopped ${stops[1]}, placebo stopped ${stops[2]}`;

const values = (rows: readonly Row[]) =>
  rows.flatMap(({ name, base, stops, runs }) => [
    [`base: ${name}`, base] as const,
    ...stops.map(
      (count, i) => [`stopped ${SIZES[i]}: ${name}`, summary([count / runs])] as const,
    ),
  ]);

const PILOTS: readonly Pilot[] = [
  tenth(52, 3),
  tenth(26, 3),
  tenth(13, 3),
  tenth(26, 6),
  pilot('budget segment', { segments: ['budget'] }, 26, 3),
  pilot('power segment', { segments: ['power'] }, 26, 3),
];
const MEMBERS = 0.1;

interface Measure {
  readonly none: number;
  readonly pilots: readonly Outcomes[];
  /** Members of a random tenth left after 104 weeks, of those before, if only they are hit, and if all are. */
  readonly onlyThey: number;
  readonly everybody: number;
}

/** Active members of a random tenth at the end of a week. */
function members(kernel: Kernel, people: People, plan: Plan, week: number): number {
  people.active(plan, week);
  const [lot, status] = [kernel.traits('uP'), kernel.states('st')];
  return status.filter((st, id) => st === 0 && valueAt(lot, id) < MEMBERS).length;
}

export const pilots: Fact<Measure> = {
  id: 'P9',
  claim:
    'A pilot with a tripwire on +30 % (general; complaints per head for 2 weeks over x times those of the year before)',
  target:
    'a pilot that is stopped loses nothing; how many are missed, and how many harmless ones are stopped',
  always: false,
  measure(kernel, seed) {
    const people = new People(kernel, seed, { template: 'general' }, LAST + 1);
    const decisions = [rise(0.3, WEEK)];
    const alone: Plan = {
      decisions,
      buffers: [{ kind: 'pilot', week: WEEK, share: MEMBERS }],
    };
    const before = members(kernel, people, NOTHING, WEEK - 1);
    return {
      none: people.active({ decisions }, LAST) / people.active(NOTHING, LAST) - 1,
      pilots: outcomes(people, PILOTS),
      onlyThey: members(kernel, people, alone, LAST) / before,
      everybody: members(kernel, people, { decisions }, LAST) / before,
    };
  },
  conclude(measures) {
    const rows = rowOf(
      PILOTS,
      measures.map((measure) => measure.pilots),
    );
    const none = summary(measures.map((measure) => measure.none));
    const onlyThey = summary(measures.map((measure) => measure.onlyThey));
    const everybody = summary(measures.map((measure) => measure.everybody));
    const lossless = rows.every(({ ofStopped }) => !(ofStopped.mean < -0.01));
    const misses = rows.some(({ stops, runs }) => (stops[0] ?? 0) < runs);
    return {
      measured: `no pilot ${change(none)}; ${rows.map(words).join('; ')}; members of a random tenth left after 104 weeks: ${percent(onlyThey, 0)} if only they are hit, ${percent(everybody, 0)} if everybody is`,
      met: lossless ? (misses ? 'partly' : 'yes') : 'no',
      note: 'stopped pilots lose nothing, but misses and false stops are frequent at this size, and members of a random pilot look far safer than they are',
      values: Object.fromEntries([
        ['no pilot', none] as const,
        ['members alone', onlyThey] as const,
        ['members with everybody', everybody] as const,
        ...values(rows),
      ]),
    };
  },
};

const LARGE: readonly Pilot[] = [
  tenth(26, 3),
  tenth(26, 2),
  pilot('2.5 % random', { share: 0.025 }, 26, 3),
];

export const largePilots: Fact<readonly Outcomes[]> = {
  id: 'P11',
  claim: `The same pilot in a market four times as large (${(4 * CUSTOMERS).toLocaleString('en-US')} people)`,
  target: 'none: the tripwire is a matter of scale',
  always: false,
  measure(kernel, seed) {
    const market = { template: 'general', customers: 4 * CUSTOMERS } as const;
    return outcomes(new People(kernel, seed, market, LAST + 1), LARGE);
  },
  conclude(measures) {
    const rows = rowOf(LARGE, measures);
    return {
      measured: rows.map(words).join('; '),
      met: 'info',
      values: Object.fromEntries(values(rows)),
    };
  },
};
