/**
 * A scenario: who the customers are, what is decided when, and what softens it. Version 1.
 *
 * This schema is the only description of the format: the type, the checks, the messages and
 * public/scenario.schema.json all come from it. Weeks count from 0, the first week of the horizon;
 * a negative week is history.
 */
import * as v from 'valibot';
import { PARAMETERS, PARAMETER_NAMES } from './parameters.ts';
import type { ParameterName, ParameterSpec } from './parameters.ts';
import { TEMPLATES, TEMPLATE_NAMES } from './templates.ts';
import { problemsOfRules } from './rules.ts';

export const SCENARIO_VERSION = 1;
export const DEFAULT_THRESHOLD = 0.2;
export const HISTORY_LIMIT_WEEKS = 260;
export const HORIZON_LIMIT_WEEKS = 520;

/** One thing wrong with an input: where, what stood there, what was expected. */
export interface Problem {
  readonly path: string;
  readonly received: unknown;
  readonly expected: string;
}

const number = (min: number, max: number, about: string) => {
  const expected = `a number from ${min} to ${max}`;
  return v.pipe(
    v.number(expected),
    v.minValue(min, expected),
    v.maxValue(max, expected),
    v.description(about),
  );
};
const whole = (min: number, max: number, about: string) => {
  const expected = `a whole number from ${min} to ${max}`;
  return v.pipe(
    v.number(expected),
    v.integer(expected),
    v.minValue(min, expected),
    v.maxValue(max, expected),
    v.description(about),
  );
};
const share = (about: string) => number(0, 1, about);
const flag = (about: string) => v.pipe(v.boolean('true or false'), v.description(about));
const text = (about: string) => {
  const expected = 'a text of 1 to 200 characters';
  return v.pipe(
    v.string(expected),
    v.minLength(1, expected),
    v.maxLength(200, expected),
    v.description(about),
  );
};
const choice = <const T extends readonly string[]>(options: T, about: string) =>
  v.pipe(v.picklist(options, `one of ${options.join(', ')}`), v.description(about));

/** An object without surplus keys. Its message serves both a missing and an unknown key. */
const object = <const T extends v.ObjectEntries>(entries: T) =>
  v.strictObject(entries, (issue) =>
    issue.expected === 'never'
      ? `only the keys ${Object.keys(entries).join(', ')}`
      : issue.expected === 'Object'
        ? 'an object'
        : `the key ${issue.expected ?? ''}`,
  );
const list = <const T extends v.GenericSchema>(item: T, most: number, about: string) =>
  v.pipe(
    v.array(item, 'a list'),
    v.maxLength(most, `at most ${most} entries`),
    v.description(about),
  );

const week = whole(
  -HISTORY_LIMIT_WEEKS,
  HORIZON_LIMIT_WEEKS - 1,
  'week in which it begins; before 0 is history',
);
const revert = v.optional(
  whole(-HISTORY_LIMIT_WEEKS, HORIZON_LIMIT_WEEKS, 'week from which it no longer holds'),
);
const ramp = v.optional(whole(1, 260, 'weeks over which it grows to its full size'));
const weeks = (about: string, most = 520) => whole(1, most, about);
const segments = v.optional(
  v.pipe(
    v.array(v.string('the name of a segment'), 'a list of segment names'),
    v.minLength(1, 'at least one segment name'),
    v.description('names of the segments it is limited to; all if absent'),
  ),
);

const kind = <const K extends string>(name: K) => v.literal(name);

const PriceDecision = object({
  kind: kind('price'),
  week,
  change: v.optional(
    number(-0.9, 3, 'change of the list price as a share of it: 0.18 is a rise of 18 %'),
  ),
  newPrice: v.optional(
    number(0.01, 1e9, 'the new list price, in the unit of listPrice, instead of change'),
  ),
  steps: v.optional(whole(1, 24, 'number of equal steps; default 1')),
  interval: v.optional(weeks('weeks between steps; default 26', 260)),
  revert,
  segments,
});
const FeatureCutDecision = object({
  kind: kind('featureCut'),
  week,
  breadth: share('share of customers who use what is cut'),
  depth: share('how much of its use is lost to them'),
  revert,
  segments,
});
const OpennessDecision = object({
  kind: kind('openness'),
  week,
  level: share('data-export openness: 0 closed, 1 open; the market starts at 0.2'),
  revert,
  segments,
});
const ServiceDecision = object({
  kind: kind('service'),
  week,
  downgrade: share('how far the service level falls: 0 not at all, 1 to nothing'),
  ramp,
  revert,
  segments,
});
const AdsDecision = object({
  kind: kind('ads'),
  week,
  load: share('advertising load'),
  ramp,
  revert,
  segments,
});
const ShockDecision = object({
  kind: kind('shock'),
  week,
  size: number(0, 3, 'size of the conduct or privacy shock; it fades by 30 % a week'),
  integrity: v.optional(
    flag('seen as a breach of integrity: compensation and apology count 40 %'),
  ),
  segments,
});
const FrictionDecision = object({
  kind: kind('friction'),
  week,
  level: share('how hard cancelling is made'),
  revert,
  segments,
});
const LockInDecision = object({
  kind: kind('lockIn'),
  week,
  level: number(0, 3, 'switching cost added, in list prices'),
  revert,
  segments,
});
const OverPromiseDecision = object({
  kind: kind('overPromise'),
  week,
  size: number(0, 2, 'promise minus delivery, in list prices'),
  share: v.optional(share('share of customers whom the promise reached; default 1')),
  revert,
  segments,
});
const NoticeMailDecision = object({ kind: kind('noticeMail'), week, segments });

export const DecisionSchema = v.variant(
  'kind',
  [
    PriceDecision,
    FeatureCutDecision,
    OpennessDecision,
    ServiceDecision,
    AdsDecision,
    ShockDecision,
    FrictionDecision,
    LockInDecision,
    OverPromiseDecision,
    NoticeMailDecision,
  ],
  'one of the kinds price, featureCut, openness, service, ads, shock, friction, lockIn, overPromise, noticeMail',
);

const standingWeek = v.optional(week);
const strength = (about: string) => share(about);

export const BufferSchema = v.variant(
  'kind',
  [
    object({ kind: kind('notice'), weeks: whole(0, 52, 'weeks between announcement and bill') }),
    object({
      kind: kind('explanation'),
      week,
      strength: strength('how well the reasons are explained'),
      revert,
      segments,
    }),
    object({
      kind: kind('grandfathering'),
      week,
      share: share('share of customers who keep the old price'),
      weeks: weeks('how long they keep it'),
      segments,
    }),
    object({
      kind: kind('compensation'),
      week,
      credit: share('share of the bill credited'),
      weeks: v.optional(weeks('how long; default 4')),
      segments,
    }),
    object({
      kind: kind('apology'),
      week,
      weeks: weeks('how long the plan of repair runs'),
      strength: strength('how substantial it is'),
      kept: flag('whether the plan is kept; a broken one is a shock at its end'),
      segments,
    }),
    object({
      kind: kind('crisisResponse'),
      week,
      hours: number(0, 8760, 'hours until the first public answer'),
    }),
    object({
      kind: kind('oneMessage'),
      week,
      strength: strength('how consistent all channels are'),
      revert,
    }),
    object({
      kind: kind('opinionLeaders'),
      week,
      strength: strength('how many opinion leaders are spoken to first'),
      revert,
    }),
    object({
      kind: kind('capacity'),
      week: standingWeek,
      multiplier: number(0, 100, 'complaint capacity as a multiple of today'),
      revert,
      segments,
    }),
    object({
      kind: kind('empowerment'),
      week: standingWeek,
      level: share('what complaint staff may decide; default 0.5'),
      revert,
    }),
    object({ kind: kind('fatigue') }),
    object({
      kind: kind('outreach'),
      week: standingWeek,
      level: share('share of customers at risk who are approached early'),
      revert,
      segments,
    }),
    object({
      kind: kind('saveDesk'),
      week: standingWeek,
      mode: choice(['obstruct', 'listen'], 'whether the desk holds customers up or listens'),
      strength: strength('share of cancellations that reach the desk'),
      revert,
      segments,
    }),
    object({
      kind: kind('referral'),
      share: number(0, 0.5, 'share of joiners who come by referral'),
      by: v.optional(choice(['trust', 'nps'], 'what goodwill is read from; default trust')),
    }),
    object({
      kind: kind('litePlan'),
      week,
      price: number(0.01, 10, 'price of the lite plan as a share of the list price'),
      value: share('mean share of the value that the lite plan keeps'),
      absolute: v.optional(flag("price is in units of today's price and does not move with it")),
      revert,
      segments,
    }),
    object({
      kind: kind('pause'),
      week,
      weeks: weeks('length of a pause', 104),
      price: share('share of the bill due while paused'),
      revert,
      segments,
    }),
    object({
      kind: kind('winBack'),
      week,
      weeks: weeks('length of the win-back campaign'),
      segments,
    }),
    object({
      kind: kind('pilot'),
      week,
      share: v.optional(share('random share of customers in the pilot; default all of them')),
      segments,
      widen: v.optional(
        whole(0, HORIZON_LIMIT_WEEKS, 'week in which everybody gets it; never if absent'),
      ),
      tripwire: v.optional(
        object({
          times: number(0.1, 100, 'complaints per head, as a multiple of those before the pilot'),
          weeks: v.optional(weeks('weeks in a row above it; default 2', 52)),
          base: v.optional(
            weeks('weeks before the pilot it is compared with; default 52', 260),
          ),
        }),
      ),
    }),
  ],
  'one of the kinds notice, explanation, grandfathering, compensation, apology, crisisResponse, oneMessage, opinionLeaders, capacity, empowerment, fatigue, outreach, saveDesk, referral, litePlan, pause, winBack, pilot',
);

const multiplier = (about: string) => v.optional(number(0, 100, about));
const SegmentSchema = object({
  name: text('name of the segment'),
  share: number(
    1e-9,
    1e9,
    'relative size; shares are divided by their total, so counts do as well',
  ),
  v: multiplier('monthly value, relative to vMean'),
  S: multiplier('switching cost, relative to Smean'),
  data: v.optional(share('share of the switching cost that is data')),
  fear: v.optional(share('share that is fear of the unknown')),
  contract: v.optional(share('share that is contract and hassle')),
  voice: multiplier('propensity to complain'),
  A: v.optional(number(-0.5, 0.5, 'added to the mean breaking point')),
  T0: v.optional(number(-0.5, 0.5, 'added to the mean resting trust')),
  arpu: v.optional(number(0, 1e6, 'revenue per unit of list price')),
  annual: v.optional(number(-1, 1, 'added to the share on annual terms')),
  bond: v.optional(
    v.pipe(v.picklist([0, 1], '0 or 1'), v.description('1 if served in person (VIP)')),
  ),
  a: multiplier('price sensitivity'),
  h0: multiplier('everyday exit hazard, relative to h0'),
  dorm: multiplier('share of dormant customers, relative to dorm'),
});

const parameterEntries = Object.fromEntries(
  PARAMETER_NAMES.map((name) => {
    const { min, max, meaning, whole: isWhole }: ParameterSpec = PARAMETERS[name];
    return [name, v.optional((isWhole ? whole : number)(min, max, meaning))];
  }),
) as Record<ParameterName, v.OptionalSchema<ReturnType<typeof number>, undefined>>;

export const ScenarioSchema = v.pipe(
  object({
    $schema: v.optional(v.string('the address of the schema')),
    version: v.literal(SCENARIO_VERSION, `${SCENARIO_VERSION}`),
    name: text('what the scenario is called'),
    seed: text('any text; the same seed gives the same numbers'),
    horizon: whole(4, HORIZON_LIMIT_WEEKS, 'weeks simulated from week 0'),
    customers: whole(200, 2_000_000, 'number of simulated people in the market'),
    runs: whole(1, 10_000, 'number of runs, each with a seed of its own'),
    template: v.optional(choice(TEMPLATE_NAMES, 'market to start from; default general')),
    segments: v.optional(
      v.pipe(
        list(SegmentSchema, 24, 'segments that replace those of the template'),
        v.minLength(1, 'at least one segment'),
      ),
    ),
    parameters: v.optional(
      v.pipe(
        object(parameterEntries),
        v.description('parameters that differ from those of the template'),
      ),
    ),
    listPrice: v.optional(
      number(0.0001, 1e9, "today's list price in money; default 1, so that newPrice is relative"),
    ),
    threshold: v.optional(
      number(0.01, 0.99, 'loss that counts as mass exit; default 0.2, a fifth of the customers'),
    ),
    selected: v.optional(
      whole(
        0,
        63,
        'index of the decision whose size is varied; default the first one from week 0 on',
      ),
    ),
    decisions: list(DecisionSchema, 64, 'what is decided, dated'),
    buffers: list(BufferSchema, 64, 'what softens it, and standing policies'),
  }),
  v.description('A scenario for Trust Thermocline'),
);

export type Scenario = v.InferOutput<typeof ScenarioSchema>;
export type Decision = v.InferOutput<typeof DecisionSchema>;
export type Buffer = v.InferOutput<typeof BufferSchema>;
export type DecisionOf<K extends Decision['kind']> = Extract<Decision, { kind: K }>;
export type BufferOf<K extends Buffer['kind']> = Extract<Buffer, { kind: K }>;

export type Parsed =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a scenario from any JSON value. It is taken whole or refused whole: with every problem found,
 * never with a guess in place of one.
 */
export function parseScenario(input: unknown): Parsed {
  const newer = newerVersion(input);
  if (newer) return { ok: false, problems: [newer] };
  const result = v.safeParse(ScenarioSchema, input);
  if (!result.success) return { ok: false, problems: result.issues.map(problemOfIssue) };
  const problems = problemsOfRules(result.output);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scenario: result.output };
}

/** Everything wrong with a scenario text, JSON errors included. */
export function parseScenarioText(json: string): Parsed {
  let input: unknown;
  try {
    input = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    const received = json.length > 40 ? `${json.slice(0, 40)}…` : json;
    return {
      ok: false,
      problems: [{ path: 'scenario', received, expected: `JSON (${(error as Error).message})` }],
    };
  }
  return parseScenario(input);
}

/** One problem as a sentence: `decisions[1].change: received "lots", expected a number from -0.9 to 3`. */
export function sentenceOf({ path, received, expected }: Problem): string {
  const shown = received === undefined ? 'nothing' : JSON.stringify(received);
  const short = shown.length > 80 ? `${shown.slice(0, 79)}…` : shown;
  return `${path}: received ${short}, expected ${expected}`;
}

export const segmentsOf = (scenario: Scenario) =>
  scenario.segments ?? TEMPLATES[scenario.template ?? 'general'].segments;

function newerVersion(input: unknown): Problem | undefined {
  if (typeof input !== 'object' || input === null || !('version' in input)) return undefined;
  const { version } = input;
  if (typeof version !== 'number' || version <= SCENARIO_VERSION) return undefined;
  return {
    path: 'version',
    received: version,
    expected: `at most ${SCENARIO_VERSION}: this scenario comes from a newer version of Thermocline; update the program to open it`,
  };
}

function problemOfIssue(issue: v.BaseIssue<unknown>): Problem {
  const path = (issue.path ?? []).reduce((text, { key }) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
  return { path: path || 'scenario', received: received(issue), expected: issue.message };
}

/** An unknown key is itself what was received; its value would point at the wrong thing. */
function received(issue: v.BaseIssue<unknown>): unknown {
  const item = issue.path?.at(-1);
  return issue.type === 'strict_object' && issue.expected === 'never' && item
    ? item.key
    : (item?.value ?? issue.input);
}
