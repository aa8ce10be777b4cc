/** Times things against each other: in turns, in an order that changes from round to round. */
import seedrandom from 'seedrandom';

export interface Candidate {
  readonly name: string;
  /** Brings everything to where it starts from; not timed. */
  readonly prepare?: () => void;
  /** Does it once, and returns a number that depends on all of it, so that nothing can be left out. */
  readonly run: () => number | Promise<number>;
}

export interface Timing {
  readonly name: string;
  /** Milliseconds: median, fastest and slowest of the rounds. */
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** Of each round, in their order. */
  readonly times: readonly number[];
}

let sink = 0;
/** What all runs came to: printed, so that no engine may skip them. */
export const checksum = (): number => sink;

/** Every candidate once a round, the first round unheard; their order is drawn anew each time. */
export async function inTurns(
  candidates: readonly Candidate[],
  rounds: number,
): Promise<Timing[]> {
  const draw = seedrandom('bench');
  const times = new Map(candidates.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const candidate of shuffled(candidates, draw)) {
      candidate.prepare?.();
      const begun = performance.now();
      sink += await candidate.run();
      if (round > 0) times.get(candidate.name)?.push(performance.now() - begun);
    }
  }
  return candidates.map(({ name }) => timingOf(name, times.get(name) ?? []));
}

export function timingOf(name: string, times: readonly number[]): Timing {
  const at = (share: number) => quantile(times, share);
  return { name, median: at(0.5), least: at(0), most: at(1), times };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
}

/** Median over the rounds of how many times as long one took as the other in the same round. */
export function ratioInTurns(one: Timing, other: Timing): number {
  return quantile(
    one.times.map((time, round) => time / (other.times[round] ?? NaN)),
    0.5,
  );
}

function shuffled<T>(list: readonly T[], draw: () => number): T[] {
  return list
    .map((item) => ({ item, place: draw() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
