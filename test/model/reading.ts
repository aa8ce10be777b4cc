/** Scenarios to compile, and single values out of their lever tables. */
import {
  compileLevers,
  GLOBAL_LEVER_NAMES,
  SEGMENT_LEVER_NAMES,
} from '../../src/model/levers.ts';
import type {
  CompileOptions,
  GlobalLever,
  LeverTable,
  SegmentLever,
} from '../../src/model/levers.ts';
import { parseScenario, sentenceOf } from '../../src/model/parse.ts';
import type { Buffer, Decision, Scenario } from '../../src/model/scenario.ts';

/** A short scenario in the general market (mainstream, power, budget, vip), parsed as a user's would be. */
export function scenarioOf(
  decisions: readonly Decision[],
  buffers: readonly Buffer[] = [],
  more: Partial<Scenario> = {},
): Scenario {
  const parsed = parseScenario({
    version: 1,
    name: 'test',
    seed: 'test',
    horizon: 60,
    customers: 1000,
    runs: 1,
    template: 'general',
    decisions,
    buffers,
    ...more,
  });
  if (!parsed.ok) throw new Error(parsed.problems.map(sentenceOf).join('\n'));
  return parsed.scenario;
}

export const SEGMENTS = ['mainstream', 'power', 'budget', 'vip'] as const;

export interface Where {
  readonly segment?: (typeof SEGMENTS)[number];
  readonly inPilot?: boolean;
}

/** The value of a lever in a week (not a row). */
export function valueAt(
  table: LeverTable,
  lever: SegmentLever,
  week: number,
  { segment = 'mainstream', inPilot = false }: Where = {},
): number {
  const row = week + table.historyWeeks;
  const block = (row * table.segments + SEGMENTS.indexOf(segment)) * 2 + (inPilot ? 1 : 0);
  const value =
    table.blocks[block * SEGMENT_LEVER_NAMES.length + SEGMENT_LEVER_NAMES.indexOf(lever)];
  if (value === undefined) throw new RangeError(`no week ${week} in the table`);
  return value;
}

export function globalAt(table: LeverTable, lever: GlobalLever, week: number): number {
  const row = week + table.historyWeeks;
  const value =
    table.globals[row * GLOBAL_LEVER_NAMES.length + GLOBAL_LEVER_NAMES.indexOf(lever)];
  if (value === undefined) throw new RangeError(`no week ${week} in the table`);
  return value;
}

/** Values of a lever in consecutive weeks, rounded to six places. */
export function valuesOf(
  table: LeverTable,
  lever: SegmentLever,
  from: number,
  to: number,
  where: Where = {},
): number[] {
  return range(from, to).map((week) => rounded(valueAt(table, lever, week, where)));
}

export function globalsOf(
  table: LeverTable,
  lever: GlobalLever,
  from: number,
  to: number,
): number[] {
  return range(from, to).map((week) => rounded(globalAt(table, lever, week)));
}

export function compiled(
  decisions: readonly Decision[],
  buffers: readonly Buffer[] = [],
  more: Partial<Scenario> = {},
  options: CompileOptions = {},
): LeverTable {
  return compileLevers(scenarioOf(decisions, buffers, more), options);
}

/** All values of one set of blocks, in or outside the pilot, of one segment or of all. */
export function setOf(
  table: LeverTable,
  inPilot: boolean,
  segment?: (typeof SEGMENTS)[number],
): Float32Array {
  const width = SEGMENT_LEVER_NAMES.length;
  return table.blocks.filter((_, i) => {
    const block = Math.floor(i / width);
    const own = Math.floor(block / 2) % table.segments;
    return (
      block % 2 === (inPilot ? 1 : 0) &&
      (segment === undefined || own === SEGMENTS.indexOf(segment))
    );
  });
}

/** Rows of the table from one week to before another, all blocks and globals. */
export function rowsOf(table: LeverTable, from: number, to: number): number[] {
  const start = from + table.historyWeeks;
  const end = to + table.historyWeeks;
  const width = table.blocks.length / table.weeks;
  const globals = GLOBAL_LEVER_NAMES.length;
  return [
    ...table.globals.subarray(start * globals, end * globals),
    ...table.blocks.subarray(start * width, end * width),
  ];
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
