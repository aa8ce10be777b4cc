/** What softens a decision, and standing policies, each kind with its options. */
import * as v from 'valibot';
import type { Decision } from './decisions.ts';
import {
  HORIZON_LIMIT_WEEKS,
  choice,
  flag,
  kind,
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
  object({ kind: kind('notice'), weeks: whole(0, 52, 'weeks between announcement and bill') }),
  object({
    kind: kind('explanation'),
    week,
    strength: share('how well the reasons are explained'),
    revert,
    segments,
  }),
  object({
    kind: kind('grandfathering'),
    week,
    share: share('share of customers who keep the price of the week before'),
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
    strength: share('how substantial it is'),
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
    strength: share('how consistent all channels are'),
    revert,
  }),
  object({
    kind: kind('opinionLeaders'),
    week,
    strength: share('how many opinion leaders are spoken to first'),
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
    strength: share('share of cancellations that reach the desk'),
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
      v.pipe(
        object({
          times: number(
            0.1,
            100,
            'complaints per head, as a multiple of those before the pilot',
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
