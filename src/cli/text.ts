/** An assessment as plain text with a small plot. */
import type { Answers } from '../assess/answers.ts';
import type { Assessment } from '../assess/assess.ts';
import type { Estimate, Verdict } from '../assess/assessment.ts';
import { isNoticeable } from '../assess/breaking.ts';
import { leavingSegments } from '../assess/counterfactual.ts';
import type { NaiveForecast } from '../assess/naive.ts';
import { RUNS_FOR_A_RANGE } from '../assess/quantile.ts';
import { LOW_CHANCE, holdsAgain } from '../assess/verdict.ts';
import { wordsIn } from '../words/index.ts';
import { answerLines } from './answersText.ts';
import {
  changed,
  count,
  counted,
  distanceWords,
  leverWords,
  percent,
  points,
  segmentWords,
  sizeFigure,
  sizeWords,
  tipWords,
} from './figures.ts';
import { HALF_A_YEAR } from './pacingText.ts';
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
  const change = (estimate: Estimate, sign: 1 | -1) => changed(estimate, sign, assessment.runs);
  const lines = [
    `${assessment.scenario}: ${leverWords(decision)} in week ${decision.week}`,
    `${counted(assessment.runs)} of ${count(assessment.customers)} people over ${assessment.horizon} weeks, seed "${assessment.seed}", model ${assessment.modelVersion}`,
    '',
    headline(assessment),
    '',
    `  Chance of mass exit   ${percent(massExit.chance)} (${points(massExit.low)} to ${points(massExit.high)}): ${massExit.exits} of ${counted(massExit.runs)} ${massExit.exits === 1 ? 'loses' : 'lose'} ${percent(massExit.threshold)} or more`,
    `  Tipping point         ${tippingWords(assessment)}`,
    ...distanceLine(assessment),
    ...dentedLine(assessment),
    ...assumedLine(assessment),
    ...naiveLine(assessment),
    `  Customers             ${change(loss, -1)} at the end, against doing nothing`,
    `  Revenue               ${change(revenueAtEnd, 1)} at the end, ${change(revenueChange, 1)} over the whole time`,
    ...segmentLine(assessment),
    ...shortLine(assessment),
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

/** That somebody is past it does not say that he fell; nor is above it for sure who is so by parameters not known. */
function headline({ verdict, answers: { shape, assumed } }: Assessment): string {
  if (verdict === 'past' && shape?.kind === 'slope')
    return `${HEADLINE.past}, down a slope: the loss grows step by step`;
  if (verdict === 'above' && (assumed?.chance?.value ?? 0) >= LOW_CHANCE)
    return `${HEADLINE.above}, if the parameters are as assumed`;
  return HEADLINE[verdict];
}

/** A segment that few belong to may leave while most of all customers stay. */
function segmentLine({
  verdict,
  massExit: { threshold },
  answers: { counterfactual },
  segments,
}: Assessment): string[] {
  if (!counterfactual || (verdict !== 'above' && verdict !== 'near')) return [];
  const leaving = leavingSegments(counterfactual, threshold).map(
    ({ segment, lost }) =>
      `${segmentWords(segments[segment] ?? '')} ${changed(lost, -1, counterfactual.runs)}`,
  );
  return leaving.length === 0
    ? []
    : [`  Segments              ${leaving.join('; ')}: by itself that is a mass exit`];
}

/** What comes late is not seen by a horizon that ends early. */
function shortLine({ horizon, decision: { week } }: Assessment): string[] {
  const left = horizon - week;
  return left >= HALF_A_YEAR
    ? []
    : [
        `  Horizon               only ${counted(left, 'week')} from the decision on: what comes of it later is not in these figures`,
      ];
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
  const { atSize } = naive;
  const says = `${percent(Math.abs(atSize))} ${atSize < 0 ? 'gained' : 'lost'} at ${sizeWords(decision.lever, decision.size)}`;
  return [`  Constant elasticity   ${says}; the runs ${gapWords(naive)}`];
}

/** By how much the runs lose more than it says, or less. */
function gapWords({ gap, runs }: NaiveForecast): string {
  const { value, low, high } = gap;
  const same = points(value) === '0.0';
  const less = value < 0 && !same;
  const [from, to] = less ? [-high, -low] : [low, high];
  const known = runs < RUNS_FOR_A_RANGE ? counted(runs) : `${points(from)} to ${points(to)}`;
  return same
    ? `lose the same (${known}${runs < RUNS_FOR_A_RANGE ? '' : ' points more'})`
    : `lose ${points(Math.abs(value))} points ${less ? 'less' : 'more'} (${known})`;
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
  if (cliffRuns < RUNS_FOR_A_RANGE) return `${tip} (${counted(cliffRuns)})`;
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
    `  By size: losses of ${counted(sweptRuns)}, chances of ${counted(cliffRuns)}; the chance above: ${runs === 1 ? 'the 1 run' : `all ${counted(runs)}`} at the decision's own size.`,
  ];
}
