/** What was expected of a decision when it was launched, and what came: plain numbers, month by month. */
import * as v from 'valibot';
import { choice, list, number, object, text, whole } from './fields.ts';

export const LAUNCH_VERSION = 1;
const MONTHS_AT_MOST = 120;

/** Figures that a company has every month. */
export const LAUNCH_MEASURES = [
  'churn',
  'customers',
  'complaints',
  'publicShare',
  'firstResponse',
  'logins',
  'nps',
  'attempts',
  'dataExports',
] as const;
export type LaunchMeasure = (typeof LAUNCH_MEASURES)[number];

const any = (about: string) => number(-1e9, 1e9, about);

const ABOUT: Readonly<Record<LaunchMeasure, string>> = {
  churn: 'customers who left in the month, as a share of those at its start',
  customers: 'customers at the end of the month',
  complaints: 'complaints in the month',
  publicShare: 'public complaints as a share of all, 0..1',
  firstResponse: 'mean time to the first response, hours',
  logins: 'share of the customers who log in, 0..1',
  nps: 'net promoter score, points',
  attempts: 'attempts to cancel, as a share of the customers',
  dataExports: 'data exports per 1000 customers and week',
};

const perMeasure = <S extends v.GenericSchema>(schemaOf: (measure: LaunchMeasure) => S) =>
  Object.fromEntries(
    LAUNCH_MEASURES.map((name) => [name, v.optional(schemaOf(name))]),
  ) as Record<LaunchMeasure, v.OptionalSchema<S, undefined>>;

const BandSchema = object({
  low: list(any('5th percentile'), MONTHS_AT_MOST, '5th percentile of the runs, by month'),
  typical: list(any('median'), MONTHS_AT_MOST, 'median of the runs, by month'),
  high: list(any('95th percentile'), MONTHS_AT_MOST, '95th percentile of the runs, by month'),
});
/** What the runs lead one to expect of one figure, by month from week 0. */
export type LaunchBand = v.InferOutput<typeof BandSchema>;

export const ActualSchema = object({
  month: whole(-60, MONTHS_AT_MOST - 1, 'month 0 begins in week 0; before it is negative'),
  ...perMeasure((measure) => any(ABOUT[measure])),
});
/** The figures of one month as they came. */
export type Actual = v.InferOutput<typeof ActualSchema>;

export const LaunchSchema = v.pipe(
  object({
    version: v.literal(LAUNCH_VERSION, `${LAUNCH_VERSION}`),
    modelVersion: text('version of the model that the band comes from'),
    digest: text('digest of the inputs, as the brief prints it'),
    runs: whole(1, 10_000, 'runs that the band rests on'),
    of: choice(['holding', 'all'], 'the runs that end without a mass exit, or all of them'),
    customers: v.optional(
      whole(1, 1_000_000_000, 'own customers in week 0; shares of the band are shares of them'),
    ),
    bands: v.pipe(
      object(perMeasure((measure) => v.pipe(BandSchema, v.description(ABOUT[measure])))),
      v.description('what was expected; customers as a share of week 0, complaints per 1000'),
    ),
    tripwires: list(
      object({
        measure: choice(LAUNCH_MEASURES, 'the figure that is watched'),
        usual: any('what the runs have before the news'),
        low: any('lit below'),
        high: any('lit above'),
        claim: choice(
          ['warns', 'noLead', 'soundsAnyway', 'soundsEitherWay', 'unknown'],
          'whether it warned of the mass exits that were simulated',
        ),
      }),
      LAUNCH_MEASURES.length,
      'figures that are watched, and when they are lit',
    ),
    actuals: list(ActualSchema, MONTHS_AT_MOST + 60, 'what came, month by month'),
  }),
  v.description('the band registered at the launch, and the months since'),
);
export type Launch = v.InferOutput<typeof LaunchSchema>;
