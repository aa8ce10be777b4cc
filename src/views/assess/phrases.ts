/** Results put into the words of the page. */
import type { Estimate, MassExit } from '../../assess/assessment.ts';
import type { Assumed } from '../../assess/assumed.ts';
import { AT_TIPPING, breaksWithout, distanceTo } from '../../assess/distance.ts';
import { dentedOf, isNoticeable } from '../../assess/breaking.ts';
import { RUNS_FOR_A_RANGE } from '../../assess/quantile.ts';
import { holdsAgain } from '../../assess/verdict.ts';
import type { Curve } from '../../state/answers/results.ts';
import type { Numbers } from '../../words/numbers.ts';
import type { Words } from '../../words/language.ts';
import type { Sizes } from '../../words/sizes.ts';
import { DOTS, sinkingAt } from './verdict/pictogram.ts';

export { segmentName } from '../../words/segments.ts';
export { horizonEnd } from '../../words/horizon.ts';

/** Sizes are shown, and moved by keys, in half points. */
export const SIZE_STEP = 0.005;

interface Voice {
  readonly words: Words;
  readonly numbers: Numbers;
}

/**
 * How far the decision is from the tipping point.
 * @param exits at that size; null while they are not known
 */
export function distanceSentence(
  { words, numbers, sizes }: Voice & { sizes: Sizes },
  curve: Curve,
  size: number,
  exits: MassExit | null = null,
): string {
  const shown = sizes.shown(size);
  const { tipping, axis } = curve;
  if (!tipping) {
    return words.verdict.noTipping(shown, sizes.shown(axis.limit));
  }
  const distance = distanceTo(tipping, size);
  if (distance === null) return words.verdict.without(shown);
  if (Math.abs(distance) < AT_TIPPING) return words.verdict.at(shown);
  const points = numbers.points(distance);
  if (distance <= 0) return words.verdict.below(shown, points);
  return exits && holdsAgain(exits, tipping, size)
    ? words.verdict.beyondFirst(shown, points)
    : words.verdict.beyond(shown, points);
}

/** That runs break at some sizes and hold at larger ones, where more of them do than chance explains. */
export function dentedSentence(
  { words, numbers }: Voice,
  { runs, tipping }: Pick<Curve, 'runs' | 'tipping'>,
): string {
  const dented = dentedOf(runs);
  if (!isNoticeable(dented, runs.length)) return '';
  const [shown, of] = [numbers.count(dented), numbers.count(runs.length)];
  const { verdict } = words;
  return (tipping ? verdict.dentedTip : verdict.dented)(dented, shown, of);
}

/** Both outcomes as a natural frequency; exact counts where twenty dots would hide the rarer one. */
export function frequencySentence(
  { words, numbers }: Voice,
  { chance, exits, runs }: MassExit,
): string {
  const sinking = sinkingAt(chance);
  if (exits === 0) return words.verdict.none(numbers.count(runs));
  if (exits === runs) return words.verdict.all(numbers.count(runs));
  if (sinking > 0 && sinking < DOTS.count) return words.verdict.inTwenty(sinking);
  const [shown, of, others] = [exits, runs, runs - exits].map(numbers.count) as [
    string,
    string,
    string,
  ];
  return words.verdict.few(exits, shown, of, others);
}

/** The value of the tipping point and its range, or that there is none. */
export function tippingStat(
  voice: Voice & { sizes: Sizes },
  curve: Curve,
): { value: string; range: string } {
  const { words, sizes } = voice;
  const { tipping, axis } = curve;
  // Where it tips below 0 is not known.
  if (breaksWithout(tipping))
    return { value: `≤ ${sizes.precise(0)}`, range: words.stats.breaksWithout };
  if (tipping) {
    return { value: sizes.precise(tipping.value), range: tippingRange(voice, curve) ?? '' };
  }
  const reach = sizes.short(axis.limit);
  return { value: words.stats.noTipping(reach), range: words.stats.noTippingRange };
}

/**
 * The range of the tipping point, and of how many runs it is where these are too few to have one.
 * @param named how the range is called; it is left as it is by default
 * @returns null without a tipping point
 */
export function tippingRange(
  voice: Voice,
  { tipping, runs }: Pick<Curve, 'tipping' | 'runs'>,
  named: (range: string) => string = (range) => range,
): string | null {
  if (!tipping) return null;
  if (runs.length < RUNS_FOR_A_RANGE) return fewRuns(voice, runs.length);
  return named(voice.numbers.pointsRange(tipping.low, tipping.high));
}

const fewRuns = ({ words, numbers }: Voice, runs: number): string =>
  words.stats.over(runs, numbers.count(runs));

/** Where the tipping point lies while all assumptions may vary. */
export function assumedText(
  { words, numbers }: Voice,
  { from, tippingPoint }: Pick<Assumed, 'from' | 'tippingPoint'>,
): string {
  const { assumed } = words.cliff;
  if (!tippingPoint) return assumed.none[from];
  const { low, high, open } = tippingPoint;
  const [least, most] = [low, high].map((size) => numbers.decimal(size * 100, 0)) as [
    string,
    string,
  ];
  return open ? assumed.open[from](least) : assumed.range[from](least, most);
}

/** Revenue as a whole percentage with its range, which so few runs do not have. */
export function revenueStat(voice: Voice, { value, low, high }: Estimate, runs: number) {
  const { numbers } = voice;
  const range = runs < RUNS_FOR_A_RANGE ? fewRuns(voice, runs) : numbers.changeRange(low, high);
  return { value: numbers.change(value, 0), range };
}
