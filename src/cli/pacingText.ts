/** The same decision at other paces, as plain text. */
import type { PacedOutcome } from '../assess/pacing.ts';
import { changed, counted, percent } from './figures.ts';

/** Other questions have other runs: their chance may differ from that of all. */
export const firstOf = (runs: number, all: number): string =>
  runs === all ? counted(runs) : `the first ${runs} of ${counted(all)}`;

/** Of which runs it is the answer. */
export function pacingWords(paces: readonly PacedOutcome[], all: number): string {
  const own = paces.find((pace) => pace.own);
  const runs = paces[0]?.massExit.runs ?? 0;
  return `the same in the end; ${firstOf(runs, all)}${own ? `, of which ${percent(own.massExit.chance)} break as it stands` : ''}`;
}

export const pacingLines = (paces: readonly PacedOutcome[]): string[] => [
  ...paces.map(paceLine),
  ...(paces.some(({ weeksInFull }) => weeksInFull < HALF_A_YEAR) ? [SHORT_SIGHTED] : []),
];

/** Weeks; with fewer left after a decision, what comes of it is hardly to be seen. */
export const HALF_A_YEAR = 26;
const SHORT_SIGHTED =
  '* Less than half a year is left to see after the last step: what comes of it later is not in these figures.';

function paceLine(paced: PacedOutcome): string {
  const { steps, weeks, weeksInFull, massExit, loss, revenueChange } = paced;
  const pace =
    weeks === null
      ? 'at once'
      : steps === null
        ? `over ${weeks} weeks`
        : `${steps} steps, ${weeks} weeks apart`;
  const seen =
    weeksInFull > 0
      ? `${counted(weeksInFull, 'week')} left to see`
      : 'not in full before the end';
  const left = `${seen}${weeksInFull < HALF_A_YEAR ? ' *' : ''}`;
  return `  ${pace.padEnd(26)} chance ${percent(massExit.chance).padStart(6)}, customers ${changed(loss, -1, massExit.runs)}, revenue ${changed(revenueChange, 1, massExit.runs)}; ${left}`;
}
