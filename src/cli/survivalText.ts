/** How long customers stay, in the file and in the simulated market, for the terminal. */
import { survivalAt } from '../data/lifetimes.ts';
import type { CustomerReport } from '../data/report.ts';

/** Months after which the two are compared. */
export const COMPARED = [6, 12, 24, 36] as const;

/**
 * One line for each segment whose file tells.
 * @param simulated of each segment, share still there after 0, 1, … months
 */
export function survivalText(
  { segments }: CustomerReport,
  simulated: readonly (readonly number[])[],
): string {
  const lines = segments.flatMap(({ name, lifetimes }, g) => {
    if (!lifetimes) return [];
    const months = COMPARED.flatMap((month) => {
      const observed = survivalAt(lifetimes, month);
      if (!observed) return [];
      const { survival, low, high } = observed;
      return [
        `month ${month}: ${percent(survival)} (${percent(low)} to ${percent(high)}), simulated ${percent(simulated[g]?.[month])}`,
      ];
    });
    return months.length > 0 ? [`  ${name.padEnd(16)} ${months.join('; ')}`] : [];
  });
  if (lines.length === 0) return '';
  return ['Still there (Kaplan-Meier, 90 %), and simulated:', ...lines, ''].join('\n');
}

const percent = (share: number | undefined): string =>
  share === undefined ? 'unknown' : `${(100 * share).toFixed(0)} %`;
