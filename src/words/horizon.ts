import type { Words } from './language.ts';

const WEEKS_PER_MONTH = 52 / 12;

/** The end of so many weeks: `month 24` where they make whole months, else `week 30`. */
export function horizonEnd(words: Pick<Words, 'horizon'>, weeks: number): string {
  const months = weeks / WEEKS_PER_MONTH;
  return Number.isInteger(months) ? words.horizon.byMonth(months) : words.horizon.byWeek(weeks);
}
