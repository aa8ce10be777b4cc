/** A fit as plain text. */
import { MONTH_WEEKS } from '../assess/fit/churn.ts';
import type { Fit, FittedParameter } from '../assess/fit/fit.ts';
import type { Recovery } from '../assess/fit/recovery.ts';
import type { Scenario } from '../model/scenario.ts';
import { fitSentences } from '../words/fit-findings.ts';
import { historyWordsIn } from '../words/history.ts';
import type { Language } from '../words/language.ts';
import { numbersFor } from '../words/numbers.ts';
import { pad } from './pad.ts';

const WIDTH = 44;

/** @returns the text, ending in a line break */
export function fitText(scenario: Scenario, fit: Fit, language: Language): string {
  const { fit: words, parameters } = historyWordsIn(language);
  const numbers = numbersFor(language);
  const { terminal, ranges, chart } = words;
  const first = Math.min(
    ...scenario.decisions.map(({ week }) => week).filter((week) => week < 0),
  );
  const label = ({ name }: FittedParameter) => `${parameters[name].label} (${name})`;
  const span = ({ low, high }: { low: number; high: number }) =>
    `${shown(low)}..${shown(high)}`;
  return `${[
    terminal.heading(scenario.name, fit.months.length, numbers.count(fit.months.length)),
    ...fitSentences(fit, { words: historyWordsIn(language), numbers }),
    '',
    `  ${pad(ranges.name, WIDTH)} ${pad(ranges.before, 18)} ${pad(ranges.after, 18)} ${ranges.left}`,
    ...fit.parameters.map(
      (one) =>
        `  ${pad(label(one), WIDTH)} ${pad(span(one.prior), 18)} ${pad(span(one.posterior), 18)} ${numbers.percent(one.left)}`,
    ),
    '',
    `  ${pad(words.month, 8)} ${pad(chart.own, 14)} ${chart.fitted}`,
    ...fit.months.map(
      ({ week, churn, band, inside }) =>
        `  ${pad(`${Math.round((week - first) / MONTH_WEEKS)}`, 8)} ${pad(numbers.percent(churn, 2), 14)} ${numbers.percent(band.low, 2)}..${numbers.percent(band.high, 2)}${inside ? '' : '  *'}`,
    ),
  ].join('\n')}\n`;
}

/** @returns the text, ending in a line break */
export function recoveryText(
  { cases, coverage, left, parameters }: Recovery,
  language: Language,
): string {
  const words = historyWordsIn(language);
  const { terminal, together } = words.fit;
  const numbers = numbersFor(language);
  return `${[
    terminal.recovery(numbers.count(cases), numbers.percent(coverage, 1)),
    together(numbers.percent(left)),
    '',
    `  ${pad('', WIDTH)} ${pad(terminal.covered, 10)} ${terminal.mean}`,
    ...parameters.map(
      (one) =>
        `  ${pad(`${words.parameters[one.name].label} (${one.name})`, WIDTH)} ${pad(`${one.covered}/${cases}`, 10)} ${numbers.percent(one.left)}`,
    ),
  ].join('\n')}\n`;
}

const shown = (value: number): string => `${Number(value.toPrecision(3))}`;
