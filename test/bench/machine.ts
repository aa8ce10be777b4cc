/** What the machine gives at this moment, to read the other figures by: its speed may change within the hour. */
import { inTurns } from './timing.ts';

export const ADDITIONS = 50_000_000;
/** Far more than a cache holds. */
const DOUBLES = 2 ** 25;
const DOUBLES_IN_A_CACHE_LINE = 8;

/** Additions that wait for each other, one in each cycle of a core that nobody else uses. */
export function addInTurn(): number {
  let sum = 0;
  for (let i = 0; i < ADDITIONS; i++) sum = (sum + i) | 0;
  return sum;
}

/** @returns cycles per second of a core, and bytes per second that it reads from memory, in billions */
export async function machineNow(rounds: number): Promise<{ cycles: number; bytes: number }> {
  const memory = new Float64Array(DOUBLES).fill(1);
  const read = () => {
    let sum = 0;
    for (let i = 0; i < DOUBLES; i += DOUBLES_IN_A_CACHE_LINE) sum += memory[i] ?? 0;
    return sum;
  };
  const [additions, reads] = await inTurns(
    [
      { name: 'additions', run: addInTurn },
      { name: 'reads', run: read },
    ],
    rounds,
  );
  const perSecond = (count: number, median = NaN) => count / median / 1e6;
  return {
    cycles: perSecond(ADDITIONS, additions?.median),
    bytes: perSecond(memory.byteLength, reads?.median),
  };
}
