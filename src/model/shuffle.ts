/** The same items in a random order, each order equally likely (Fisher and Yates). `draw` gives numbers in 0..1. */
export function shuffled<T>(items: readonly T[], draw: () => number): T[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(Math.floor(draw() * rest.length), 1));
}
