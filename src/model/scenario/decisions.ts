/** What can be decided, each kind with its options. */
import * as v from 'valibot';
import {
  flag,
  kind,
  level,
  number,
  object,
  oneKindOf,
  ramp,
  revert,
  segments,
  share,
  week,
  weeks,
  whole,
} from './fields.ts';

/** Change of the list price as a share of it. */
export const PRICE_CHANGE = { min: -0.9, max: 3 } as const;

const PriceDecision = object({
  kind: kind('price'),
  week,
  change: v.optional(
    number(
      PRICE_CHANGE.min,
      PRICE_CHANGE.max,
      'change of the list price as a share of it: 0.18 is a rise of 18 %',
      'share of list price',
    ),
  ),
  newPrice: v.optional(
    number(
      0.0001,
      1e9,
      'the new list price, in the unit of listPrice, instead of change',
      'unit of listPrice',
    ),
  ),
  steps: v.optional(whole(1, 24, 'number of equal steps; default 1', 'steps')),
  interval: v.optional(weeks('weeks between steps; default 26', 260)),
  revert,
  segments,
});

const FeatureCutDecision = object({
  kind: kind('featureCut'),
  week,
  breadth: share('share of customers who use what is cut', 'share of customers'),
  depth: share('how much of its use is lost to them', 'share of its use'),
  revert,
  segments,
});

const OpennessDecision = object({
  kind: kind('openness'),
  week,
  level: level('data-export openness: 0 closed, 1 open; the market starts at 0.2'),
  revert,
  segments,
});

const ServiceDecision = object({
  kind: kind('service'),
  week,
  downgrade: share(
    'how far the service level falls: 0 not at all, 1 to nothing',
    'share of the service level',
  ),
  ramp,
  revert,
  segments,
});

const AdsDecision = object({
  kind: kind('ads'),
  week,
  load: level('advertising load'),
  ramp,
  revert,
  segments,
});

const ShockDecision = object({
  kind: kind('shock'),
  week,
  size: number(
    0,
    3,
    'size of the conduct or privacy shock; it fades by 30 % a week',
    'level 0 to 3',
  ),
  integrity: v.optional(
    flag('seen as a breach of integrity: compensation and apology count 40 %'),
  ),
  segments,
});

const FrictionDecision = object({
  kind: kind('friction'),
  week,
  level: level('how hard cancelling is made'),
  revert,
  segments,
});

const LockInDecision = object({
  kind: kind('lockIn'),
  week,
  level: number(0, 3, 'switching cost added, in list prices', 'list prices'),
  revert,
  segments,
});

const OverPromiseDecision = object({
  kind: kind('overPromise'),
  week,
  size: number(0, 2, 'promise minus delivery, in list prices', 'list prices'),
  share: v.optional(
    share('share of customers whom the promise reached; default 1', 'share of customers'),
  ),
  revert,
  segments,
});

const NoticeMailDecision = object({ kind: kind('noticeMail'), week, segments });

const DECISIONS = [
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
] as const;

export const DecisionSchema = v.variant('kind', DECISIONS, oneKindOf(DECISIONS));

export type Decision = v.InferOutput<typeof DecisionSchema>;
export type DecisionOf<K extends Decision['kind']> = Extract<Decision, { kind: K }>;
