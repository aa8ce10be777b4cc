/** The weekly scalars of those whom the same levers reach: a segment, in the pilot or outside it. */
import { capacity, compileCare } from './care.ts';
import type { Course, Weekly } from './course.ts';
import { reaches } from './entries.ts';
import type { Timed } from './entries.ts';
import { compileHarm } from './harm.ts';
import { compilePrices } from './prices.ts';
import type { PriceTerms } from './prices.ts';
import type { SegmentLever } from './table.ts';

/** What is the same for everybody in a scenario. */
export interface Market extends PriceTerms {
  /** How far one message goes out on all channels, 0..1. */
  readonly message: Weekly;
}

export interface Audience {
  readonly startPrice: number;
  /** Columns that are absent are 0 throughout. */
  readonly columns: Partial<Readonly<Record<SegmentLever, Weekly>>>;
  /** Answers per 1000 customers and week. */
  readonly capacity: Weekly;
}

/** For each segment the audience outside the pilot and the one in it; the same object if nothing differs. */
export type Sets = readonly [outside: Audience, inside: Audience];

/**
 * Compiles the audiences of all segments. Segments that the same entries reach share one audience.
 *
 * @param outside entries for those outside the pilot
 * @param inside entries for those in it; the same list without a pilot
 */
export function audiencesOf(
  names: readonly string[],
  outside: readonly Timed[],
  inside: readonly Timed[],
  market: Market,
): Sets[] {
  const audienceOutside = sharedBy(outside, market);
  const audienceInside = inside === outside ? audienceOutside : sharedBy(inside, market);
  return names.map((name) => [audienceOutside(name), audienceInside(name)]);
}

function sharedBy(entries: readonly Timed[], market: Market): (segment: string) => Audience {
  const compiled = new Map<string, Audience>();
  return (segment) => {
    const reaching = entries.map(({ entry }) => reaches(entry, segment));
    const key = reaching.join();
    const audience =
      compiled.get(key) ??
      compileAudience(
        entries.filter((_, i) => reaching[i]),
        market,
      );
    compiled.set(key, audience);
    return audience;
  };
}

function compileAudience(entries: readonly Timed[], market: Market): Audience {
  const { course, parameters, message } = market;
  const { startPrice, columns: prices } = compilePrices(entries, market);
  const harm = compileHarm(course, entries, parameters);
  const care = compileCare(course, entries, parameters, message);
  return {
    startPrice,
    columns: { ...prices, ...harm, ...care },
    capacity: capacity(course, entries, harm.s, parameters),
  };
}

/**
 * Answers per 1000 customers and week, the mean over all people. Differences are averaged, so that equal
 * capacities give that capacity to the last bit, with a pilot and without one.
 */
export function meanCapacity(
  { weeks }: Course,
  sets: readonly Sets[],
  sizes: readonly number[],
  pilotShare: Float64Array,
): Weekly {
  const customers = sizes.reduce((sum, size) => sum + size, 0);
  return new Float64Array(weeks).map((_, row) => {
    const ofSegment = sets.map(([outside, inside], g) => {
      const out = outside.capacity[row] ?? 0;
      const within = inside.capacity[row] ?? 0;
      return out + (pilotShare[g] ?? 0) * (within - out);
    });
    const [first = 0] = ofSegment;
    const beyond = ofSegment.reduce((sum, own, g) => sum + (sizes[g] ?? 0) * (own - first), 0);
    return first + beyond / customers;
  });
}
