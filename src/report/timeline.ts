/** The timeline of the brief: the typical run, reported above the line and hidden below it. */
import type { Timeline } from '../assess/assessment.ts';
import { TOLD_WEEKS } from '../assess/wayBack.ts';
import { numbersTable, section, text } from './brief.ts';
import type { Section, Table } from './brief.ts';
import type { Tick, TimelineFigure } from './figures.ts';
import type { Evidence } from './evidence.ts';
import type { Voice } from './voice.ts';

/** From the bed up; who is content needs no ink. */
const DRAWN = ['gone', 'pending', 'captive', 'past', 'wavering'] as const;
const QUARTER = 13;
/** Fewer calm weeks are no story. */
const CALM_AT_LEAST = 2;

/** Null without a run to draw. */
export function timelineSection(evidence: Evidence, voice: Voice): Section | null {
  const { timeline } = evidence;
  if (!timeline) return null;
  const { words, numbers, by } = voice;
  const told = words.brief.timeline;
  const figure = figureOf(evidence, timeline, voice);
  const last = timeline.weeks - 1;
  return section(titleOf(evidence, voice), text(leadOf(figure, evidence, voice), true), {
    kind: 'figure',
    figure,
    finding: told.finding(
      by,
      numbers.part(timeline.strata.gone[last] ?? 0),
      numbers.part(timeline.pastBreakingPoint[last] ?? 0),
    ),
    table: tableOf(timeline, voice),
  });
}

/** How to read the picture; and what a reversal brings after a month, a quarter and half a year, where that is known. */
function leadOf(
  { decisions }: TimelineFigure,
  { wayBack }: Evidence,
  { words, numbers }: Voice,
): string {
  const told = words.brief.timeline;
  const lead = told.lead(decisions.map((week) => numbers.count(week)));
  const shares = (wayBack?.curve ?? [])
    .filter(({ weeksAfter }) => TOLD_WEEKS.includes(weeksAfter))
    .map(({ weeksAfter, regained }) => {
      const range = numbers.chanceRange(asShare(regained.low), asShare(regained.high));
      const share = numbers.percent(asShare(regained.value));
      return told.returnsAfter(numbers.count(weeksAfter), share, range);
    });
  return shares.length === 0 ? lead : `${lead}${words.gap}${told.returns(shares)}`;
}

/** More than all, or less than nothing, is chance. */
const asShare = (share: number): number => Math.min(1, Math.max(0, share));

/** The claim is made only where the runs bear it out. */
function titleOf({ wayBack }: Evidence, { words, numbers }: Voice): string {
  const told = words.brief.timeline;
  const calm =
    wayBack?.deadline.kind === 'week' ? Math.round(wayBack.calmWeeks?.value ?? 0) : 0;
  return calm < CALM_AT_LEAST ? told.title : told.calm(calm, numbers.count(calm));
}

function figureOf(
  { scenario, wayBack }: Evidence,
  timeline: Timeline,
  voice: Voice,
): TimelineFigure {
  const { words, numbers } = voice;
  const told = words.brief.timeline;
  const last = timeline.weeks - 1;
  const { strata, trust, monthlyChurn, pastBreakingPoint: past } = timeline;
  return {
    kind: 'timeline',
    weeks: timeline.weeks,
    weekTicks: weekTicks(timeline.weeks).map((at) => ({
      at,
      text: at === 0 ? told.week('0') : numbers.count(at),
    })),
    churn: monthlyChurn,
    strata: stacked(timeline),
    trust,
    past,
    decisions: [
      ...new Set(scenario.decisions.map(({ week }) => week).filter((week) => week >= 0)),
    ].sort((a, b) => a - b),
    labels: {
      churn: told.churn(numbers.rate(monthlyChurn[last] ?? 0)),
      past: told.past(numbers.part(past[last] ?? 0)),
      captive: told.captive(numbers.part(strata.captive[last] ?? 0)),
      trust: told.trust(numbers.count((trust[last] ?? 0) * 100)),
      gone: told.gone(numbers.part(strata.gone[last] ?? 0)),
    },
    lastSafe:
      wayBack?.deadline.kind === 'week'
        ? weekTick(wayBack.deadline.value, (week) => told.lastSafe(week), voice)
        : null,
    visible: wayBack?.visibleRise
      ? weekTick(wayBack.visibleRise.value, (week) => told.visible(week), voice)
      : null,
  };
}

const weekTick = (at: number, say: (week: string) => string, { numbers }: Voice): Tick => ({
  at,
  text: say(numbers.count(at)),
});

function stacked({ strata, weeks }: Timeline) {
  let floor: readonly number[] = Array.from({ length: weeks }, () => 0);
  return DRAWN.map((name) => {
    const top = floor.map((below, week) => below + (strata[name][week] ?? 0));
    floor = top;
    return { name, top };
  });
}

/** Quarters, or years where there are many of them; and the end. */
function weekTicks(weeks: number): number[] {
  let step = QUARTER;
  while (weeks / step > 5) step *= 2;
  return Array.from({ length: Math.floor((weeks - 1) / step) + 1 }, (_, i) => i * step);
}

function tableOf(timeline: Timeline, { words, numbers }: Voice): Table {
  const { columns } = words.brief.timeline;
  const rows = weekTicks(timeline.weeks).concat(timeline.weeks - 1);
  return numbersTable(
    [columns.week, columns.churn, columns.trust, columns.past, columns.gone],
    [...new Set(rows)].map((week) => [
      numbers.count(week),
      numbers.rate(timeline.monthlyChurn[week] ?? 0),
      numbers.count((timeline.trust[week] ?? 0) * 100),
      numbers.part(timeline.pastBreakingPoint[week] ?? 0),
      numbers.part(timeline.strata.gone[week] ?? 0),
    ]),
  );
}
