/** How close the decision comes, in sentences and in four figures. */
import type { Judged } from '../assess/assessment.ts';
import { AT_TIPPING } from '../assess/distance.ts';
import type { WayBack } from '../assess/wayBack.ts';
import type { Stat } from './brief.ts';
import type { Evidence } from './evidence.ts';
import { fixSentence } from './moves.ts';
import type { Voice } from './voice.ts';

/** Distance, both outcomes, and what counts as a mass exit. */
export function summaryOf({ assessment, smallestFix }: Evidence, voice: Voice): string {
  const { words, numbers, by } = voice;
  const { brief, gap } = words;
  const { exits, runs, threshold } = assessment.massExit;
  const [shown, of, others] = [exits, runs, runs - exits].map(numbers.count);
  return [
    ...(assessment.verdict === 'counting' ? [brief.counting(numbers.count(runs))] : []),
    distanceSentence(assessment, voice),
    brief.frequency(exits, shown ?? '', of ?? '', by, runs - exits, others ?? ''),
    brief.definition(numbers.percent(threshold), by),
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
  return distance > 0 ? words.brief.beyond(size, points) : words.brief.below(size, points);
}

export function statsOf({ assessment, wayBack }: Evidence, voice: Voice): Stat[] {
  const { words, numbers, by } = voice;
  const { stats } = words.brief;
  const { massExit, revenueAtEnd, loss } = assessment;
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
      range: stats.revenueRange(numbers.changeRange(-loss.high, -loss.low)),
    },
    {
      label: stats.revenue(by),
      value: numbers.change(revenueAtEnd.value, 0),
      range: stats.revenueRange(numbers.changeRange(revenueAtEnd.low, revenueAtEnd.high)),
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
      range: stats.over(numbers.count(cliffRuns)),
    };
  return {
    label: stats.tipping,
    value: sizes.precise(tippingPoint.value),
    range: numbers.pointsRange(tippingPoint.low, tippingPoint.high),
  };
}

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
