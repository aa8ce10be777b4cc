/** Networks to dock other models on: pairs of ids, [a, b, a, b, …], as `Kernel.begin` and `dock` take them. */
import seedrandom from 'seedrandom';

/**
 * A random network after Erdős and Rényi with a fixed number of ties: people x meanTies / 2 uniform pairs of
 * different people. A pair that is drawn twice is two ties.
 * @param people at least 2
 * @param meanTies mean number of ties of a person, 0 or more
 * @param seed any text
 * @throws RangeError if there are no two people, or the mean is negative
 */
export function randomTies(people: number, meanTies: number, seed: string): Int32Array {
  expectPeople(people, 2);
  if (!(meanTies >= 0))
    throw new RangeError(`meanTies: received ${meanTies}, expected a number from 0 on`);
  const draws = seedrandom(`${seed}\u0000ties`);
  const pairs = new Int32Array(2 * Math.round((people * meanTies) / 2));
  for (let i = 0; i < pairs.length; i += 2) {
    const a = Math.floor(draws() * people);
    const other = Math.floor(draws() * (people - 1));
    pairs[i] = a;
    pairs[i + 1] = other < a ? other : other + 1;
  }
  return pairs;
}

/**
 * A ring: each person is tied to the next `reach` people on either side.
 * @throws RangeError if the ring is too short for anybody to have 2 x reach different neighbours
 */
export function ringTies(people: number, reach: number): Int32Array {
  expectPeople(people, 2 * reach + 1);
  const pairs = new Int32Array(2 * people * reach);
  let at = 0;
  for (let id = 0; id < people; id++)
    for (let step = 1; step <= reach; step++) {
      pairs[at++] = id;
      pairs[at++] = (id + step) % people;
    }
  return pairs;
}

/** Everybody is tied to everybody else: people x (people - 1) / 2 ties. */
export function completeTies(people: number): Int32Array {
  expectPeople(people, 1);
  const pairs = new Int32Array(people * (people - 1));
  let at = 0;
  for (let a = 0; a < people; a++)
    for (let b = a + 1; b < people; b++) {
      pairs[at++] = a;
      pairs[at++] = b;
    }
  return pairs;
}

function expectPeople(people: number, least: number): void {
  if (Number.isInteger(people) && people >= least) return;
  throw new RangeError(`people: received ${people}, expected a whole number from ${least} on`);
}
