/** Twenty runs as dots: those that hold float above the waterline, those that break lie below it. */
export const DOTS = { count: 20, width: 128, height: 97, waterline: 41 } as const;

export interface Dot {
  readonly x: number;
  readonly y: number;
  /** Step of the temperature ramp: warm above, colder further down. */
  readonly temperature: number;
}

const STEP = 15;
const PER_ROW = 7;
const ABOVE = { first: 32, up: 12.5, temperature: 1 };
const BELOW = { first: 59, temperatures: [5, 7, 8] };

/** Dots that sink at this chance of mass exit, out of twenty. */
export const sinkingAt = (chance: number): number => Math.round(DOTS.count * chance);

/** Positions and colours of the twenty dots. */
export function pictogram(chance: number): Dot[] {
  const sinking = sinkingAt(chance);
  const above = rows(DOTS.count - sinking).flatMap((count, row) =>
    centred(count, ABOVE.first - row * ABOVE.up, ABOVE.temperature),
  );
  const below = rows(sinking).flatMap((count, row) =>
    centred(count, BELOW.first + row * STEP, BELOW.temperatures[row] ?? 8),
  );
  return [...above, ...below];
}

/** As few rows as possible, of nearly the same length. */
function rows(count: number): number[] {
  const number = Math.ceil(count / PER_ROW);
  return Array.from(
    { length: number },
    (_, row) => Math.floor(count / number) + (row < count % number ? 1 : 0),
  );
}

function centred(count: number, y: number, temperature: number): Dot[] {
  const left = DOTS.width / 2 - ((count - 1) * STEP) / 2;
  return Array.from({ length: count }, (_, i) => ({ x: left + i * STEP, y, temperature }));
}
