/** Numbers as the terminal prints them. */
import type { Estimate } from '../assess/assessment.ts';

export const count = (value: number): string => value.toLocaleString('en-US');

/** A share as percent, without the sign: 0.057 is 5.7, 0.57 is 57. */
export const points = (share: number): string =>
  minus((share * 100).toFixed(share > 0.0995 ? 0 : 1));
export const percent = (share: number): string => `${points(share)} %`;
export const signed = (share: number): string =>
  `${share > 0 ? '+' : ''}${minus((share * 100).toFixed(1).replace(/\.0$/, ''))} %`;

export const minus = (text: string): string =>
  text.replace(/^-(0(\.0+)?)$/, '$1').replace('-', '\u2212');

export function sizeWords(lever: string, size: number): string {
  return lever === 'price' ? signed(size) : minus(size.toFixed(3).replace(/\.?0+$/, '') || '0');
}

/** A change with its range, lower bound first. */
export function changed({ value, low, high }: Estimate, sign: 1 | -1): string {
  const [from, to] = sign === 1 ? [low, high] : [-high, -low];
  return `${signed(sign * value)} (${signed(from)} to ${signed(to)})`;
}

/** Weeks with their range: 14.5 (0.5 to 26). */
export function ranged({ value, low, high }: Estimate): string {
  const [middle, from, to] = [value, low, high].map((x) => minus(`${Math.round(x * 10) / 10}`));
  return `${middle} (${from} to ${to})`;
}
