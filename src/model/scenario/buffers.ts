/** What softens a decision, and standing policies, each kind with its options. */
import * as v from 'valibot';
import type { Decision } from './decisions.ts';
import {
  HORIZON_LIMIT_WEEKS,
  choice,
  flag,
  kind,
  level,
  number,
  object,
  oneKindOf,
  revert,
  segments,
  share,
  week,
  weeks,
  whole,
} from './fields.ts';

/** Standing policies may lack a week: they hold from the first one on. */
const standingWeek = v.optional(week);

const BUFFERS = [
  object({
    kind: kind('notice'),
    weeks: whole(0, 52, 'weeks between announcement and bill', 'weeks'),
  }),
  object({
    kind: kind('explanation'),
    week,
    strength: level('how well the reasons are explained'),
    revert,
    segments,
  }),
  object({
    kind: kind('grandfathering'),
    week,
    share: share(
      'share of customers who keep the price of the week before',
      'share of customers',
    ),
    weeks: weeks('how long they keep it'),
    segments,
  }),
  object({
    kind: kind('compensation'),
    week,
    credit: share('share of the bill credited', 'share of the bill'),
    weeks: v.optional(weeks('how long; default 4')),
    segments,
  }),
  object({
    kind: kind('apology'),
    week,
    weeks: weeks('how long the plan of repair runs'),
    strength: level('how substantial it is'),
    kept: flag('whether the plan is kept; a broken one is a shock at its end'),
    segments,
  }),
  object({
    kind: kind('crisisResponse'),
    week,
    hours: number(0, 8760, 'hours until the first public answer', 'hours'),
  }),
  object({
    kind: kind('oneMessage'),
    week,
    strength: level('how consistent all channels are'),
    revert,
  }),
  object({
    kind: kind('opinionLeaders'),
    week,
    strength: share('how many opinion leaders are spoken to first', 'share of opinion leaders'),
    revert,
  }),
  object({
    kind: kind('capacity'),
    week: standingWeek,
    multiplier: number(
      0,
      100,
      'complaint capacity as a multiple of today',
      "multiple of today's",
    ),
    revert,
    segments,
  }),
  object({
    kind: kind('empowerment'),
    week: standingWeek,
    level: level('what complaint staff may decide; default 0.5'),
    revert,
  }),
  object({ kind: kind('fatigue') }),
  object({
    kind: kind('outreach'),
    week: standingWeek,
    level: share(
      'share of customers at risk who are approached early',
      'share of customers at risk',
    ),
    revert,
    segments,
  }),
  object({
    kind: kind('saveDesk'),
    week: standingWeek,
    mode: choice(['obstruct', 'listen'], 'whether the desk holds customers up or listens'),
    strength: share('share of cancellations that reach the desk', 'share of cancellations'),
    revert,
    segments,
  }),
  object({
    kind: kind('referral'),
    share: number(0, 0.5, 'share of joiners who come by referral', 'share of joiners'),
    by: v.optional(choice(['trust', 'nps'], 'what goodwill is read from; default trust')),
  }),
  object({
    kind: kind('litePlan'),
    week,
    price: number(
      0.01,
      10,
      'price of the lite plan as a share of the list price',
      'share of list price',
    ),
    value: share('mean share of the value that the lite plan keeps', 'share of the value'),
    absolute: v.optional(flag("price is in units of today's price and does not move with it")),
    revert,
    segments,
  }),
  object({
    kind: kind('pause'),
    week,
    weeks: weeks('length of a pause', 104),
    price: share('share of the bill due while paused', 'share of the bill'),
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
    share: v.optional(
      share(
        'random share of customers in the pilot; default all of them',
        'share of customers',
      ),
    ),
    segments,
    widen: v.optional(
      whole(0, HORIZON_LIMIT_WEEKS, 'week in which everybody gets it; never if absent', 'week'),
    ),
    tripwire: v.optional(
      v.pipe(
        object({
          times: number(
            0.1,
            100,
            'complaints per head, as a multiple of those before the pilot',
            'multiple of those before',
          ),
          weeks: v.optional(weeks('weeks in a row above it; default 2', 52)),
          base: v.optional(
            weeks('weeks before the pilot it is compared with; default 52', 260),
          ),
        }),
        v.description('complaints that end the pilot; without one it is never stopped'),
      ),
    ),
  }),
] as const;

export const BufferSchema = v.variant('kind', BUFFERS, oneKindOf(BUFFERS));

export type Buffer = v.InferOutput<typeof BufferSchema>;
export type BufferOf<K extends Buffer['kind']> = Extract<Buffer, { kind: K }>;

/** What can reach a part of the customers first (MODEL.md 7.1). */
export const PILOTED_KINDS: readonly (Decision | Buffer)['kind'][] = [
  'price',
  'featureCut',
  'service',
  'ads',
  'lockIn',
  'friction',
  'overPromise',
  'litePlan',
  'pause',
];
