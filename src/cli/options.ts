/** What stands behind the command on the command line. */
import { parseArgs } from 'node:util';
import { GROUPINGS } from '../data/grouping/ways.ts';
import type { GroupingName } from '../data/grouping/ways.ts';
import { ENCODINGS } from '../data/reading/restart.ts';
import type { DateOrder, Decimal, Encoding } from '../data/reading/restart.ts';
import { LANGUAGES } from '../words/index.ts';
import type { Language } from '../words/index.ts';
import { BadInput } from './badInput.ts';

export interface Options {
  /** The command's file; empty if there is none and none is needed. */
  readonly file: string;
  readonly json: boolean;
  readonly csv: boolean;
  /** Only how the decision stands, nothing else. */
  readonly quick: boolean;
  /** Everything, and the slower screening of the assumptions as well. */
  readonly screen: boolean;
  readonly html: boolean;
  /** Of what is printed; English if not given. */
  readonly lang: Language;
  readonly size: number | undefined;
  readonly runs: number | undefined;
  readonly threshold: number | undefined;
  readonly seed: string | undefined;
  readonly workers: number | undefined;
  /** Whose story is told as well. */
  readonly customer: number | undefined;
  /** A customer file, in place of the customers of a scenario. */
  readonly customers: string | undefined;
  /** How a customer file is to be read, where its values do not tell. */
  readonly map: readonly string[];
  readonly encoding: Encoding | undefined;
  readonly decimal: Decimal | undefined;
  readonly dates: DateOrder | undefined;
  readonly by: GroupingName | undefined;
  readonly 'split-silent': boolean;
  readonly vary: readonly string[];
  /** Chance of a mass exit above which the command ends with 1. */
  readonly gate: number | undefined;
  /** A file with monthly churn of the past. */
  readonly history: string | undefined;
  /** Customers whose churn that was. */
  readonly base: number | undefined;
  /** Instead of an answer, how well such answers do where the truth is known. */
  readonly check: boolean;
  /** A file with the monthly figures since the launch. */
  readonly actuals: string | undefined;
}

const KNOWN = {
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  quick: { type: 'boolean' },
  screen: { type: 'boolean' },
  html: { type: 'boolean' },
  lang: { type: 'string' },
  size: { type: 'string' },
  runs: { type: 'string' },
  threshold: { type: 'string' },
  seed: { type: 'string' },
  workers: { type: 'string' },
  customer: { type: 'string' },
  customers: { type: 'string' },
  map: { type: 'string', multiple: true },
  encoding: { type: 'string' },
  decimal: { type: 'string' },
  dates: { type: 'string' },
  by: { type: 'string' },
  'split-silent': { type: 'boolean' },
  vary: { type: 'string', multiple: true },
  gate: { type: 'string' },
  history: { type: 'string' },
  base: { type: 'string' },
  check: { type: 'boolean' },
  actuals: { type: 'string' },
} as const;

export type OptionName = keyof typeof KNOWN;

/**
 * @param allowed options that the command knows
 * @throws BadInput naming everything that is wrong
 */
export function optionsOf(args: readonly string[], allowed: readonly OptionName[]): Options {
  const { values, positionals } = parsed(args, allowed);
  const problems: string[] = [];
  const [file = '', ...surplus] = positionals;
  if (file === '' && values.customers === undefined)
    problems.push('received no file, expected one');
  for (const name of surplus) problems.push(`received "${name}" as well, expected one file`);
  const number = (
    name: 'size' | 'runs' | 'threshold' | 'workers' | 'gate' | 'base' | 'customer',
    fits: Range,
  ) => {
    const text = values[name];
    if (text === undefined) return undefined;
    const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
    if (text.trim() !== '' && fits.test(value)) return value;
    problems.push(`--${name}: received "${text}", expected ${fits.expected}`);
    return undefined;
  };
  const choice = <T extends string>(name: string, known: readonly T[], text?: string) => {
    const found = known.find((each) => each === text?.toLowerCase());
    if (text !== undefined && found === undefined)
      problems.push(`--${name}: received "${text}", expected one of ${known.join(', ')}`);
    return found;
  };
  const options: Options = {
    file,
    json: values.json ?? false,
    csv: values.csv ?? false,
    quick: values.quick ?? false,
    screen: values.screen ?? false,
    html: values.html ?? false,
    lang: choice('lang', LANGUAGES, values.lang) ?? 'en',
    size: number('size', SIZE),
    runs: number('runs', wholeFrom(1, 10_000)),
    threshold: number('threshold', THRESHOLD),
    seed: values.seed,
    workers: number('workers', wholeFrom(1, 64)),
    customer: number('customer', wholeFrom(0, 100_000_000)),
    customers: values.customers,
    map: values.map ?? [],
    encoding: choice('encoding', ENCODINGS, values.encoding),
    decimal: DECIMALS[choice('decimal', ['point', 'comma'], signNamed(values.decimal)) ?? ''],
    dates: choice('dates', ['dmy', 'mdy'], values.dates),
    by: choice('by', GROUPINGS, values.by),
    'split-silent': values['split-silent'] ?? false,
    vary: values.vary ?? [],
    gate: number('gate', GATE),
    history: values.history,
    base: number('base', wholeFrom(1, 1_000_000_000)),
    check: values.check ?? false,
    actuals: values.actuals,
  };
  if (problems.length > 0) throw new BadInput(problems);
  return options;
}

const DECIMALS: Readonly<Record<string, Decimal>> = { point: '.', comma: ',' };

/** A decimal sign may be given as it is, or by its name. */
const signNamed = (text: string | undefined): string | undefined =>
  Object.keys(DECIMALS).find((name) => DECIMALS[name] === text) ?? text;

interface Range {
  readonly expected: string;
  test(value: number): boolean;
}

const SIZE: Range = {
  expected: 'a number such as 0.18, or 18%',
  test: Number.isFinite,
};
const THRESHOLD: Range = {
  expected: 'a number from 0.01 to 0.99',
  test: (value) => value >= 0.01 && value <= 0.99,
};
const GATE: Range = {
  expected: 'a chance from 0 to 1, such as 0.05, or 5%',
  test: (value) => value >= 0 && value <= 1,
};
const wholeFrom = (least: number, most: number): Range => ({
  expected: `a whole number from ${least} to ${most}`,
  test: (value) => Number.isInteger(value) && value >= least && value <= most,
});

function parsed(args: readonly string[], allowed: readonly OptionName[]) {
  try {
    const result = parseArgs({ args: joined(args), options: KNOWN, allowPositionals: true });
    const foreign = Object.keys(result.values).filter(
      (name) => !allowed.includes(name as OptionName),
    );
    if (foreign.length === 0) return result;
    throw new BadInput(
      foreign.map(
        (name) => `--${name}: not an option of this command, which knows ${listed(allowed)}`,
      ),
    );
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput([`${(error as Error).message} (known here: ${listed(allowed)})`]);
  }
}

/** `--runs -3` as `--runs=-3`: a number is the value of the option before it, whatever its sign. */
function joined(args: readonly string[]): string[] {
  const takes = (name: string | undefined) =>
    KNOWN[name?.replace(/^--/, '') as OptionName]?.type === 'string';
  return args.flatMap((arg, i) => {
    const next = args[i + 1];
    if (takes(arg) && next !== undefined && NEGATIVE.test(next)) return [`${arg}=${next}`];
    return NEGATIVE.test(arg) && takes(args[i - 1]) ? [] : [arg];
  });
}

const NEGATIVE = /^-[\d.]/;

const listed = (names: readonly string[]): string =>
  names.map((name) => `--${name}`).join(', ');
