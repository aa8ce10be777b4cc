/** `thermocline fit <scenario.json> --history <file.csv>`: what past changes say of the assumptions. */
import { fit } from '../assess/fit/fit.ts';
import { recovery } from '../assess/fit/recovery.ts';
import type { PastMonths } from '../assess/fit/table.ts';
import { monthAfter, pastChanges, readPast } from '../data/monthly/past.ts';
import { parametersOf } from '../model/scenario.ts';
import type { Month, Scenario } from '../model/scenario.ts';
import { historyWordsIn } from '../words/history.ts';
import { numbersFor } from '../words/numbers.ts';
import { pastSentence } from '../words/past-problems.ts';
import { BadInput } from './badInput.ts';
import { showProgress, withPool } from './crew.ts';
import { readScenario, readText } from './files.ts';
import { fitText, recoveryText } from './fitText.ts';
import { optionsOf } from './options.ts';
import type { Options } from './options.ts';
import { print } from './print.ts';

/** Pasts planted by `--check`, and the months that it looks at where no file says: from the oldest change. */
const CASES = 100;
const MONTHS_BEFORE = 6;
const MONTHS_AFTER = 12;

export async function fitCommand(args: readonly string[]): Promise<void> {
  const options = optionsOf(args, ['history', 'base', 'json', 'check', 'lang', 'workers']);
  const scenario = await readScenario(options.file);
  const history = await historyOf(scenario, options);
  const progress = {
    onProgress: (done: number, planned: number) => {
      showProgress(done, planned, 'markets');
    },
  };
  if (options.check) {
    const found = await withPool(options.workers, (pool) =>
      recovery(scenario, history, { cases: CASES }, pool, progress),
    );
    await print(
      options.json ? `${JSON.stringify(found, null, 2)}\n` : recoveryText(found, options.lang),
    );
    return;
  }
  const found = await withPool(options.workers, (pool) =>
    fit(scenario, history, pool, progress),
  );
  await print(
    options.json
      ? `${JSON.stringify({ ...scenario, fitted: found.fitted }, null, 2)}\n`
      : fitText(scenario, found, options.lang),
  );
}

/** @throws BadInput with everything that is wrong with the file */
async function historyOf(scenario: Scenario, options: Options): Promise<PastMonths> {
  const { history, base, check, lang } = options;
  const customers = base ?? Math.round(scenario.customers * parametersOf(scenario).actShare);
  const words = historyWordsIn(lang).fit.problems;
  if (history === undefined) {
    if (!check)
      throw new BadInput([
        '--history: received nothing, expected a file with the columns month (or week) and churn',
      ]);
    const [change] = pastChanges(scenario);
    if (change === undefined) throw new BadInput([words.noPastChange]);
    return { months: usualMonths(change), customers };
  }
  const text = await readText(history);
  const read = readPast(text, scenario);
  if (read.ok) return { months: read.months, customers };
  const numbers = numbersFor(lang);
  throw new BadInput(
    read.problems.map((problem) => `${history}: ${pastSentence(problem, words, numbers)}`),
  );
}

/** As many months around a change as are over. */
function usualMonths(change: number): Month[] {
  const months = Array.from({ length: MONTHS_BEFORE + MONTHS_AFTER }, (_, i) => ({
    week: monthAfter(change, i - MONTHS_BEFORE),
    churn: 0,
  }));
  return months.filter(({ week }) => week + 52 / 12 <= 0.01);
}
