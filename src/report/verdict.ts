/** How close the decision comes, in sentences and in four figures. */
import type { Estimate, Judged, Verdict } from '../assess/assessment.ts';
import { isNoticeable } from '../assess/breaking.ts';
import { AT_TIPPING } from '../assess/distance.ts';
import { RUNS_FOR_A_RANGE } from '../assess/quantile.ts';
import { holdsAgain } from '../assess/verdict.ts';
import type { WayBack } from '../assess/wayBack.ts';
import type { Stat } from './brief.ts';
import type { Evidence } from './evidence.ts';
import { leavingSentence } from './leavers.ts';
import { fixSentence } from './moves.ts';
import type { Voice } from './voice.ts';

/** Distance, both outcomes, and what counts as a mass exit. */
export function summaryOf(evidence: Evidence, voice: Voice): string {
  const { assessment, shape, smallestFix } = evidence;
  const { words, numbers, by } = voice;
  const { brief, gap } = words;
  const { exits, runs, threshold } = assessment.massExit;
  const [shown, of, others] = [exits, runs, runs - exits].map(numbers.count);
  return [
    ...(assessment.verdict === 'counting' ? [brief.counting(numbers.count(runs))] : []),
    distanceSentence(assessment, voice),
    ...dentedSentence(assessment, voice),
    ...slopeSentence(assessment.verdict, shape, voice),
    brief.frequency(exits, shown ?? '', of ?? '', by, runs - exits, others ?? ''),
    brief.definition(numbers.percent(threshold), by),
    ...leavingSentence(evidence, voice),
    ...(smallestFix ? fixSentence(smallestFix, voice) : []),
  ].join(gap);
}

function distanceSentence(assessment: Judged, voice: Voice): string {
  const { decision, tippingPoint, distance } = assessment;
  const { words, numbers, sizes } = voice;
  const size = sizes.shown(decision.size);
  if (!tippingPoint) return words.brief.noTipping(size, sizes.shown(decision.limit));
  if (distance === null) return words.brief.without(size);
  if (Math.abs(distance) < AT_TIPPING) return words.brief.at(size);
  const points = numbers.points(distance);
  if (distance <= 0) return words.brief.below(size, points);
  return holdsAgain(assessment.massExit, tippingPoint, decision.size)
    ? words.brief.beyondFirst(size, points)
    : words.brief.beyond(size, points);
}

/** That runs break at some sizes and hold at larger ones, where more of them do than chance explains. */
function dentedSentence(
  { dented, cliffRuns, tippingPoint }: Judged,
  { words, numbers }: Voice,
): string[] {
  if (!isNoticeable(dented, cliffRuns)) return [];
  const [shown, of] = [numbers.count(dented), numbers.count(cliffRuns)];
  const { verdict } = words;
  return [(tippingPoint ? verdict.dentedTip : verdict.dented)(dented, shown, of)];
}

/** That it is a slope, where it is one; and of a decision past its tipping point, that it does not fall. */
function slopeSentence(
  verdict: Verdict,
  shape: Evidence['shape'],
  { words, numbers }: Voice,
): string[] {
  if (verdict === 'counting' || shape?.kind !== 'slope') return [];
  const { value, low, high } = shape.steeper;
  const [times, least, most] = [value, low, high].map((each) => numbers.decimal(each)) as [
    string,
    string,
    string,
  ];
  const { slope, slopePast } = words.evidence;
  return [(verdict === 'past' ? slopePast : slope)(times, least, most)];
}

export function statsOf({ assessment, wayBack }: Evidence, voice: Voice): Stat[] {
  const { words, numbers, by } = voice;
  const { stats } = words.brief;
  const { massExit, revenueAtEnd, loss, runs } = assessment;
  const changed = ({ low, high }: Pick<Estimate, 'low' | 'high'>) =>
    stats.revenueRange(
      runs < RUNS_FOR_A_RANGE
        ? stats.over(runs, numbers.count(runs))
        : numbers.changeRange(low, high),
    );
  return [
    {
      label: stats.chance,
      value: numbers.chance(massExit.chance),
      range: stats.chanceRange(
        words.brief.range(
          numbers.decimal(massExit.low * 100, 0),
          numbers.decimal(massExit.high * 100, 0),
        ),
      ),
    },
    tippingStat(assessment, voice),
    ...(wayBack ? deadlineStat(wayBack, voice) : []),
    {
      label: stats.customers(by),
      value: numbers.change(-loss.value, 0),
      range: changed({ low: -loss.high, high: -loss.low }),
    },
    {
      label: stats.revenue(by),
      value: numbers.change(revenueAtEnd.value, 0),
      range: changed(revenueAtEnd),
    },
  ];
}

function tippingStat({ decision, tippingPoint, cliffRuns }: Judged, voice: Voice): Stat {
  const { words, numbers, sizes } = voice;
  const { stats } = words.brief;
  if (!tippingPoint)
    return {
      label: stats.tipping,
      value: stats.noTipping(sizes.short(decision.limit)),
      range: stats.over(cliffRuns, numbers.count(cliffRuns)),
    };
  // Where it tips below 0 is not known.
  if (tippingPoint.value === 0)
    return {
      label: stats.tipping,
      value: `≤ ${sizes.precise(0)}`,
      range: stats.breaksWithout,
    };
  return {
    label: stats.tipping,
    value: sizes.precise(tippingPoint.value),
    range: tippingRange(tippingPoint, cliffRuns, voice),
  };
}

/** The range of the tipping point, or of how many runs it is where these are too few to have one. */
export const tippingRange = (
  { low, high }: Pick<Estimate, 'low' | 'high'>,
  cliffRuns: number,
  { words, numbers }: Voice,
): string =>
  cliffRuns < RUNS_FOR_A_RANGE
    ? words.brief.stats.over(cliffRuns, numbers.count(cliffRuns))
    : numbers.pointsRange(low, high);

/** Where nothing has to be reversed there is no deadline. */
function deadlineStat({ deadline, all }: WayBack, { words, numbers, by }: Voice): Stat[] {
  const { brief } = words;
  const { stats } = brief;
  const label = stats.deadline;
  switch (deadline.kind) {
    case 'holds':
      return [];
    case 'tooFew':
      return [
        {
          label,
          value: stats.tooFew,
          range: stats.tooFewOf(numbers.count(all.breaking), numbers.count(all.runs)),
        },
      ];
    case 'any':
      return [{ label, value: stats.any, range: stats.anyIn(by) }];
    case 'none':
      return [
        { label, value: stats.never, range: stats.pastFrom(numbers.count(deadline.from)) },
      ];
    case 'week':
      return [
        {
          label,
          value: stats.week(numbers.count(deadline.value)),
          range: brief.range(numbers.count(deadline.low), numbers.count(deadline.high)),
        },
      ];
  }
}
