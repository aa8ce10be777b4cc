/** Sizes of a decision as people read them: a price changes, and has a sign; the others are levels. */
import type { Numbers } from './numbers.ts';

export interface Sizes {
  /** As few decimals as it has, one at most: +18%, +18.5%. */
  readonly shown: (size: number) => string;
  /** One decimal, always: +15.0%. */
  readonly precise: (size: number) => string;
}

export const sizesFor = (numbers: Numbers, signed: boolean): Sizes =>
  signed
    ? {
        shown: (size) => numbers.change(size),
        precise: (size) => numbers.preciseChange(size, 1),
      }
    : { shown: (size) => numbers.percent(size, 1), precise: numbers.rate };
