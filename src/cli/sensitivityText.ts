/** What the answer depends on, as plain text. */
import type { Verdict } from '../assess/assessment.ts';
import type { Bar, End } from '../assess/bars.ts';
import type { Flip } from '../assess/flips.ts';
import type { Sensitivity } from '../assess/tornado.ts';
import type { AssumedName } from '../model/assumptions.ts';
import { readingOf } from '../words/assumption-readings.ts';
import { wordsIn } from '../words/index.ts';
import { numbersFor } from '../words/numbers.ts';
import { shiftTold, tipWords } from './figures.ts';

const BARS_PRINTED = 10;
const FLIPS_PRINTED = 10;
const VERDICTS = ['above', 'near', 'past'] as const satisfies readonly Verdict[];

/** @param lever kind of the decision, for how its sizes are written */
export function sensitivityLines(answer: Sensitivity, lever: string): string[] {
  const { bars, flips, runs, tippingPoint } = answer;
  const told = tippingPoint
    ? bars.filter(({ span }) => span > 0)
    : bars.filter(({ low, high }) => low.tip !== null || high.tip !== null);
  const about = tippingPoint
    ? `shift of the tipping point at both ends of a range, up to ${runs} pairs of runs`
    : `there is no tipping point to shift; where an end of a range brings one about, up to ${runs} runs`;
  return [
    `What the answer depends on (${about})`,
    ...told
      .slice(0, BARS_PRINTED)
      .map((bar) => `  ${barWords(bar, lever, tippingPoint !== null)}`),
    ...(told.length === 0
      ? [
          tippingPoint
            ? 'No end of any range moves it.'
            : 'No end of any range brings one about.',
        ]
      : []),
    ...(flips.length === 0
      ? ['No single assumption changes the verdict within its range.']
      : VERDICTS.flatMap((verdict) => flipLines(flips, verdict))),
  ];
}

export const assumptionWords = (name: AssumedName): string =>
  `${wordsIn('en').parameters[name].label} (${name})`;

function barWords(bar: Bar, lever: string, isShift: boolean): string {
  const ends = (['low', 'high'] as const).map((end) =>
    isShift ? endWords(bar, end, lever) : tipAtEnd(bar, end, lever),
  );
  return `${assumptionWords(bar.name)}: ${ends.join('; ')}`;
}

function endWords(bar: Bar, end: End, lever: string): string {
  const { shift, runs } = bar[end];
  return `${meaningOf(bar, end)} ${shiftTold(lever, shift, runs)}`;
}

function tipAtEnd(bar: Bar, end: End, lever: string): string {
  const { tip } = bar[end];
  return `${meaningOf(bar, end)} ${tip === null ? 'none' : `tips at ${tipWords(lever, tip)}`}`;
}

function meaningOf(bar: Bar, end: End): string {
  const shown = readingOf(bar.name, bar[end].parameter, bar.base, numbersFor('en'));
  return wordsIn('en').parameters[bar.name][end](shown);
}

/** Each assumption with the end at which the verdict is another one, those that move the tipping point most first. */
function flipLines(flips: readonly Flip[], verdict: Verdict): string[] {
  const to = flips.filter((flip) => flip.verdict === verdict);
  if (to.length === 0) return [];
  const named = to
    .slice(0, FLIPS_PRINTED)
    .map(({ name, end }) => `${assumptionWords(name)} at its ${end} end`);
  const more = to.length - named.length;
  return [
    `Alone enough for the verdict "${verdict}": ${named.join(', ')}${more > 0 ? `, and ${more} more` : ''}.`,
  ];
}
