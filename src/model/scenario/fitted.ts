/** What a fit to the own history leaves in a scenario: plain numbers, to be drawn from. */
import * as v from 'valibot';
import { PARAMETERS } from '../parameters.ts';
import type { ParameterName, ParameterSpec } from '../parameters.ts';
import { HISTORY_LIMIT_WEEKS, flag, list, number, object, text, whole } from './fields.ts';

export const FITTED_VERSION = 1;
const DRAWS_AT_MOST = 400;
const MONTHS_AT_MOST = 120;

/**
 * Parameters that monthly churn around a past change can tell something about: they move both that churn and the
 * tipping point (src/assess/fit/FIT.md has the evidence). What moves only one of them keeps its sourced range.
 */
export const FITTABLE = [
  'h0',
  'vMean',
  'vCv',
  'vDorm',
  'dorm',
  'Smean',
  'Uout',
  'w',
  'h1',
  'eta',
  'beta',
  'Tmean',
  'cT',
  'reserve',
  'push',
  'aSd',
  'impSd',
  'adsV',
  'adsB',
  'srvV',
  'bondB',
  'mediaZ',
  'bcast',
] as const satisfies readonly ParameterName[];
export type FittableName = (typeof FITTABLE)[number];

const valueOf = (name: FittableName) => {
  const { min, max, meaning, unit }: ParameterSpec = PARAMETERS[name];
  return number(min, max, meaning, unit);
};

const perParameter = <S extends v.GenericSchema>(schemaOf: (name: FittableName) => S) =>
  Object.fromEntries(FITTABLE.map((name) => [name, v.optional(schemaOf(name))])) as Record<
    FittableName,
    v.OptionalSchema<S, undefined>
  >;

export const MonthSchema = object({
  week: number(
    -HISTORY_LIMIT_WEEKS,
    0,
    'week in which the month began, counted from week 0; a month has 52/12 weeks',
  ),
  churn: number(0, 1, 'customers who left in it, as a share of those at its start'),
  customers: v.optional(
    whole(1, 1_000_000_000, 'customers at its start, if known; more of them, less chance'),
  ),
});
/** Churn of one month of the past. */
export type Month = v.InferOutput<typeof MonthSchema>;

export const PastSchema = v.pipe(
  object({
    customers: v.optional(
      whole(1, 1_000_000_000, 'customers whose churn it was, where a month says none'),
    ),
    months: list(MonthSchema, MONTHS_AT_MOST, 'the months that are known'),
  }),
  v.description('monthly churn of the past, to be fitted to; nothing is computed with it'),
);
/** What is known of the past, whether anything was fitted to it or not. */
export type Past = v.InferOutput<typeof PastSchema>;

export const FittedSchema = v.pipe(
  object({
    version: v.literal(FITTED_VERSION, `${FITTED_VERSION}`),
    modelVersion: text('version of the model that was fitted'),
    customers: whole(1, 1_000_000_000, 'customers whose churn it was, where a month says none'),
    months: list(MonthSchema, MONTHS_AT_MOST, 'the months it was fitted to'),
    narrowed: flag('whether these months narrow what was known'),
    own: v.pipe(
      object(perParameter(valueOf)),
      v.description('values for runs without assumption draws; parameters set by hand win'),
    ),
    draws: v.pipe(
      object(
        perParameter((name) =>
          v.pipe(
            list(valueOf(name), DRAWS_AT_MOST, `${PARAMETERS[name].meaning}, draw by draw`),
            v.minLength(2, 'at least 2 entries'),
          ),
        ),
      ),
      v.description(
        'draws of equal weight: entry i of every list is one draw, to be taken together',
      ),
    ),
  }),
  v.description(
    'what the own history says of the parameters: assumptions are drawn from it in place of the sourced ranges',
  ),
);
export type Fitted = v.InferOutput<typeof FittedSchema>;
