/** `thermocline launch <scenario.json> --actuals <file.csv>`: what came, against what was expected. */
import { inputDigest } from '../assess/digest.ts';
import { registered } from '../assess/launch.ts';
import { checkLaunch } from '../assess/launchCheck.ts';
import type { CheckedTripwire, LaunchCheck } from '../assess/launchCheck.ts';
import { readActuals } from '../data/monthly/actuals.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Launch } from '../model/scenario/launch.ts';
import { historyWordsIn } from '../words/history.ts';
import type { Language } from '../words/language.ts';
import { figureOf } from '../words/launch-figures.ts';
import { numbersFor } from '../words/numbers.ts';
import { pastSentence } from '../words/past-problems.ts';
import { BadInput } from './badInput.ts';
import { showProgress, withPool } from './crew.ts';
import { readDecision, readText } from './files.ts';
import { optionsOf } from './options.ts';
import type { Options } from './options.ts';
import { pad } from './pad.ts';
import { print } from './print.ts';

/** Digits of a digest that are printed, as in the brief. */
const DIGEST_SHOWN = 12;

export async function launchCommand(args: readonly string[]): Promise<void> {
  const options = optionsOf(args, ['actuals', 'base', 'json', 'lang', 'workers']);
  const scenario = await readDecision(options.file);
  const actuals = await actualsOf(options, scenario.launch);
  const band = scenario.launch ?? (await register(scenario, options));
  const launch: Launch = {
    ...band,
    actuals: [...actuals],
    ...(options.base !== undefined && { customers: options.base }),
  };
  await print(
    options.json
      ? `${JSON.stringify({ ...scenario, launch }, null, 2)}\n`
      : launchText(scenario, launch, options.lang),
  );
}

const register = (scenario: Scenario, { workers }: Options): Promise<Launch> =>
  withPool(workers, (pool) => registered(scenario, pool, { onProgress: showProgress }));

/** Those of the file; without one those that the scenario has. */
async function actualsOf(
  { actuals, lang }: Options,
  known: Launch | undefined,
): Promise<Launch['actuals']> {
  if (actuals === undefined) return known?.actuals ?? [];
  const read = readActuals(await readText(actuals));
  if (read.ok) return [...read.actuals];
  const words = historyWordsIn(lang);
  const problems = { ...words.fit.problems, ...words.launch.problems };
  throw new BadInput(
    read.problems.map(
      (problem) => `${actuals}: ${pastSentence(problem, problems, numbersFor(lang))}`,
    ),
  );
}

function launchText(scenario: Scenario, launch: Launch, language: Language): string {
  const words = historyWordsIn(language).launch;
  const numbers = numbersFor(language);
  const check = checkLaunch(launch);
  const digest = inputDigest(scenario);
  const figures = check.measures.flatMap(({ months }) => months);
  const inside = figures.filter((month) => month.inside).length;
  return `${[
    `${scenario.name}: ${words.registered(launch.digest.slice(0, DIGEST_SHOWN), numbers.count(launch.runs))}`,
    words.of[launch.of],
    ...(digest === launch.digest ? [] : [words.otherInputs(digest.slice(0, DIGEST_SHOWN))]),
    figures.length === 0
      ? words.none
      : words.summary(numbers.count(inside), numbers.count(figures.length)),
    ...check.measures.flatMap((one) => measureLines(one, language)),
    '',
    words.tripwires.title,
    words.tripwires.lead,
    ...check.tripwires.map((wire) => tripwireLine(wire, language)),
  ].join('\n')}\n`;
}

function measureLines(
  { measure, months }: LaunchCheck['measures'][number],
  language: Language,
): string[] {
  const words = historyWordsIn(language).launch;
  const shown = (value: number) => figureOf(measure, value, numbersFor(language));
  return [
    '',
    words.heading(words.measures[measure], words.chart.units[measure], words.chart.band),
    ...months.map(({ month, value, low, typical, high, inside }) =>
      `  ${`${month}`.padStart(4)}  ${shown(value).padStart(10)}  ${`${shown(low)}..${shown(high)}`.padEnd(24)} ${shown(typical).padStart(10)}  ${inside ? '' : words.outside}`.trimEnd(),
    ),
  ];
}

function tripwireLine(wire: CheckedTripwire, language: Language): string {
  const { tripwires: words, measures } = historyWordsIn(language).launch;
  const numbers = numbersFor(language);
  const shown = (value: number) => figureOf(wire.measure, value, numbers);
  const state =
    wire.months === 0
      ? words.unknown
      : wire.lit === null
        ? words.dark
        : words.lit(numbers.plain(wire.lit));
  const range = words.range(
    `${shown(wire.low)}..${shown(wire.high)}`,
    wire.own ? words.own : words.simulated,
  );
  return `  ${pad(measures[wire.measure], 16)} ${pad(state, 18)} ${pad(range, 40)} ${words.claims[wire.claim]}`;
}
