import seedrandom from 'seedrandom';

/** The two 32-bit words that key all draws of one run. */
export type Key = readonly [number, number];

/**
 * Key of one run. Depends on the seed text and the run's number alone, so that a run is the same whatever
 * else is run, in whatever order.
 * @param seed any text
 * @param run number of the run, from 0
 */
export function keyOf(seed: string, run: number): Key {
  const draws = seedrandom(`${seed}\u0000${run}`);
  return [draws.int32() >>> 0, draws.int32() >>> 0];
}
