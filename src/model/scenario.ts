/**
 * A scenario: who the customers are, what is decided when, and what softens it. Version 1.
 *
 * This schema is the only description of the format: the type, the checks, the messages and
 * public/scenario.schema.json all come from it. Weeks count from 0, the first week of the horizon;
 * a negative week is history.
 */
import * as v from 'valibot';
import { PARAMETERS, PARAMETER_NAMES, parametersWith } from './parameters.ts';
import type { ParameterName, ParameterSpec, Parameters } from './parameters.ts';
import { BufferSchema } from './scenario/buffers.ts';
import { CostOrderSchema } from './scenario/costs.ts';
import { DecisionSchema } from './scenario/decisions.ts';
import { FittedSchema, PastSchema } from './scenario/fitted.ts';
import { LaunchSchema } from './scenario/launch.ts';
import { OriginSchema } from './scenario/origin.ts';
import {
  HORIZON_LIMIT_WEEKS,
  choice,
  currency,
  list,
  number,
  object,
  share,
  text,
  whole,
} from './scenario/fields.ts';
import { TEMPLATES, TEMPLATE_NAMES } from './templates.ts';
import type { Segment } from './templates.ts';

export { BufferSchema, PILOTED_KINDS } from './scenario/buffers.ts';
export type { Buffer, BufferOf } from './scenario/buffers.ts';
export { DecisionSchema, PRICE_CHANGE } from './scenario/decisions.ts';
export type { Decision, DecisionOf } from './scenario/decisions.ts';
export type { Fitted, Month } from './scenario/fitted.ts';
export type { Origin } from './scenario/origin.ts';

export { COST_ORDER } from './scenario/costs.ts';
export type { Costed } from './scenario/costs.ts';

export const SCENARIO_VERSION = 1;
export const DEFAULT_THRESHOLD = 0.2;

/** One thing wrong with an input: where, what stood there, what was expected. */
export interface Problem {
  readonly path: string;
  readonly received: unknown;
  readonly expected: string;
}

const multiplier = (about: string) => v.optional(number(0, 100, about, 'factor'));

const SegmentSchema = object({
  name: text('name of the segment'),
  share: number(
    1e-9,
    1e9,
    'relative size; shares are divided by their total, so counts do as well',
    'relative size',
  ),
  v: multiplier('monthly value, relative to vMean'),
  S: multiplier('switching cost, relative to Smean'),
  data: v.optional(
    share('share of the switching cost that is data', 'share of the switching cost'),
  ),
  fear: v.optional(share('share that is fear of the unknown', 'share of the switching cost')),
  contract: v.optional(
    share('share that is contract and hassle', 'share of the switching cost'),
  ),
  voice: multiplier('propensity to complain'),
  A: v.optional(number(-0.5, 0.5, 'added to the mean breaking point', 'trust')),
  T0: v.optional(number(-0.5, 0.5, 'added to the mean resting trust', 'trust')),
  arpu: v.optional(number(0, 1e6, 'revenue per unit of list price', 'list prices')),
  annual: v.optional(number(-1, 1, 'added to the share on annual terms', 'share of customers')),
  bond: v.optional(
    v.pipe(
      v.picklist([0, 1], '0 or 1'),
      v.description('1 if served in person (VIP)'),
      v.metadata({ unit: '0 or 1' }),
    ),
  ),
  a: multiplier('price sensitivity'),
  h0: multiplier('everyday exit hazard, relative to h0'),
  dorm: multiplier('share of dormant customers, relative to dorm'),
});

const parameterEntries = Object.fromEntries(
  PARAMETER_NAMES.map((name) => {
    const { min, max, meaning, unit, whole: isWhole }: ParameterSpec = PARAMETERS[name];
    const counted = unit === 'prices' ? 'list prices' : unit;
    return [name, v.optional((isWhole ? whole : number)(min, max, meaning, counted))];
  }),
) as Record<ParameterName, v.OptionalSchema<ReturnType<typeof number>, undefined>>;

export const ScenarioSchema = v.pipe(
  object({
    $schema: v.optional(
      v.pipe(v.string('a text'), v.description('the address of this schema, for editors')),
    ),
    version: v.literal(SCENARIO_VERSION, `${SCENARIO_VERSION}`),
    name: text('what the scenario is called'),
    seed: text('any text; the same seed gives the same numbers'),
    horizon: whole(4, HORIZON_LIMIT_WEEKS, 'weeks simulated from week 0', 'weeks'),
    customers: whole(200, 2_000_000, 'number of simulated people in the market', 'people'),
    runs: whole(1, 10_000, 'number of runs, each with a seed of its own', 'runs'),
    template: v.optional(
      choice(
        TEMPLATE_NAMES,
        'market to start from; without one, segments are needed and parameters are those of general',
      ),
    ),
    segments: v.optional(
      v.pipe(
        list(SegmentSchema, 24, 'segments that replace those of the template'),
        v.minLength(1, 'at least one segment'),
      ),
    ),
    origin: v.optional(OriginSchema),
    parameters: v.optional(
      v.pipe(
        object(parameterEntries),
        v.description('parameters that differ from those of the template'),
      ),
    ),
    past: v.optional(PastSchema),
    fitted: v.optional(FittedSchema),
    listPrice: v.optional(
      number(
        0.0001,
        1e9,
        "today's list price in money; default 1, so that newPrice is relative",
        'money',
      ),
    ),
    currency: v.optional(currency('the money of listPrice; it is only shown')),
    threshold: v.optional(
      number(
        0.01,
        0.99,
        'loss that counts as mass exit; default 0.2, a fifth of the customers',
        "share of the twin's customers",
      ),
    ),
    selected: v.optional(
      whole(
        0,
        63,
        'index of the decision whose size is varied; default the first one from week 0 on',
        'index',
      ),
    ),
    costOrder: v.optional(CostOrderSchema),
    decisions: list(DecisionSchema, 64, 'what is decided, dated'),
    buffers: list(BufferSchema, 64, 'what softens it, and standing policies'),
    launch: v.optional(LaunchSchema),
  }),
  v.description('A scenario for Trust Thermocline'),
);

export type Scenario = v.InferOutput<typeof ScenarioSchema>;

/** The parameters of a scenario: what it sets itself, over what its history says, over its template, over the defaults. */
export const parametersOf = ({
  template,
  fitted,
  parameters,
}: Pick<Scenario, 'template' | 'fitted' | 'parameters'>): Parameters =>
  parametersWith(
    TEMPLATES[template ?? 'general'].parameters,
    fitted?.own ?? {},
    parameters ?? {},
  );

/** The segments of a scenario: its own, else those of its template. */
export const segmentsOf = ({
  segments,
  template,
}: Pick<Scenario, 'segments' | 'template'>): readonly Segment[] =>
  segments ?? TEMPLATES[template ?? 'general'].segments;
