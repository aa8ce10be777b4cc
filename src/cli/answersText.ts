/** What else was asked, as plain text: a heading and a few lines for each answer. */
import type { Assessment } from '../assess/assess.ts';
import type { Answers, QuestionName } from '../assess/answers.ts';
import type { TippingPoint } from '../assess/assessment.ts';
import type { Desk, DeskFigures } from '../assess/desk.ts';
import {
  changed,
  count,
  counted,
  percent,
  points,
  ranged,
  segmentWords,
  shareRange,
  shiftTold,
  shiftWords,
  tipWords,
  wholes,
} from './figures.ts';
import { firstOf, pacingLines, pacingWords } from './pacingText.ts';
import { fixLines, smallestLines } from './fixText.ts';
import { assumptionWords, sensitivityLines } from './sensitivityText.ts';
import { designWords, pilotLines } from './pilotText.ts';
import { breakingWords, wayBackLines } from './wayBackText.ts';
import { warnedWords, warningLines } from './warningText.ts';

type Writer<Name extends QuestionName> = (
  answer: NonNullable<Answers[Name]>,
  assessment: Assessment,
) => readonly string[];

const WRITERS: { readonly [Name in QuestionName]: Writer<Name> } = {
  wayBack: (answer, { horizon }) => [
    heading('Way back', breakingWords(answer)),
    ...wayBackLines(answer, horizon),
  ],
  shape: ({ kind, steeper, capped, runs }, { verdict }) => [
    heading('Cliff or slope', `${counted(runs)} that tip`),
    ...(kind === 'slope' && verdict === 'past'
      ? [
          'It is past its tipping point, but nothing breaks off there: the loss grows step by step.',
        ]
      : []),
    capped
      ? `A ${kind}: at the tipping point each further step costs more than ${steeper.value} times what the first ones cost.`
      : `A ${kind}: at the tipping point each further step costs ${ranged(steeper)} times what the first ones cost.`,
  ],
  counterfactual: ({ segments, all, highValue, desk, ...rest }, { segments: names }) => [
    heading('Against doing nothing', counted(rest.runs)),
    ...segments.map(
      ({ segment, lost, atStake }) =>
        `  ${segmentWords(names[segment] ?? '').padEnd(18)} customers ${changed(lost, -1, rest.runs)}, revenue at stake ${shareRange(atStake, rest.runs)} of all`,
    ),
    `Silent VIPs: ${wholes(all.silent.customers)} of the ${count(Math.round(highValue.value))} who spend most, at the end.`,
    `Net present value at ${percent(rest.presentValue.rate)} a year: ${changed(rest.presentValue.relative, 1, rest.runs)}.`,
    ...(desk ? [deskLine(desk)] : []),
  ],
  fixes: (answer, { decision: { lever }, runs }) => [
    heading(
      'What moves the tipping point',
      `each alone, in pairs; ${firstOf(answer.runs, runs)}, of which ${percent(answer.chance)} break without any`,
    ),
    ...fixLines(answer, lever),
  ],
  smallestFix: (fix, { decision: { lever } }) => [
    heading('Smallest fix', 'the least costly that brings the chance under 25 %'),
    ...smallestLines(fix, lever),
  ],
  warning: (answer) => [heading('Early warning', warnedWords(answer)), ...warningLines(answer)],
  pacing: (paces, { runs }) => [
    heading('Pacing', pacingWords(paces, runs)),
    ...pacingLines(paces),
  ],
  history: ({ first, second, shift, decisions, runs }, { decision: { lever }, runs: all }) => [
    heading(
      'What the past does',
      `${decisions} ${decisions === 1 ? 'decision' : 'decisions'} of the last three years; ${firstOf(runs, all)}, of which ${percent(second.chance)} break as it stands`,
    ),
    `Chance ${percent(first.chance)} without them, ${percent(second.chance)} with them; ${shift ? `they move the tipping point by ${shiftTold(lever, shift, runs)}` : 'how far they move the tipping point cannot be told'}.`,
  ],
  homophily: (
    { first, second, shift, runs, segments },
    { decision: { lever }, massExit: { threshold } },
  ) => [
    heading('Whom they talk to', segments.map(segmentWords).join(', ')),
    `${percent(threshold)} of these customers leave from ${tipOrNone(lever, first.tippingPoint?.value)} on if they live among all others, and from ${tipOrNone(lever, second.tippingPoint?.value)} on if they live among themselves: ${shift ? `a shift of ${shiftTold(lever, shift, runs)}` : 'the shift cannot be told'}.`,
  ],
  pilot: (answer, { decision: { lever }, horizon }) => [
    heading('Would a pilot tell', designWords(answer.design)),
    ...pilotLines(answer, lever, horizon),
  ],
  assumed: ({ chance, runs, drawn, exits, tippingPoint, from }, { decision: { lever } }) => [
    heading(
      'With what is uncertain in the parameters',
      `${runs} of ${drawn} draws kept, drawn from ${from === 'history' ? 'a fit to the own history where it tells' : 'the sourced ranges'}`,
    ),
    chance
      ? `Chance of mass exit ${percent(chance.value)}: ${exits} of ${counted(runs)}. With the parameters of one draw it is ${points(chance.low)} to ${percent(chance.high)}, in nine draws of ten.`
      : 'No draw was kept.',
    ...(runs === 0 ? [] : [tipOverDraws(lever, tippingPoint)]),
  ],
  sensitivity: (answer, { decision: { lever }, verdict }) =>
    sensitivityLines(answer, lever, verdict),
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

/** What the desk stops looks the same while ever more try to cancel. */
function deskLine({ mode, first, last }: Desk): string {
  const told = ({ attempts, saved }: DeskFigures) =>
    `${saved ? shareRange(saved) : 'none'} of ${wholes(attempts)} attempts a month`;
  const stops = mode === 'obstruct' ? 'holds up' : 'talks round';
  return `The save desk ${stops} ${told(first)} to cancel in its first 13 weeks, and ${told(last)} in the last 13.`;
}

/** Where it tips over all draws, as far as that lies among the sizes tried. */
function tipOverDraws(lever: string, tip: TippingPoint | null): string {
  if (!tip) return 'No tipping point: half of the runs or more never tip.';
  if (tip.value === 0)
    return 'Tipping point not above 0: half of the runs or more break without this decision as well.';
  return `Tipping point ${tipWords(lever, tip.value)} (${tipWords(lever, tip.low)} to ${tip.open ? 'above ' : ''}${tipWords(lever, tip.high)}).`;
}

const tipOrNone = (lever: string, tip: number | undefined): string =>
  tip === undefined ? 'no size' : tipWords(lever, tip);
