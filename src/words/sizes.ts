/**
 * Sizes of a decision as people read them: a price changes, and has a sign; openness is closed, by points; the others
 * are levels.
 */
import type { Decision } from '../model/scenario.ts';
import type { Words } from './language.ts';
import type { Numbers } from './numbers.ts';

export interface Sizes {
  /** In a sentence, with as few decimals as it has, one at most: +18%, +18.5%, closing by 20 points. */
  readonly shown: (size: number) => string;
  /** The same where there is little room, and a name beside it says what is meant: +18%, 20 points. */
  readonly short: (size: number) => string;
  /** Along an axis, whose name says what is meant: +18%, 20. */
  readonly tick: (size: number) => string;
  /** As short, with one decimal, always: +15.0%, 15.0 points. */
  readonly precise: (size: number) => string;
}

export function sizesFor(words: Words, numbers: Numbers, lever: Decision['kind']): Sizes {
  switch (lever) {
    case 'price':
      return alike(numbers.change, (size) => numbers.preciseChange(size, 1));
    case 'openness':
      return closings(words, numbers);
    default:
      return alike((size) => numbers.percent(size, 1), numbers.rate);
  }
}

const alike = (shown: (size: number) => string, precise: Sizes['precise']): Sizes => ({
  shown: (size) => shown(size),
  short: (size) => shown(size),
  tick: (size) => shown(size),
  precise,
});

/** A level of openness is no size: the size is by how much it is closed, or opened. */
function closings({ sizes }: Words, numbers: Numbers): Sizes {
  const points = (size: number) => numbers.decimal(size * 100);
  return {
    shown: (size) => (size < 0 ? sizes.opening(points(-size)) : sizes.closing(points(size))),
    short: (size) => sizes.points(points(size)),
    tick: points,
    precise: (size) => sizes.points(numbers.rate(size).replace('%', '')),
  };
}
