/** What the answer depends on, as plain text. */
import type { Bar, End } from '../assess/bars.ts';
import type { Flip } from '../assess/flips.ts';
import type { Sensitivity } from '../assess/tornado.ts';
import type { AssumedName } from '../model/assumptions.ts';
import { readingOf } from '../words/assumption-readings.ts';
import { wordsIn } from '../words/index.ts';
import { numbersFor } from '../words/numbers.ts';
import { shiftTold, tipWords } from './figures.ts';

const BARS_PRINTED = 10;

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
    flips.length === 0
      ? 'No single assumption changes the verdict within its range.'
      : `Alone enough to change the verdict: ${flipWords(flips)}.`,
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

/** Each assumption once, with the end or ends and what the verdict is there. */
function flipWords(flips: readonly Flip[]): string {
  const names = [...new Set(flips.map(({ name }) => name))];
  return names
    .map((name) => {
      const ends = flips
        .filter((flip) => flip.name === name)
        .map(({ end, verdict }) => `${end} end (${verdict})`);
      return `${assumptionWords(name)} at its ${ends.join(' or ')}`;
    })
    .join(', ');
}
