/**
 * The fewest and the most hits that chance allows in a number of trials: each tail beyond has at most the
 * given probability.
 */
export function binomialBounds(trials: number, chance: number, tail: number): [number, number] {
  const terms = [(1 - chance) ** trials];
  for (let hits = 1; hits <= trials; hits++)
    terms.push(((terms[hits - 1] ?? 0) * (trials - hits + 1) * chance) / (hits * (1 - chance)));
  const first = (list: readonly number[]): number => {
    let sum = 0;
    return list.findIndex((term) => (sum += term) > tail);
  };
  return [first(terms), trials - first(terms.toReversed())];
}
