/**
 * What a run reports, one value a week. `reported` is what a company can see today; the rest only the model
 * knows. Shares and per-head rates are over those active at the start of the week; `active` is after events.
 */
export interface SeriesSpec {
  readonly unit: string;
  readonly reported: boolean;
  readonly meaning: string;
}

const reported = (unit: string, meaning: string): SeriesSpec => ({
  unit,
  meaning,
  reported: true,
});
const hidden = (unit: string, meaning: string): SeriesSpec => ({
  unit,
  meaning,
  reported: false,
});

export const SERIES = {
  active: reported('customers', 'active customers at the end of the week'),
  exits: reported('customers', 'customers who left'),
  joins: reported('customers', 'people who joined for the first time'),
  returns: reported('customers', 'people who came back after leaving'),
  prospects: reported('customers', 'people who never joined, at the end of the week'),
  attempts: reported('customers', 'attempts to cancel, including those held up'),
  complaints: reported('per 1000 and week', 'complaints per 1000 active customers'),
  publicShare: reported('share', 'public acts per complaint, at most 1'),
  backlog: reported('per 1000', 'complaints waiting per 1000 active customers'),
  firstResponse: reported('hours', 'time to the first response'),
  revenue: reported('list prices per month', 'monthly run rate of revenue'),
  nps: reported(
    'points',
    'net promoter score as surveyed, a rolling quarter of those who answer',
  ),
  logins: reported('share', 'engagement: mean log-in propensity'),
  dataExports: reported('per 1000 and week', 'data exports per 1000 active customers'),
  onLite: reported('share', 'share on the lite plan'),
  paused: reported('share', 'share paused'),
  pilotComplaints: reported('complaints', 'complaints of the pilot group'),
  pilotHeads: reported(
    'customers',
    'active customers of the pilot group at the start of the week',
  ),
  trust: hidden('trust', 'mean trust'),
  pastBreakingPoint: hidden('share', 'share whose trust is below their breaking point'),
  captives: hidden('share', 'share held only by switching costs'),
  pending: hidden('share', 'share that waits for a renewal to leave'),
  stratumPending: hidden('share', 'exit pending'),
  stratumCaptive: hidden('share', 'captive, and not pending'),
  stratumPast: hidden('share', 'past the breaking point, and none of the above'),
  stratumWavering: hidden('share', 'wavering, and none of the above'),
  stratumContent: hidden('share', 'still content'),
  npsAll: hidden('points', 'net promoter score if everybody answered, this week'),
  exitsTrust: hidden('customers', 'exits of those past their breaking point'),
  exitsPrice: hidden('customers', 'exits because the offer is no longer worth it'),
  exitsEveryday: hidden('customers', 'everyday exits'),
  publicActs: hidden('acts', 'complaints, failures and hold-ups that became public'),
  broadcast: hidden('level', 'level of broadcast talk'),
  fatigue: hidden('level', 'fatigue of the support staff'),
  goodwill: hidden('index', 'goodwill of the base, 1 at the start'),
} as const satisfies Record<string, SeriesSpec>;

export type SeriesName = keyof typeof SERIES;
export const SERIES_NAMES = Object.keys(SERIES) as SeriesName[];

/** Reported for each segment as well. */
export const SEGMENT_SERIES = {
  active: reported('customers', 'active customers at the end of the week'),
  exits: reported('customers', 'customers who left'),
  revenue: reported('list prices per month', 'monthly run rate of revenue'),
} as const satisfies Record<string, SeriesSpec>;

export type SegmentSeriesName = keyof typeof SEGMENT_SERIES;
export const SEGMENT_SERIES_NAMES = Object.keys(SEGMENT_SERIES) as SegmentSeriesName[];
