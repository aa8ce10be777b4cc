/** Markets to start from: customer segments and what differs from the default parameters. */
import type { ParameterOverrides } from './parameters.ts';

/**
 * A group of customers. Fields are multipliers of the population's means, except: `A` and `T0` are added
 * to the mean, `annual` to the probability of an annual plan; `data`, `fear` and `contract` are shares of
 * the switching cost; `bond` is 0 or 1; `arpu` turns the segment's list price into revenue.
 */
export interface Segment {
  readonly name: string;
  /** Relative size; shares are divided by their total, so counts of customers do as well. */
  readonly share: number;
  readonly v?: number | undefined;
  readonly S?: number | undefined;
  readonly data?: number | undefined;
  readonly fear?: number | undefined;
  readonly contract?: number | undefined;
  readonly voice?: number | undefined;
  readonly A?: number | undefined;
  readonly T0?: number | undefined;
  readonly arpu?: number | undefined;
  readonly annual?: number | undefined;
  readonly bond?: number | undefined;
  readonly a?: number | undefined;
  readonly h0?: number | undefined;
  readonly dorm?: number | undefined;
}

export const SEGMENT_DEFAULTS = {
  v: 1,
  S: 1,
  data: 0.5,
  fear: 0.35,
  contract: 0.15,
  voice: 1,
  A: 0,
  T0: 0,
  arpu: 1,
  annual: 0,
  bond: 0,
  a: 1,
  h0: 1,
  dorm: 1,
} as const satisfies Record<string, number>;

export type SegmentField = keyof typeof SEGMENT_DEFAULTS;
export const SEGMENT_FIELDS = Object.keys(SEGMENT_DEFAULTS) as SegmentField[];

export interface Template {
  readonly segments: readonly Segment[];
  readonly parameters: ParameterOverrides;
}

export const TEMPLATE_NAMES = [
  'general',
  'streaming',
  'saas',
  'telco',
  'community',
  'commodity',
] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

/* prettier-ignore */
export const TEMPLATES: Readonly<Record<TemplateName, Template>> = {
  general: {
    parameters: {},
    segments: [
      { name: 'mainstream', share: 0.7 },
      { name: 'power', share: 0.12, v: 1.1, S: 1.3, voice: 2.2, a: 0.9, dorm: 0.4 },
      { name: 'budget', share: 0.13, v: 0.88, S: 0.8, A: 0.03, T0: -0.02, arpu: 0.7, a: 1.25 },
      { name: 'vip', share: 0.05, v: 1.12, S: 0.8, voice: 0.02, A: 0.06, T0: 0.02, arpu: 6, annual: 0.3, bond: 1, a: 0.6 },
    ],
  },
  streaming: {
    parameters: {
      actShare: 0.5, leftShare: 0.4, vMean: 1.72, vCv: 0.34, Smean: 0.15, annual: 0.08, dorm: 0.5, abLow: 0.05,
      wakePrice: 0.5, k: 6, far: 0.2, beta: 0.085, psi: 1, eta: 0.05, w: 0.8, netv: 0.05, explain: 0.8, kappa: 0.06,
      h0: 0.0085, h1: 1.2, hw: 0.068, abLeft: 0.15, forget: 0.014, Tneu: 0.5, promo: 0.3, ha: 0.002,
    },
    segments: [
      { name: 'casual', share: 0.62 },
      { name: 'family', share: 0.2, S: 1.4, voice: 1.2, h0: 0.7 },
      { name: 'fans', share: 0.1, v: 1.15, voice: 2, T0: 0.02, h0: 0.5, dorm: 0.5 },
      { name: 'premium', share: 0.08, v: 1.1, S: 0.9, voice: 0.02, A: 0.04, T0: 0.02, arpu: 2.5, bond: 1, a: 0.6, h0: 0.6 },
    ],
  },
  saas: {
    parameters: {
      actShare: 0.75, vMean: 1.9, Smean: 0.9, annual: 0.9, dorm: 0.3, k: 6, comm: 60, far: 0.2, w: 0.9, netv: 0.05,
      h0: 0.0014, hw: 0.05, ha: 0.004,
    },
    segments: [
      { name: 'smallBusiness', share: 0.6, v: 0.95, S: 0.8, arpu: 0.5, annual: -0.3, h0: 1.4 },
      { name: 'midMarket', share: 0.3, v: 1.05, S: 1.2, voice: 1.2, arpu: 3 },
      { name: 'keyAccounts', share: 0.1, v: 1.15, S: 1.1, voice: 0.02, A: 0.06, T0: 0.02, arpu: 15, bond: 1, a: 0.6, h0: 0.6 },
    ],
  },
  telco: {
    parameters: {
      leftShare: 0.08, vMean: 1.45, Tmean: 0.86, Smean: 0.75, annual: 0.5, vDorm: 0.47, dorm: 0.65, abLow: 0.02, k: 6,
      w: 0.8, netv: 0, h0: 0.0016, h1: 0.18, hw: 0.06, ha: 0.022,
    },
    segments: [
      { name: 'private', share: 0.75 },
      { name: 'bargainHunters', share: 0.17, v: 0.9, S: 0.7, A: 0.02, T0: -0.01, a: 1.4, dorm: 0.5 },
      { name: 'business', share: 0.08, v: 1.1, S: 1.1, voice: 0.02, A: 0.06, T0: 0.02, arpu: 4, annual: 0.3, bond: 1, a: 0.6 },
    ],
  },
  community: {
    parameters: {
      vMean: 1.9, vCv: 0.2, dorm: 0.3, k: 12, comm: 150, hubShare: 0.01, hubFollow: 0.6, w: 0.9, netv: 0.6, h0: 0.0016,
      ha: 0.006, cv: 0.8,
    },
    segments: [
      { name: 'members', share: 0.8 },
      { name: 'contributors', share: 0.15, v: 1.15, S: 1.5, voice: 2.5, a: 0.9, dorm: 0.3 },
      { name: 'moderators', share: 0.05, v: 1.2, S: 1.2, voice: 0.2, A: 0.05, T0: 0.02, arpu: 2, bond: 1, dorm: 0.2 },
    ],
  },
  commodity: {
    parameters: {
      vMean: 1.45, vCv: 0.35, Smean: 0.05, dorm: 0.3, wakeSoc: 0, beta: 0.025, psi: 0, w: 0.1, Uout: 0.05, netv: 0,
      mu: 0, fearPow: 0, h0: 0.004, chi: 0, hw: 0.05, push: 0.01, bcast: 0.02, trap: 0,
    },
    segments: [{ name: 'all', share: 1 }],
  },
};
