/** The customer file that a scenario's segments come from: figures of it, never its rows. */
import * as v from 'valibot';
import { list, object, share, text, whole } from './fields.ts';

const ORIGIN_LIMIT = 1e9;
/** Months of a curve. */
export const CURVE_MONTHS = 60;
const CURVES_AT_MOST = 24;

const CurveSchema = object({
  segment: text('name of the segment'),
  points: list(
    object({
      month: whole(0, CURVE_MONTHS - 1, 'months as a customer'),
      share: share('share still there after it, by Kaplan and Meier'),
      low: share('lower end of the 90 % range'),
      high: share('upper end of the 90 % range'),
    }),
    CURVE_MONTHS,
    'the months in which customers left',
  ),
});
/** How long the customers of a segment stayed, in their file. */
export type SurvivalCurve = v.InferOutput<typeof CurveSchema>;

export const OriginSchema = v.pipe(
  object({
    rows: whole(1, ORIGIN_LIMIT, 'customers in the file'),
    leftOut: whole(
      0,
      ORIGIN_LIMIT,
      'of these, customers left out since their row could not be used',
    ),
    file: v.optional(text('name of the file')),
    survival: v.optional(
      list(
        CurveSchema,
        CURVES_AT_MOST,
        'how long customers stayed, by segment; nothing is computed with it',
      ),
    ),
  }),
  v.description('the customer file that the segments come from'),
);

/** The customer file that the segments come from: how many rows it had, and how many were left out. */
export type Origin = v.InferOutput<typeof OriginSchema>;
