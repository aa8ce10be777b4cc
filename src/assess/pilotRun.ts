/** One seed of a pilot: what its tripwire sees, and what becomes of the people in it. */
import type { Kernel } from '../engine/kernel.ts';
import { marketOf } from '../engine/market.ts';
import { keyOf } from '../engine/seed.ts';
import { seriesOf } from '../engine/series.ts';
import type { RunSeries } from '../engine/series.ts';
import { litWeek } from '../engine/wired-pilot.ts';
import { selectedOf } from '../engine/selected.ts';
import { withDose } from '../model/dose.ts';
import { compileLevers, segmentEnds } from '../model/levers.ts';
import type { LeverTable } from '../model/levers.ts';
import { segmentsOf } from '../model/scenario.ts';
import type { BufferOf, Scenario } from '../model/scenario.ts';
import type { SeriesName } from '../model/series.ts';
import { doNothing, firstDifference } from '../model/twin.ts';
import type { Job } from './job.ts';
import type { PilotDesign } from './pilotDesign.ts';

/** Customers in the pilot's group who are still there: after the pilot's last week, and at the horizon. */
export interface Members {
  readonly after: number;
  readonly atHorizon: number;
}

export interface PilotRun {
  /** Week of the pilot, from 1, in which the wire is lit; null if it is not: at each of the sizes asked for. */
  readonly lit: readonly (number | null)[];
  /** The same if nothing is done to the group. */
  readonly litByNothing: number | null;
  /** In the group, over the base weeks: complaints, and customers times weeks. */
  readonly base: {
    readonly weeks: number;
    readonly complaints: number;
    readonly headWeeks: number;
  };
  /** Customers in the group when the pilot begins. */
  readonly heads: number;
  /** The group if nothing is done, if it alone gets the first of the sizes, and if everybody gets it. */
  readonly nothing: Members;
  readonly alone: Members;
  readonly everybody: Members;
}

/**
 * One seed under a pilot.
 * @param scenario without a pilot of its own
 * @param sizes of the selected decision, the one whose effect on the group is asked for first
 */
export const pilotJob: Job<
  [scenario: Scenario, run: number, design: PilotDesign, sizes: readonly number[]],
  PilotRun
> = {
  name: 'pilot',
  perform({ kernel }, scenario, run, design, sizes) {
    const { nothing, alone, everybody } = tablesOf(scenario, design, sizes);
    const trial = openTrial(kernel, scenario, run, design, [nothing, ...alone, everybody]);
    const quiet = trial.follow(nothing);
    const tried = alone.map((table) => trial.follow(table));
    return {
      lit: tried.map(({ lit }) => lit),
      litByNothing: quiet.lit,
      ...beforeIt(quiet.series, design),
      nothing: quiet.members,
      alone: tried[0]?.members ?? quiet.members,
      everybody: trial.follow(everybody).members,
    };
  },
};

/** Levers that differ in what the group and the rest get, and in nothing else. */
function tablesOf(
  scenario: Scenario,
  { week, share, segments }: PilotDesign,
  sizes: readonly number[],
): { nothing: LeverTable; alone: LeverTable[]; everybody: LeverTable } {
  const { index } = selectedOf(scenario);
  const { historyWeeks } = compileLevers(scenario);
  const group: BufferOf<'pilot'> = {
    kind: 'pilot',
    week,
    share,
    segments: segments ? [...segments] : undefined,
  };
  const compiled = (of: Scenario, pilot: BufferOf<'pilot'>) =>
    compileLevers({ ...of, buffers: [...of.buffers, pilot] }, { historyWeeks });
  const at = (size: number) => withDose(scenario, index, size);
  return {
    nothing: compiled(doNothing(scenario), group),
    alone: sizes.map((size) => compiled(at(size), group)),
    everybody: compiled(at(sizes[0] ?? 0), { ...group, widen: week }),
  };
}

interface Followed {
  readonly series: RunSeries;
  readonly lit: number | null;
  readonly members: Members;
}

/** Draws the people of a run and simulates the weeks that all tables share; the first one serves for them. */
function openTrial(
  kernel: Kernel,
  scenario: Scenario,
  run: number,
  design: PilotDesign,
  tables: readonly [LeverTable, ...LeverTable[]],
): { follow: (table: LeverTable) => Followed } {
  const [first] = tables;
  const start = Math.max(0, design.week + first.historyWeeks);
  const fork = Math.min(start, ...tables.map((table) => firstDifference(first, table)));
  kernel.begin(marketOf(scenario), keyOf(scenario.seed, run), first);
  kernel.run(0, fork, 'all');
  const shared = kernel.snapshot(fork);
  const group = groupOf(kernel, scenario, first);
  const inGroup = () => {
    const status = kernel.states('st');
    return group.filter((id) => status[id] === ACTIVE).length;
  };
  return {
    follow(table) {
      const end = Math.min(table.weeks, design.week + design.weeks + table.historyWeeks);
      kernel.restore(shared);
      kernel.setLevers(table);
      kernel.run(fork, end, 'all');
      const after = inGroup();
      const series = kernel.series();
      kernel.run(end, table.weeks, 'events');
      return {
        series,
        lit: weekLit(series, design, end),
        members: { after, atHorizon: inGroup() },
      };
    },
  };
}

const ACTIVE = 0;

/** Ids of all who are in the pilot, customers or not. */
function groupOf(kernel: Kernel, scenario: Scenario, { pilotShare }: LeverTable): number[] {
  const ends = segmentEnds(segmentsOf(scenario), scenario.customers);
  const lots = kernel.traits('uP');
  const group: number[] = [];
  let segment = 0;
  lots.forEach((lot, id) => {
    while (id >= (ends[segment] ?? Infinity)) segment++;
    if (lot < (pilotShare[segment] ?? 0)) group.push(id);
  });
  return group;
}

function weekLit(series: RunSeries, design: PilotDesign, end: number): number | null {
  const lit = litWeek(series, design, end);
  return lit === undefined ? null : lit - series.historyWeeks - design.week + 1;
}

/** The group before the pilot, over the base weeks that were simulated. */
function beforeIt(series: RunSeries, { week, tripwire }: PilotDesign) {
  const start = week + series.historyWeeks;
  const first = Math.max(0, start - tripwire.base);
  const sum = (name: SeriesName) =>
    seriesOf(series, name)
      .slice(first, start)
      .reduce((total, value) => total + value, 0);
  return {
    base: {
      weeks: start - first,
      complaints: sum('pilotComplaints'),
      headWeeks: sum('pilotHeads'),
    },
    heads: seriesOf(series, 'pilotHeads')[start] ?? 0,
  };
}
