/**
 * From dated decisions and buffers to the weekly scalars that the equations read (MODEL.md 7.1).
 */
import { audiencesOf, meanCapacity } from './levers/audience.ts';
import type { Market, Sets } from './levers/audience.ts';
import { calm } from './levers/care.ts';
import { levels, weeklyLevel } from './levers/course.ts';
import type { Course, Weekly } from './levers/course.ts';
import { ofKind, outsidePilot, pilotOf, reaches, timedEntries } from './levers/entries.ts';
import type { Timed } from './levers/entries.ts';
import { shocks } from './levers/harm.ts';
import {
  DEFAULT_NOTICE_WEEKS,
  GLOBAL_LEVER_NAMES,
  LEVER_SETS,
  SEGMENT_LEVER_NAMES,
  segmentEnds,
} from './levers/table.ts';
import type { CompileOptions, GlobalLever, LeverTable } from './levers/table.ts';
import type { ParameterOverrides } from './parameters.ts';
import { parametersOf, segmentsOf } from './scenario.ts';
import type { Buffer, Scenario } from './scenario.ts';

export * from './levers/table.ts';

/** Weeks before the oldest past entry or the first news, so that every measure has a baseline (MODEL.md 5.6). */
const BASELINE_WEEKS = 26;

/**
 * The lever table of a scenario that was parsed. Rows are the weeks -historyWeeks to horizon - 1. Prices are
 * in list prices of week -1, so that today's is 1.
 */
export function compileLevers(scenario: Scenario, options: CompileOptions = {}): LeverTable {
  const entries = timedEntries(scenario, options);
  const pilot = pilotOf(scenario.buffers);
  const market = marketOf(scenario, entries, options);
  const { course } = market;
  const segments = segmentsOf(scenario);
  const outside = pilot ? outsidePilot(entries, pilot, options) : entries;
  const names = segments.map(({ name }) => name);
  const sets = audiencesOf(names, outside, entries, market);
  const pilotShare = Float64Array.from(names, (name) =>
    pilot && reaches(pilot, name) ? (pilot.share ?? 1) : 0,
  );
  const sizes = sizesOf(segmentEnds(segments, scenario.customers));
  const cap = meanCapacity(course, sets, sizes, pilotShare);
  return {
    historyWeeks: -course.first,
    weeks: course.weeks,
    segments: segments.length,
    globals: globalRows(course, { ...forEverybody(entries, market), cap }),
    blocks: segmentRows(course, sets),
    startPrice: Float64Array.from(sets, ([audience]) => audience.startPrice),
    pilotShare,
    ...ofTheRun(entries),
  };
}

/**
 * Weeks to simulate before week 0: a baseline before the oldest past entry, and before a rise that is announced
 * before week 0, in whole half-years.
 */
function historyOf(entries: readonly Timed[], notice: number): number {
  const newsOf = ({ entry, from }: Timed) =>
    entry.kind === 'price' && from >= 0 ? from - notice : from;
  const weeks = entries.map(newsOf).filter((week) => week < 0 && week > -Infinity);
  const age = weeks.length === 0 ? 0 : -Math.min(...weeks);
  return BASELINE_WEEKS * Math.ceil((BASELINE_WEEKS + age) / BASELINE_WEEKS);
}

function marketOf(
  scenario: Scenario,
  entries: readonly Timed[],
  { historyWeeks }: CompileOptions,
): Market {
  const { listPrice = 1, buffers, horizon } = scenario;
  const notice = noticeWeeks(buffers);
  const before = historyWeeks ?? historyOf(entries, notice);
  const course: Course = { first: -before, weeks: before + horizon };
  return {
    course,
    listPrice,
    parameters: parametersOf(scenario),
    notice,
    message: strengthOf(course, entries, 'oneMessage'),
  };
}

/** Weeks between the announcement of a price and its bill. */
export function noticeWeeks(buffers: readonly Buffer[]): number {
  const notice = buffers.find(({ kind }) => kind === 'notice');
  return notice?.kind === 'notice' ? notice.weeks : DEFAULT_NOTICE_WEEKS;
}

/** The weekly scalars that hold for everybody, whatever the targets and the pilot (MODEL.md 7.1). */
function forEverybody(
  entries: readonly Timed[],
  { course, parameters, message }: Market,
): Record<Exclude<GlobalLever, 'cap'>, Weekly> {
  const empowerment = levels(ofKind(entries, 'empowerment'), ({ level }) => level);
  return {
    z: shocks(course, entries),
    calm: calm(course, entries, parameters, message),
    hub: strengthOf(course, entries, 'opinionLeaders'),
    emp: weeklyLevel(course, empowerment, parameters.emp),
  };
}

function strengthOf(
  course: Course,
  entries: readonly Timed[],
  kind: 'oneMessage' | 'opinionLeaders',
): Weekly {
  const given = levels(ofKind(entries, kind), ({ strength }) => strength);
  return weeklyLevel(course, given, 0);
}

const sizesOf = (ends: readonly number[]) => ends.map((end, g) => end - (ends[g - 1] ?? 0));

/** What holds for the whole run, not for single weeks. */
function ofTheRun(entries: readonly Timed[]) {
  return {
    cutBreadth: ofKind(entries, 'featureCut').map(({ entry }) => entry.breadth),
    promiseShare: ofKind(entries, 'overPromise').map(({ entry }) => entry.share ?? 1),
    liteValue: ofKind(entries, 'litePlan')[0]?.entry.value,
    pauseOffered: ofKind(entries, 'pause').length > 0,
    parameters: switches(entries),
  };
}

function switches(entries: readonly Timed[]): ParameterOverrides {
  const [referral] = ofKind(entries, 'referral');
  return {
    ...(ofKind(entries, 'fatigue').length > 0 && { fat: 1 }),
    ...(referral && {
      ref: referral.entry.share,
      refMode: referral.entry.by === 'nps' ? 1 : 0,
    }),
  };
}

function globalRows({ weeks }: Course, columns: Record<GlobalLever, Weekly>): Float64Array {
  const rows = new Float64Array(weeks * GLOBAL_LEVER_NAMES.length);
  GLOBAL_LEVER_NAMES.forEach((name, i) => {
    for (let row = 0; row < weeks; row++)
      rows[row * GLOBAL_LEVER_NAMES.length + i] = columns[name][row] ?? 0;
  });
  return rows;
}

/** Row by row in memory order; blocks of one audience are copies of the first of them. */
function segmentRows({ weeks }: Course, sets: readonly Sets[]): Float32Array {
  const width = SEGMENT_LEVER_NAMES.length;
  const absent = new Float64Array(weeks);
  const audiences = sets.flat();
  const columns = audiences.map((audience) =>
    SEGMENT_LEVER_NAMES.map((name) => audience.columns[name] ?? absent),
  );
  const originals = audiences.map((audience) => audiences.indexOf(audience));
  const rows = new Float32Array(weeks * sets.length * LEVER_SETS * width);
  for (let row = 0; row < weeks; row++) {
    const start = row * audiences.length * width;
    originals.forEach((original, block) => {
      const to = start + block * width;
      const from = start + original * width;
      if (original < block) rows.copyWithin(to, from, from + width);
      else columns[block]?.forEach((column, i) => (rows[to + i] = column[row] ?? 0));
    });
  }
  return rows;
}
