/** Until when to go back, and what returns, as plain text. */
import type { Estimate } from '../assess/assessment.ts';
import { TOLD_WEEKS } from '../assess/wayBack.ts';
import type { WayBack } from '../assess/wayBack.ts';
import { shareRange, wholes } from './figures.ts';

/** Of how many runs it is the answer. */
export function breakingWords({
  all,
  runs,
  breaking,
}: Pick<WayBack, 'all' | 'runs' | 'breaking'>) {
  const counted = `${all.breaking} of ${all.runs} runs ${all.breaking === 1 ? 'ends' : 'end'} in a mass exit`;
  return breaking === all.breaking ? counted : `${counted}, ${runs} of these looked at`;
}

function deadlineWords({ deadline, ...answer }: WayBack, horizon: number): string {
  const of = (count: number) => `in ${count} of ${answer.breaking} runs`;
  switch (deadline.kind) {
    case 'holds':
      return `None of ${answer.all.runs} runs ends in a mass exit: there is nothing to go back from.`;
    case 'tooFew':
      return 'Too few to give a week until when going back helps.';
    case 'any':
      return `Going back helps in any of the ${horizon} weeks, ${of(answer.anyWeek)}.`;
    case 'none':
      return `None: past from week ${deadline.from} on, ${of(answer.tooLate)}.`;
    case 'week':
      return `Last safe week to go back: week ${wholes(deadline)}${deadline.high < horizon - 1 ? '' : `; no week after ${horizon - 1} is simulated`}.`;
  }
}

export function wayBackLines(answer: WayBack, horizon: number): string[] {
  const { visibleRise, calmWeeks } = answer;
  return [
    deadlineWords(answer, horizon),
    ...(visibleRise
      ? [`The rise of the churn is first seen in week ${wholes(visibleRise)}.`]
      : []),
    ...(calmWeeks ? [calmWords(calmWeeks)] : []),
    ...regainedLine(answer),
  ];
}

/** What share of the loss returns. */
function regainedLine({ curve }: WayBack): string[] {
  const told = curve.filter(({ weeksAfter }) => TOLD_WEEKS.includes(weeksAfter));
  if (told.length === 0) return [];
  const shares = told.map(
    ({ regained, weeksAfter }) =>
      `${shareRange(regained)} if you go back ${weeksAfter} weeks after it`,
  );
  return [`Share of the loss that returns: ${shares.join(', ')}.`];
}

/** Below 0 the rise shows while it is not too late. */
const calmWords = (weeks: Estimate): string =>
  `Calm weeks, already past: ${wholes(weeks)}, run by run${weeks.low < 0 ? '; below 0 the rise is seen in time' : ''}.`;
