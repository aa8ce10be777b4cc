/** What the answer depends on, as plain text. */
import type { Verdict } from '../assess/assessment.ts';
import type { Bar, End, EndShift } from '../assess/bars.ts';
import type { Flip } from '../assess/flips.ts';
import type { Sensitivity } from '../assess/tornado.ts';
import type { AssumedName } from '../model/assumptions.ts';
import { readingOf } from '../words/assumption-readings.ts';
import { wordsIn } from '../words/index.ts';
import { numbersFor } from '../words/numbers.ts';
import { counted, shiftTold, tipWords } from './figures.ts';

const BARS_PRINTED = 10;
const FLIPS_PRINTED = 10;
const VERDICTS = ['above', 'near', 'past'] as const satisfies readonly Verdict[];

/**
 * @param lever kind of the decision, for how its sizes are written
 * @param now how the decision stands: without a verdict nothing changes it
 */
export function sensitivityLines(answer: Sensitivity, lever: string, now: Verdict): string[] {
  const { bars, flips, runs, tippingPoint } = answer;
  const told = tippingPoint
    ? bars.filter(({ span }) => span > 0)
    : bars.filter(({ low, high }) => low.tip !== null || high.tip !== null);
  const about = tippingPoint
    ? `shift of the tipping point at both ends of a range, up to ${counted(runs, 'pair')} of runs`
    : `there is no tipping point to shift; where an end of a range brings one about, up to ${counted(runs)}`;
  return [
    `What the answer depends on (${about})`,
    ...told
      .slice(0, BARS_PRINTED)
      .flatMap((bar) => barLines(bar, lever, tippingPoint !== null)),
    ...(told.length === 0
      ? [
          tippingPoint
            ? 'No end of any range moves it.'
            : 'No end of any range brings one about.',
        ]
      : []),
    ...(now === 'counting'
      ? ['Too few runs for a verdict, and so for what would change it.']
      : flips.length === 0
        ? ['No single assumption changes the verdict within its range.']
        : VERDICTS.flatMap((verdict) => flipLines(answer, verdict))),
  ];
}

export const assumptionWords = (name: AssumedName): string =>
  `${wordsIn('en').parameters[name].label} (${name})`;

/** The assumption, and below it what each end of its range means and does. */
const barLines = (bar: Bar, lever: string, isShift: boolean): string[] => [
  `  ${assumptionWords(bar.name)}`,
  ...(['low', 'high'] as const).map(
    (end) =>
      `      ${meaningOf(bar, end)}: ${(isShift ? shiftAtEnd : tipAtEnd)(bar[end], lever)}`,
  ),
];

const shiftAtEnd = ({ shift, runs }: EndShift, lever: string): string =>
  shiftTold(lever, shift, runs);

const tipAtEnd = ({ tip }: EndShift, lever: string): string =>
  tip === null ? 'no tipping point' : `tips at ${tipWords(lever, tip)}`;

function meaningOf(bar: Bar, end: End): string {
  const shown = readingOf(bar.name, bar[end].parameter, bar.base, numbersFor('en'));
  return wordsIn('en').parameters[bar.name][end](shown);
}

/**
 * Each assumption with what it means at the end at which the verdict is another one, those that move the tipping
 * point most first.
 */
function flipLines({ flips, bars }: Sensitivity, verdict: Verdict): string[] {
  const to = flips.filter((flip) => flip.verdict === verdict);
  if (to.length === 0) return [];
  const meant = ({ name, end }: Flip) => {
    const bar = bars.find((each) => each.name === name);
    return bar ? meaningOf(bar, end) : `its ${end} end`;
  };
  const shown = to.slice(0, FLIPS_PRINTED);
  const more = to.length - shown.length;
  return [
    `Alone enough for the verdict "${verdict}":`,
    ...shown.map((flip) => `  ${assumptionWords(flip.name)}: ${meant(flip)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
