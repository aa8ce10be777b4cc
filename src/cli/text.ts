/** An assessment as plain text with a small plot. */
import type { Answers } from '../assess/answers.ts';
import type { Assessment } from '../assess/assess.ts';
import type { Estimate, Verdict } from '../assess/assessment.ts';
import { isNoticeable } from '../assess/breaking.ts';
import { RUNS_FOR_A_RANGE } from '../assess/quantile.ts';
import { holdsAgain } from '../assess/verdict.ts';
import { wordsIn } from '../words/index.ts';
import { answerLines } from './answersText.ts';
import {
  changed,
  count,
  distanceWords,
  leverWords,
  percent,
  points,
  signed,
  sizeFigure,
  sizeWords,
  tipWords,
} from './figures.ts';
import { storyLines } from './storyText.ts';

const HEADLINE: Readonly<Record<Verdict, string>> = {
  counting: 'Still counting: fewer than 40 runs decide nothing',
  above: 'Above the thermocline',
  near: 'Near the thermocline',
  past: 'Past the thermocline',
};

const PLOT_WIDTH = 40;

/** @returns the text, ending in a line break */
export function assessmentText(assessment: Assessment): string {
  const { decision, massExit, loss, revenueAtEnd, revenueChange } = assessment;
  const change = (estimate: Estimate, sign: 1 | -1) =>
    assessment.runs < RUNS_FOR_A_RANGE
      ? `${signed(sign * estimate.value)} (${told(assessment.runs)})`
      : changed(estimate, sign);
  const lines = [
    `${assessment.scenario}: ${leverWords(decision)} in week ${decision.week}`,
    `${assessment.runs} runs of ${count(assessment.customers)} people over ${assessment.horizon} weeks, seed "${assessment.seed}", model ${assessment.modelVersion}`,
    '',
    headline(assessment),
    '',
    `  Chance of mass exit   ${percent(massExit.chance)} (${points(massExit.low)} to ${points(massExit.high)}): ${massExit.exits} of ${massExit.runs} runs lose ${percent(massExit.threshold)} or more`,
    `  Tipping point         ${tippingWords(assessment)}`,
    ...distanceLine(assessment),
    ...dentedLine(assessment),
    ...assumedLine(assessment),
    ...naiveLine(assessment),
    `  Customers             ${change(loss, -1)} at the end, against doing nothing`,
    `  Revenue               ${change(revenueAtEnd, 1)} at the end, ${change(revenueChange, 1)} over the whole time`,
    '',
    ...plot(assessment),
    ...answerLines(assessment),
    ...storyLines(assessment),
    '',
    'Ranges are 90 %. They include chance (the seeds), and what is uncertain in the parameters where a heading says so.',
    'This is a simulation, not a forecast of named customers.',
  ];
  return `${lines.join('\n')}\n`;
}

/** That somebody is past it does not say that he fell. */
function headline({ verdict, answers: { shape } }: Assessment): string {
  const slope = verdict === 'past' && shape?.kind === 'slope';
  return slope
    ? `${HEADLINE.past}, down a slope: the loss grows step by step`
    : HEADLINE[verdict];
}

/** The chance with what is not known of the parameters belongs beside the one without. */
function assumedLine({ answers: { assumed } }: Assessment): string[] {
  if (!assumed?.chance) return [];
  const { chance, exits, runs } = assumed;
  return [
    `  Parameters included   ${percent(chance.value)}: ${exits} of ${runs} runs, each with others within what is known of them`,
  ];
}

function naiveLine({ naive, decision }: Assessment): string[] {
  if (!naive) return [];
  const says = `${percent(naive.atSize)} lost at ${sizeWords(decision.lever, decision.size)}`;
  const { value, low, high } = naive.gap;
  const gap = value < 0 ? { value: -value, low: -high, high: -low } : naive.gap;
  return [
    `  Constant elasticity   ${says}; the runs lose ${points(gap.value)} points ${value < 0 ? 'less' : 'more'} (${naive.runs < RUNS_FOR_A_RANGE ? told(naive.runs) : `${points(gap.low)} to ${points(gap.high)}`})`,
  ];
}

const shapeWords = (shape: Answers['shape'] | undefined): string =>
  shape ? (shape.kind === 'slope' ? ', a slope and not a cliff' : ', a cliff') : '';

function tippingWords({
  tippingPoint,
  decision: { lever: kind, limit },
  cliffRuns,
  answers,
}: Assessment): string {
  if (!tippingPoint) return `none up to ${sizeWords(kind, limit)}`;
  const { lever, value, low, high, open } = tippingPoint;
  if (value === 0) return 'not above 0: the runs break without this decision as well';
  const tip = `${lever === 'openness' ? 'closing by ' : ''}${tipWords(lever, value)}`;
  if (cliffRuns < RUNS_FOR_A_RANGE) return `${tip} (${told(cliffRuns)})`;
  const upper = `${open ? 'above ' : ''}${tipWords(lever, high)}`;
  return `${tip} (${tipWords(lever, low)} to ${upper})${shapeWords(answers.shape)}`;
}

/** Nothing without a tipping point; that it is no fault of this decision where the runs break without it. */
function distanceLine(assessment: Assessment): string[] {
  const { tippingPoint, distance, massExit, decision } = assessment;
  const { lever, size } = decision;
  if (!tippingPoint) return [];
  const words =
    distance === null
      ? 'none: half of the runs or more end in a mass exit without this decision as well'
      : holdsAgain(massExit, tippingPoint, size)
        ? distanceWords(lever, distance).replace(
            'the tipping point',
            'the first tipping point; most runs hold again there',
          )
        : distanceWords(lever, distance);
  return [`  Distance              ${words}`];
}

/** More of them than chance explains, or nothing. */
function dentedLine({ dented, cliffRuns, tippingPoint }: Assessment): string[] {
  if (!isNoticeable(dented, cliffRuns)) return [];
  const { verdict } = wordsIn('en');
  const words = tippingPoint ? verdict.dentedTip : verdict.dented;
  return [`${' '.repeat(24)}${words(dented, count(dented), count(cliffRuns))}`];
}

const told = (runs: number): string => `${count(runs)} ${runs === 1 ? 'run' : 'runs'}`;

/** One line per size: the typical loss as a bar, the range of 90 % of the runs around its end. */
function plot({ cliff, runs, cliffRuns, sweptRuns, decision }: Assessment): string[] {
  const isRanged = sweptRuns >= RUNS_FOR_A_RANGE;
  const deepest = Math.max(
    0.1,
    ...cliff.map(({ typical, high }) => (isRanged ? high : typical)),
  );
  const place = (loss: number) => Math.round((Math.max(0, loss) / deepest) * PLOT_WIDTH);
  const name = decision.lever === 'openness' ? 'closed' : 'size';
  const head = `  ${name.padStart(8)}  ${'customers lost'.padEnd(PLOT_WIDTH)}  typical   range          chance`;
  const rows = cliff.map(({ dose, typical, low, high, chance }) => {
    const [best, worst] = isRanged ? [low, high] : [0, typical];
    const bar =
      '#'.repeat(place(best)) +
      '='.repeat(Math.max(0, place(typical) - place(best))) +
      '-'.repeat(Math.max(0, place(worst) - place(typical)));
    const range = isRanged ? `${points(low)} to ${points(high)}` : '–';
    return `  ${sizeFigure(decision.lever, dose).padStart(8)}  ${bar.padEnd(PLOT_WIDTH)}  ${percent(typical).padStart(6)}   ${range.padEnd(13)}  ${percent(chance).padStart(6)}`;
  });
  return [
    head,
    ...rows,
    isRanged
      ? '  # lost in 95 % of the runs, = up to the typical run, - up to the worst 5 %'
      : '  = lost in the typical run; so few runs have no range',
    `  By size: losses of ${told(sweptRuns)}, chances of ${told(cliffRuns)}; the chance above: all ${told(runs)} at the decision's own size.`,
  ];
}
