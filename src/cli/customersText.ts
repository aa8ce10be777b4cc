/** What an import found, as lines for the terminal. */
import type { HazardFit } from '../assess/assessment.ts';
import type { SilentGroup } from '../data/grouping/segmentation.ts';
import type { CustomerReport } from '../data/report.ts';
import { sentenceOfNote, sentenceOfRowProblem } from '../data/sentences.ts';

/** Lines about single rows that are printed; the rest is counted. */
const PROBLEMS_PRINTED = 20;

export function customersText(report: CustomerReport, fit: HazardFit): string {
  const printed = report.problems.slice(0, PROBLEMS_PRINTED).map(sentenceOfRowProblem);
  const total = report.problemCounts.reduce((sum, { count }) => sum + count, 0);
  const more = total - printed.length;
  return [
    `${report.rows.toLocaleString('en-US')} customers in ${report.segments.length === 1 ? '1 segment' : `${report.segments.length} segments`}; ${report.leftOut} rows left out`,
    ...report.segments.map(segmentLine(fit)),
    ...(fit.met
      ? []
      : ['The simulated churn could not be brought to the observed one everywhere.']),
    ...silentLine(report.silent),
    ...report.notes.map(sentenceOfNote),
    ...printed,
    ...(more > 0 ? [`… and ${more} more problems`] : []),
    '',
  ].join('\n');
}

const segmentLine =
  (fit: HazardFit) =>
  (
    { name, count, meanPrice, observedMonthlyChurn }: CustomerReport['segments'][number],
    g: number,
  ) =>
    `  ${name.padEnd(16)} ${`${count}`.padStart(8)}  mean charge ${meanPrice?.toFixed(2) ?? 'unknown'}  churn per month observed ${percent(observedMonthlyChurn)}, simulated ${percent(fit.simulated[g])}`;

function silentLine(silent: SilentGroup | null): string[] {
  if (!silent) return [];
  const { count, share, spend, above, split } = silent;
  const what = `${count.toLocaleString('en-US')} customers of top spend (${spend} above ${above.toLocaleString('en-US')}) never complained and bring ${percent(share)} of it`;
  return [
    split
      ? `${what}; they are the segment silent.`
      : `${what}: --split-silent makes a segment of them.`,
  ];
}

const percent = (share: number | null | undefined): string =>
  share === null || share === undefined ? 'unknown' : `${(share * 100).toFixed(2)} %`;
