/** What the kernel offers its host. The memory it works on is described in layout.ts. */
import { attach, plan as planRegions } from './memory';
import { connect, network as drawNetwork, tiesToOpen as countTies } from './network';
import { population as drawPopulation } from './population';
import { draw, philox, unit, word0, word1, word2, word3 } from './random';

export { eventsOnly, passOnly, run } from './run';

/** Lays out the memory; returns the bytes needed. */
export function plan(): f64 {
  return planRegions();
}

/** Ties that the network opens for the customers and parameters at hand. */
export function tiesToOpen(): i32 {
  return countTies();
}

/** Draws the network and then the people of the seed in the header. */
export function begin(): void {
  attach();
  drawNetwork();
  drawPopulation();
}

/** Draws the people onto a network that the host gives as pairs of ids in SCRATCH. */
export function beginWithTies(ties: i32): void {
  attach();
  connect(ties);
  drawPopulation();
}

/** One draw in (0, 1), for tests. */
export function uniform(id: u32, counter: u32, channel: u32): f64 {
  draw(id, counter, channel);
  return unit(word0);
}

/** One word of Philox 4x32-10, for tests against its published vectors. */
export function philoxWord(
  c0: u32,
  c1: u32,
  c2: u32,
  c3: u32,
  k0: u32,
  k1: u32,
  word: i32,
): u32 {
  philox(c0, c1, c2, c3, k0, k1);
  return word == 0 ? word0 : word == 1 ? word1 : word == 2 ? word2 : word3;
}
