/**
 * A straight scale, as D3's `scaleLinear` makes it, with ends that hold. D3's own interpolates colours, dates and
 * texts as well and formats its ticks, which together are a tenth of what the page has to load before it shows
 * anything.
 */
import { ticks } from 'd3';
import type { Scale } from './scale.ts';

export interface LinearScale extends Scale {
  /** From pixels to a value; pixels beyond the ends are values at the ends. */
  readonly invert: Scale;
  /** The values that it was made with. */
  readonly domain: () => readonly number[];
  /** About `count` round values from end to end. */
  readonly ticks: (count: number) => number[];
}

/**
 * Straight from point to point. Values beyond the first and the last are taken as those.
 *
 * @param domain values, two at least, ascending or descending
 * @param range pixels, as many
 */
export function linear(domain: readonly number[], range: readonly number[]): LinearScale {
  const [first = 0, last = 0] = [domain[0], domain.at(-1)];
  return Object.assign(along(domain, range), {
    invert: along(range, domain),
    domain: () => domain,
    ticks: (count: number) => ticks(first, last, count),
  });
}

/** From the one to the other, piece by piece. */
function along(from: readonly number[], to: readonly number[]): Scale {
  const up = (from.at(-1) ?? 0) >= (from[0] ?? 0);
  const isPast = (value: number, mark: number) => (up ? value > mark : value < mark);
  return (value) => {
    let inner = 0;
    while (inner < from.length - 2 && isPast(value, from[inner + 1] ?? 0)) inner++;
    const [a = 0, b = 0] = [from[inner], from[inner + 1]];
    const [p = 0, q = 0] = [to[inner], to[inner + 1]];
    // NaN stays NaN: what is not known has no place.
    const part = a === b ? 0.5 : (value - a) / (b - a);
    return p + (q - p) * Math.max(0, Math.min(1, part));
  };
}
