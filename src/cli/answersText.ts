/** What else was asked, as plain text: a heading and a few lines for each answer. */
import type { Assessment } from '../assess/assess.ts';
import type { Answers, QuestionName } from '../assess/answers.ts';
import type { FixShift } from '../assess/fixes.ts';
import type { PacedOutcome } from '../assess/pacing.ts';
import type { Bar, End } from '../assess/tornado.ts';
import type { MeasureWarning } from '../assess/warning.ts';
import { readingOf } from '../words/assumption-readings.ts';
import { wordsIn } from '../words/index.ts';
import { numbersFor } from '../words/numbers.ts';
import { designWords, pilotLines } from './pilotText.ts';
import { changed, minus, percent, points, ranged, signed, sizeWords } from './figures.ts';

type Writer<Name extends QuestionName> = (
  answer: NonNullable<Answers[Name]>,
  assessment: Assessment,
) => readonly string[];

const WRITERS: { readonly [Name in QuestionName]: Writer<Name> } = {
  wayBack: ({ deadline, runs, breaking, calmWeeks, visibleRise }, { horizon }) => [
    heading('Way back', `${breaking} of ${runs} runs end in a mass exit`),
    deadlineWords(deadline, horizon),
    ...(visibleRise
      ? [`The rise of the churn is first seen in week ${ranged(visibleRise)}.`]
      : []),
    ...(calmWeeks ? [`Calm weeks, already past: ${ranged(calmWeeks)}.`] : []),
  ],
  shape: ({ kind, steeper, capped, runs }) => [
    heading('Cliff or slope', `${runs} runs that tip`),
    `A ${kind}: at the tipping point each further step costs ${ranged(steeper)} times ${capped ? 'or more ' : ''}what the first ones cost.`,
  ],
  counterfactual: ({ segments, all, presentValue, runs }) => [
    heading('Against doing nothing', `${runs} runs`),
    ...segments.map(
      ({ segment, lost, atStake }) =>
        `  segment ${segment + 1}: customers ${changed(lost, -1)}, revenue at stake ${changed(atStake, -1)} of all`,
    ),
    `Silent VIPs: ${ranged(all.silent.customers)}.`,
    `Net present value at ${percent(presentValue.rate)} a year: ${changed(presentValue.relative, 1)}.`,
  ],
  fixes: ({ fixes, needed, runs }, { decision: { lever } }) => [
    heading('What moves the tipping point', `alone, ${runs} pairs of runs`),
    needed === null
      ? 'There is no tipping point to move.'
      : `The decision needs a shift of ${shiftWords(lever, needed)}.`,
    ...fixes.map((fix) => fixLine(fix, lever)),
  ],
  smallestFix: (fix, { decision: { lever } }) => [
    heading('Smallest fix', 'the least costly that brings the chance under 25 %'),
    ...smallestWords(fix, lever),
  ],
  warning: ({ outcome, measures, breaking, runs, baseWeeks }) => [
    heading('Early warning', `${breaking} of ${runs} runs end in a mass exit`),
    ...(outcome === 'notEnoughWeeks'
      ? [
          `There are ${baseWeeks} weeks before the news, and 26 are needed to tell what is usual.`,
        ]
      : measures.map(warningLine)),
  ],
  pacing: (paces) => [heading('Pacing', 'the same in the end'), ...paces.map(paceLine)],
  history: ({ first, second, shift, decisions }, { decision: { lever } }) => [
    heading('What the past does', `${decisions} decisions of the last three years`),
    `Chance ${percent(first.chance)} without them, ${percent(second.chance)} with them; they move the tipping point by ${shiftRange(lever, shift)}.`,
  ],
  homophily: ({ first, second, segments }, { decision: { lever } }) => [
    heading('Whom they talk to', segments.join(', ')),
    `Of these customers the threshold share leaves from ${tipWords(lever, first.tippingPoint?.value)} on if they live among all others, and from ${tipWords(lever, second.tippingPoint?.value)} on if they live among themselves.`,
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
      ? `Chance of mass exit ${percent(chance.value)}: ${exits} of ${runs} runs. Close to a cliff whoever knew the parameters would be nearly sure: ${points(chance.low)} to ${percent(chance.high)}.`
      : 'No draw was kept.',
    tippingPoint
      ? `Tipping point ${sizeWords(lever, tippingPoint.value)} (${sizeWords(lever, tippingPoint.low)} to ${sizeWords(lever, tippingPoint.high)}).`
      : 'Half of the runs or more never tip.',
  ],
  sensitivity: ({ bars, flips }, { decision: { lever } }) => [
    heading('What the answer depends on', 'shift of the tipping point at both ends of a range'),
    ...bars
      .slice(0, BARS_PRINTED)
      .map(
        (bar) =>
          `  ${wordsIn('en').parameters[bar.name].label} (${bar.name}): ${endWords(bar, 'low', lever)}; ${endWords(bar, 'high', lever)}`,
      ),
    flips.length === 0
      ? 'No single assumption changes the answer within its range.'
      : `Alone enough to change the answer: ${flips.map(({ name, end }) => `${name} at its ${end} end`).join(', ')}.`,
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
          `  ${wordsIn('en').parameters[effect.name].label} (${effect.name}): ${sizeOfEffect(lever, effect.muStar)}, spread ${sizeOfEffect(lever, effect.sigma)}${effect.open ? ', or more' : ''}`,
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

function deadlineWords(deadline: Answers['wayBack']['deadline'], horizon: number): string {
  switch (deadline.kind) {
    case 'holds':
      return 'No run ends in a mass exit: there is nothing to go back from.';
    case 'any':
      return `Going back helps in any of the ${horizon} weeks.`;
    case 'none':
      return `None: past from week ${deadline.from} on.`;
    case 'week':
      return `Last safe week to go back: week ${ranged(deadline)}.`;
  }
}

const shiftWords = (lever: string, shift: number): string =>
  lever === 'price'
    ? `${shift > 0 ? '+' : ''}${minus((shift * 100).toFixed(1))} points`
    : `${shift > 0 ? '+' : ''}${minus(shift.toFixed(3))}`;

const shiftRange = (
  lever: string,
  { value, low, high }: { value: number; low: number; high: number },
): string =>
  `${shiftWords(lever, value)} (${shiftWords(lever, low).replace(' points', '')} to ${shiftWords(lever, high).replace(' points', '')})`;

function fixLine(fix: FixShift, lever: string): string {
  const open = fix.open ? ' or more' : '';
  const shift = `${shiftRange(lever, fix)}${open}`;
  return `  ${fix.id.padEnd(16)} ${shift.padEnd(36)} ${fix.effect === 'nothing' ? 'does nothing' : fix.effect}, chance ${percent(fix.chance)}`;
}

function smallestWords(fix: Answers['smallestFix'], lever: string): string[] {
  switch (fix.kind) {
    case 'notNeeded':
      return [`None is needed: the chance is ${percent(fix.before.chance)}.`];
    case 'noneFound':
      return ['None was found: not even all of them together suffice.'];
    case 'found': {
      const { before, after, fixes, size } = fix;
      const steps = [...fixes, ...(size === null ? [] : [`only ${sizeWords(lever, size)}`])];
      return [
        `${steps.join(' + ')}: ${before.exits} of ${before.runs} runs become ${after.exits} of ${after.runs}, chance ${percent(after.chance)} (${points(after.low)} to ${points(after.high)}).`,
      ];
    }
  }
}

const CLAIMS = {
  warns: 'warns',
  noLead: 'no lead',
  soundsAnyway: 'sounds anyway',
  soundsEitherWay: 'sounds also where it holds',
} as const;

function warningLine({ measure, lead, twinAlarms, claim }: MeasureWarning): string {
  const weeks = lead ? `${ranged(lead)} weeks ahead` : 'no alarm before it';
  const falsely = twinAlarms ? `, false alarms ${percent(twinAlarms.value)}` : '';
  const verdict = claim ? CLAIMS[claim] : 'no run to tell from';
  return `  ${measure.padEnd(16)} ${verdict.padEnd(14)} ${weeks}${falsely}`;
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

const tipWords = (lever: string, tip: number | undefined): string =>
  tip === undefined ? 'no size' : sizeWords(lever, tip);

function endWords(bar: Bar, end: End, lever: string): string {
  const { parameter } = bar[end];
  const shown = readingOf(bar.name, parameter, bar.base, numbersFor('en'));
  const meaning = wordsIn('en').parameters[bar.name][end](shown);
  return `${meaning} ${shiftRange(lever, bar[end])}${bar[end].open ? ' or more' : ''}`;
}
