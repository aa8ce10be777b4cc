/** Numbers as the terminal prints them. */
import type { Assessment } from '../assess/assess.ts';
import type { Estimate } from '../assess/assessment.ts';
import { AT_TIPPING } from '../assess/distance.ts';
import { RUNS_FOR_A_RANGE } from '../assess/quantile.ts';
import type { Shift } from '../assess/paired.ts';
import { wordsIn } from '../words/index.ts';

export const count = (value: number): string => value.toLocaleString('en-US');

/** 1 run, 120 runs; or so many of something else that takes an s. */
export const counted = (value: number, what = 'run'): string =>
  `${count(value)} ${what}${value === 1 ? '' : 's'}`;

/** A share as percent, without the sign: 0.057 is 5.7, 0.57 is 57. */
export const points = (share: number): string =>
  minus((share * 100).toFixed(share > 0.0995 ? 0 : 1));
export const percent = (share: number): string => `${points(share)} %`;
export const signed = (share: number): string =>
  `${plus((share * 100).toFixed(1).replace(/\.0$/, ''))} %`;

/** With its sign, if it is not 0 as it is written. */
export const plus = (text: string): string => (Number(text) > 0 ? `+${text}` : minus(text));

export const minus = (text: string): string =>
  text.replace(/^-(0(\.0+)?)$/, '$1').replace('-', '\u2212');

/** A size in a sentence: of openness, whose level is no size, by how much it is closed. */
export function sizeWords(lever: string, size: number): string {
  if (lever !== 'openness') return sizeFigure(lever, size);
  return size < 0
    ? `opening by ${sizeFigure(lever, -size)}`
    : `closing by ${sizeFigure(lever, size)}`;
}

/** The same in a column that says what it is. */
export function sizeFigure(lever: string, size: number): string {
  return lever === 'price' ? signed(size) : minus(size.toFixed(3).replace(/\.?0+$/, '') || '0');
}

/** The lever and how far it is moved: price +18 %, export openness (openness) closed by 0.2 (to 0). */
export function leverWords({ lever, size, before }: Assessment['decision']): string {
  if (lever === 'price') return `price ${signed(size)}`;
  const name = `${wordsIn('en').inputs.names[lever].toLowerCase()} (${lever})`;
  if (before === null) return `${name} ${sizeFigure(lever, size)}`;
  const [done, by, to] = [size < 0 ? 'opened' : 'closed', Math.abs(size), before - size];
  return `${name} ${done} by ${sizeFigure(lever, by)} (to ${sizeFigure(lever, to)})`;
}

/** A tipping point, no finer than it is known. */
export const tipWords = (lever: string, size: number): string =>
  lever === 'price' ? signed(size) : minus(size.toFixed(lever === 'openness' ? 3 : 2));

/** A change with its range, lower bound first; of fewer than five runs, which have none, with their number. */
export function changed(
  { value, low, high }: Estimate,
  sign: 1 | -1,
  runs = RUNS_FOR_A_RANGE,
): string {
  const [from, to] = sign === 1 ? [low, high] : [-high, -low];
  const known = runs < RUNS_FOR_A_RANGE ? counted(runs) : `${signed(from)} to ${signed(to)}`;
  return `${signed(sign * value)} (${known})`;
}

/** A number with its range, with at most one decimal: 14.5 (0.5 to 26). */
export const ranged = (estimate: Estimate): string =>
  between(estimate, (x) => minus(`${Math.round(x * 10) / 10}`));

/** Weeks, customers: whole numbers with their range; of a single run there is none. */
export const wholes = (estimate: Estimate & { readonly runs?: number }): string =>
  estimate.runs === 1
    ? `${minus(estimate.value.toFixed(0))} (1 run)`
    : between(estimate, (x) => minus(x.toFixed(0)));

const between = ({ value, low, high }: Estimate, shown: (x: number) => string): string =>
  `${shown(value)} (${shown(low)} to ${shown(high)})`;

/** A part of a whole with its range, 0.04 as 4.0 % (2.0 to 6.0); of too few runs with their number. */
export const shareRange = ({ value, low, high }: Estimate, runs = RUNS_FOR_A_RANGE): string =>
  `${percent(value)} (${runs < RUNS_FOR_A_RANGE ? counted(runs) : `${points(low)} to ${points(high)}`})`;

/** The name of a segment as the page writes it; a segment of the user's keeps its own. */
export const segmentWords = (name: string): string =>
  (wordsIn('en').segments as Readonly<Record<string, string>>)[name] ?? name;

/** What a shift of the tipping point is counted in: points of a price, the unit of the size otherwise. */
export const shiftWords = (lever: string, shift: number): string =>
  lever === 'price' ? `${plus((shift * 100).toFixed(1))} points` : plus(shift.toFixed(3));

/** How far the decision lies from the tipping point, in what a shift of it is counted in. */
export function distanceWords(lever: string, distance: number): string {
  if (Math.abs(distance) < AT_TIPPING) return 'at the tipping point';
  const far = shiftWords(lever, Math.abs(distance)).replace('+', '');
  return `${far} ${distance > 0 ? 'beyond' : 'below'} the tipping point`;
}

export const shiftRange = (lever: string, { value, low, high }: Estimate): string =>
  `${shiftWords(lever, value)} (${bare(lever, low)} to ${bare(lever, high)})`;

/**
 * A shift as far as it is known.
 * @param runs pairs that were looked at: those that do not tell are counted
 */
export function shiftTold(lever: string, shift: Shift | null, runs: number): string {
  if (!shift) return 'shift cannot be told';
  const { value, low, high, bound, pairs } = shift;
  const some = pairs < runs ? `, in ${pairs} of ${runs} pairs` : '';
  switch (bound) {
    case 'none':
      // Of a single pair nothing is known of the spread.
      return pairs < 2
        ? `${shiftWords(lever, value)} (${counted(pairs, 'pair')})`
        : `${shiftRange(lever, shift)}${some}`;
    case 'atLeast':
      return `at least ${shiftWords(lever, value)} (from ${bare(lever, low)} on)${some}`;
    case 'atMost':
      return `at most ${shiftWords(lever, value)} (up to ${bare(lever, high)})${some}`;
  }
}

const bare = (lever: string, shift: number): string =>
  shiftWords(lever, shift).replace(' points', '');
