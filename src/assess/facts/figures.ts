/** How figures are written: mean ± standard error, median (5th to 95th percentile). */
import type { Summary } from './summary.ts';

const minus = (text: string): string =>
  text.replace(/^-0(\.0+)?$/, '0$1').replace('-', '\u2212');
const fixed = (value: number, digits: number): string =>
  Number.isNaN(value) ? 'none' : minus(value.toFixed(digits));
const signed = (value: number, digits: number): string =>
  `${value > 0 ? '+' : ''}${fixed(value, digits)}`;
const error = (value: number, digits: number): string =>
  Number.isNaN(value) ? '' : `±${value.toFixed(digits)}`;

/** A number with its standard error. */
export const amount = ({ mean, error: e }: Summary, digits = 1): string =>
  `${fixed(mean, digits)}${error(e, digits)}`;

/** A share in per cent. */
export const percent = ({ mean, error: e }: Summary, digits = 1): string =>
  `${fixed(100 * mean, digits)}${error(100 * e, digits)} %`;

/** A change in per cent, with its sign. */
export const change = ({ mean, error: e }: Summary, digits = 1): string =>
  `${signed(100 * mean, digits)}${error(100 * e, digits)} %`;

/** A shift in percentage points, with its sign. */
export const points = ({ mean, error: e }: Summary, digits = 1): string =>
  `${signed(100 * mean, digits)}${error(100 * e, digits)}`;

/** A multiple. */
export const times = (value: Summary, digits = 1): string => `x${amount(value, digits)}`;

/** Weeks: median and the span of nine seeds in ten. */
export const weeks = ({ count, median, low, high }: Summary): string =>
  count === 0 ? 'never' : `${fixed(median, 0)} wk (${fixed(low, 0)} to ${fixed(high, 0)})`;

/** A size of a rise, such as +12.5 %. */
export const size = (value: number): string => `+${minus((100 * value).toFixed(1))} %`;

/** The median alone. */
export const median = (value: Summary, digits = 0): string => fixed(value.median, digits);

/** A share that is no mean over seeds, in per cent. */
export const plainPercent = (value: number): string => `${fixed(100 * value, 0)} %`;
