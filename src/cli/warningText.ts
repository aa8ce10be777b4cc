/** Which reported figures warn, as plain text. */
import { RUNS_FOR_A_RANGE } from '../assess/quantile.ts';
import type { Sample } from '../assess/quantile.ts';
import { COMPARISON } from '../assess/warning.ts';
import type { Claim, MeasureWarning, Warning } from '../assess/warning.ts';
import { percent, wholes } from './figures.ts';

const CLAIMS: Readonly<Record<Claim, string>> = {
  warns: 'warns',
  noLead: 'no lead',
  soundsAnyway: 'sounds anyway',
  soundsEitherWay: 'sounds either way',
};
const NOTHING = '\u2013';
const WIDTHS = [15, 18, 22, 22, 10, 13];

/** Of how many runs it is the answer. */
export function warnedWords({ all, runs, breaking }: Warning): string {
  const counted = `${all.breaking} of ${all.runs} runs ${all.breaking === 1 ? 'ends' : 'end'} in a mass exit`;
  return runs === all.runs ? counted : `${counted}; ${runs} looked at, of which ${breaking} do`;
}

export function warningLines(warning: Warning): string[] {
  const { measures, all, runs, breaking, showing } = warning;
  switch (warning.outcome) {
    case 'holds':
      return [`None of ${all.runs} runs ends in a mass exit: there is nothing to warn of.`];
    case 'tooFew':
      return ['Too few to tell what warns of one, and how early.'];
    case 'measured':
      return [
        ...(measures.some(({ claim }) => claim === 'warns')
          ? []
          : ['No figure warns: do not wait for a signal.']),
        row(
          'weeks ahead of:',
          '',
          'the wave of exits',
          'churn shows it',
          'in time',
          'false alarms',
          'without it',
        ),
        ...measures.map((measure) => warningLine(measure, showing)),
        `The wave: the four weeks with the most exits. In time: before churn shows it, of the ${showing} runs that break and show it.`,
        `False alarms: of ${runs - breaking} runs that hold with the decision, and of ${runs} without it.`,
      ];
  }
}

const row = (...cells: readonly string[]): string =>
  `  ${cells.map((cell, i) => cell.padEnd(WIDTHS[i] ?? 0)).join(' ')}`.trimEnd();

function warningLine(each: MeasureWarning, showing: number): string {
  const { measure, claim, falseAlarms, twinAlarms } = each;
  const told =
    measure === COMPARISON
      ? ['the comparison', NOTHING, NOTHING, NOTHING]
      : [
          claim ? CLAIMS[claim] : 'no rise to lead',
          claim === 'noLead' ? NOTHING : aheadWords(each, each.leadToWave),
          aheadWords(each, each.lead),
          `${each.before} of ${showing}`,
        ];
  return row(
    measure,
    ...told,
    falseAlarms ? percent(falseAlarms.value) : 'none holds',
    percent(twinAlarms.value),
  );
}

/** No lead, no claim: how late it is where it is late, and else nothing. */
function aheadWords({ claim, alarmed }: MeasureWarning, lead: Sample | null): string {
  if (alarmed === 0) return 'no alarm';
  if (!lead) return alarmed < RUNS_FOR_A_RANGE ? 'hardly any alarm' : NOTHING;
  const late = Math.round(-lead.value);
  if (late > 0) return `${late} ${late === 1 ? 'week' : 'weeks'} too late`;
  return claim === 'noLead' ? NOTHING : wholes(lead);
}
