/** What else was asked, as plain text: a heading and a few lines for each answer. */
import type { Assessment } from '../assess/assess.ts';
import type { Answers, QuestionName } from '../assess/answers.ts';
import type { Estimate } from '../assess/assessment.ts';
import type { PacedOutcome } from '../assess/pacing.ts';
import type { Bar, End, Flip } from '../assess/tornado.ts';
import type { WayBack } from '../assess/wayBack.ts';
import type { AssumedName } from '../model/assumptions.ts';
import { readingOf } from '../words/assumption-readings.ts';
import { wordsIn } from '../words/index.ts';
import { numbersFor } from '../words/numbers.ts';
import {
  changed,
  count,
  percent,
  points,
  ranged,
  segmentWords,
  shiftRange,
  shiftWords,
  signed,
  tipWords,
  wholes,
} from './figures.ts';
import { fixLines, smallestLines } from './fixText.ts';
import { designWords, pilotLines } from './pilotText.ts';
import { warnedWords, warningLines } from './warningText.ts';

type Writer<Name extends QuestionName> = (
  answer: NonNullable<Answers[Name]>,
  assessment: Assessment,
) => readonly string[];

const WRITERS: { readonly [Name in QuestionName]: Writer<Name> } = {
  wayBack: (answer, { horizon }) => [
    heading('Way back', breakingWords(answer)),
    deadlineWords(answer, horizon),
    ...(answer.visibleRise
      ? [`The rise of the churn is first seen in week ${wholes(answer.visibleRise)}.`]
      : []),
    ...(answer.calmWeeks ? [calmWords(answer.calmWeeks)] : []),
  ],
  shape: ({ kind, steeper, capped, runs }) => [
    heading('Cliff or slope', `${runs} runs that tip`),
    capped
      ? `A ${kind}: at the tipping point each further step costs more than ${steeper.value} times what the first ones cost.`
      : `A ${kind}: at the tipping point each further step costs ${ranged(steeper)} times what the first ones cost.`,
  ],
  counterfactual: ({ segments, all, presentValue, runs }, { segments: names, customers }) => [
    heading('Against doing nothing', `${runs} runs`),
    ...segments.map(
      ({ segment, lost, atStake }) =>
        `  ${segmentWords(names[segment] ?? '').padEnd(18)} customers ${changed(lost, -1)}, revenue at stake ${shared(atStake)} of all`,
    ),
    `Silent VIPs: ${wholes(all.silent.customers)} of ${count(customers)} people simulated.`,
    `Net present value at ${percent(presentValue.rate)} a year: ${changed(presentValue.relative, 1)}.`,
  ],
  fixes: (answer, { decision: { lever } }) => [
    heading('What moves the tipping point', `alone, ${answer.runs} pairs of runs`),
    ...fixLines(answer, lever),
  ],
  smallestFix: (fix, { decision: { lever } }) => [
    heading('Smallest fix', 'the least costly that brings the chance under 25 %'),
    ...smallestLines(fix, lever),
  ],
  warning: (answer) => [heading('Early warning', warnedWords(answer)), ...warningLines(answer)],
  pacing: (paces) => [heading('Pacing', 'the same in the end'), ...paces.map(paceLine)],
  history: ({ first, second, shift, decisions }, { decision: { lever } }) => [
    heading('What the past does', `${decisions} decisions of the last three years`),
    `Chance ${percent(first.chance)} without them, ${percent(second.chance)} with them; they move the tipping point by ${shiftRange(lever, shift)}.`,
  ],
  homophily: ({ first, second, shift, segments }, { decision: { lever } }) => [
    heading('Whom they talk to', segments.map(segmentWords).join(', ')),
    `Of these customers the threshold share leaves from ${tipOrNone(lever, first.tippingPoint?.value)} on if they live among all others, and from ${tipOrNone(lever, second.tippingPoint?.value)} on if they live among themselves: a shift of ${shiftRange(lever, shift)}.`,
  ],
  pilot: (answer, { decision: { lever } }) => [
    heading('Would a pilot tell', designWords(answer.design)),
    ...pilotLines(answer, lever),
  ],
  assumed: ({ chance, runs, drawn, exits, tippingPoint, from }, { decision: { lever } }) => [
    heading(
      'With what is uncertain in the parameters',
      `${runs} of ${drawn} draws kept, drawn from ${from === 'history' ? 'a fit to the own history where it tells' : 'the sourced ranges'}`,
    ),
    chance
      ? `Chance of mass exit ${percent(chance.value)}: ${exits} of ${runs} runs. Whoever knew the parameters would say ${points(chance.low)} to ${percent(chance.high)}, in nine draws of ten.`
      : 'No draw was kept.',
    tippingPoint
      ? `Tipping point ${tipWords(lever, tippingPoint.value)} (${tipWords(lever, tippingPoint.low)} to ${tippingPoint.open ? 'above ' : ''}${tipWords(lever, tippingPoint.high)}).`
      : 'Half of the runs or more never tip.',
  ],
  sensitivity: ({ bars, flips }, { decision: { lever } }) => [
    heading('What the answer depends on', 'shift of the tipping point at both ends of a range'),
    ...bars
      .filter(({ span }) => span > 0)
      .slice(0, BARS_PRINTED)
      .map(
        (bar) =>
          `  ${assumptionWords(bar.name)}: ${endWords(bar, 'low', lever)}; ${endWords(bar, 'high', lever)}`,
      ),
    flips.length === 0
      ? 'No single assumption changes the answer within its range.'
      : `Alone enough to change the answer: ${flipWords(flips)}.`,
  ],
  screening: ({ effects, trajectories }, { decision: { lever } }) => [
    heading(
      'Which assumptions matter wherever the others lie',
      `elementary effects on the tipping point, ${trajectories} trajectories`,
    ),
    ...effects
      .slice(0, BARS_PRINTED)
      .map(
        (effect) =>
          `  ${assumptionWords(effect.name)}: ${sizeOfEffect(lever, effect.muStar)}, spread ${sizeOfEffect(lever, effect.sigma)}${effect.open ? ', or more' : ''}`,
      ),
  ],
};

const BARS_PRINTED = 10;

const sizeOfEffect = (lever: string, effect: number): string =>
  shiftWords(lever, effect).replace('+', '');

/** @returns lines, with an empty one before each heading; none for questions that were not asked or do not arise */
export function answerLines(assessment: Assessment): string[] {
  return (Object.keys(WRITERS) as QuestionName[]).flatMap((name) => {
    const lines = written(name, assessment);
    return lines.length > 0 ? ['', ...lines] : [];
  });
}

function written<Name extends QuestionName>(
  name: Name,
  assessment: Assessment,
): readonly string[] {
  const given = assessment.answers[name];
  return given ? WRITERS[name](given, assessment) : [];
}

const heading = (name: string, about: string): string => `${name} (${about})`;

/** @param answer of runs, of which so many break */
function breakingWords({ all, runs, breaking }: Pick<WayBack, 'all' | 'runs' | 'breaking'>) {
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
      return `Last safe week to go back: week ${wholes(deadline)}.`;
  }
}

/** Below 0 the rise shows while it is not too late. */
const calmWords = (weeks: Estimate): string =>
  `Calm weeks, already past: ${wholes(weeks)}${weeks.low < 0 ? '; below 0 the rise is seen in time' : ''}.`;

/** A part of the revenue; below 0 it is won. */
const shared = ({ value, low, high }: Estimate): string =>
  `${percent(value)} (${points(low)} to ${points(high)})`;

const assumptionWords = (name: AssumedName): string =>
  `${wordsIn('en').parameters[name].label} (${name})`;

/** Each assumption once, with the end or ends. */
function flipWords(flips: readonly Flip[]): string {
  const names = [...new Set(flips.map(({ name }) => name))];
  return names
    .map((name) => {
      const ends = flips.filter((flip) => flip.name === name).map(({ end }) => end);
      return `${assumptionWords(name)} at its ${ends.join(' or ')} end`;
    })
    .join(', ');
}

function paceLine({ steps, weeks, massExit, loss, revenueChange }: PacedOutcome): string {
  const pace =
    weeks === null
      ? 'at once'
      : steps === null
        ? `over ${weeks} weeks`
        : `${steps} steps, ${weeks} weeks apart`;
  return `  ${pace.padEnd(26)} chance ${percent(massExit.chance).padStart(6)}, customers ${changed(loss, -1)}, revenue ${signed(revenueChange.value)}`;
}

const tipOrNone = (lever: string, tip: number | undefined): string =>
  tip === undefined ? 'no size' : tipWords(lever, tip);

function endWords(bar: Bar, end: End, lever: string): string {
  const { parameter } = bar[end];
  const shown = readingOf(bar.name, parameter, bar.base, numbersFor('en'));
  const meaning = wordsIn('en').parameters[bar.name][end](shown);
  return `${meaning} ${shiftRange(lever, bar[end])}${bar[end].open ? ' or more' : ''}`;
}
