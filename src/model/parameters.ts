/**
 * The one table of the model's parameters: what each means, its default, and what kind of evidence it rests on.
 *
 * `low` to `high` is the plausible range (assumption draws, sliders); `min` to `max` is what the kernel
 * accepts (limiting cases such as kappa = 1e-9 lie outside the plausible range on purpose).
 * Units follow src/model/MODEL.md: money in list prices of the segment, hazards per week, trust in 0..1.
 */

/**
 * The kind of evidence for a default. `fitted`: set so that the model meets a published figure or a stylised
 * fact; `design`: a choice of the model's makers; `no source`: something that could be measured and was not.
 */
export type Evidence =
  'measured' | 'meta-analysis' | 'case' | 'fitted' | 'design' | 'no source' | 'switch';

export interface ParameterSpec {
  readonly default: number;
  readonly low: number;
  readonly high: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly meaning: string;
  /** What the default rests on; sources.ts says what was found, and where. */
  readonly evidence: Evidence;
  /** Accepts whole numbers only. */
  readonly whole?: boolean;
  /** Accepts, of these, even numbers only. */
  readonly even?: boolean;
  /** The plausible range scales with the value that a market starts from. */
  readonly relative?: boolean;
}

/* prettier-ignore */
export const PARAMETERS = {
  actShare: { default: 0.8, low: 0, high: 1, min: 0, max: 1, unit: 'share',
    meaning: 'initial share active', evidence: 'design' },
  leftShare: { default: 0.05, low: 0, high: 1, min: 0, max: 1, unit: 'share',
    meaning: 'initial share left', evidence: 'design' },
  vMean: { default: 2.4, low: 1.4, high: 2.8, min: 0, max: 10, unit: 'prices',
    meaning: 'mean monthly value', evidence: 'design' },
  vCv: { default: 0.25, low: 0.15, high: 0.4, min: 0, max: 3, unit: 'log-sd',
    meaning: 'log-sd of value', evidence: 'fitted' },
  aSd: { default: 0.25, low: 0.15, high: 0.5, min: 0, max: 3, unit: 'log-sd',
    meaning: 'log-sd of price sensitivity', evidence: 'design' },
  Amean: { default: 0.38, low: 0.3, high: 0.45, min: 0, max: 1, unit: 'trust',
    meaning: 'mean breaking point', evidence: 'no source' },
  Asd: { default: 0.025, low: 0.015, high: 0.06, min: 0, max: 1, unit: 'trust',
    meaning: 'spread of breaking points', evidence: 'no source' },
  Tmean: { default: 0.88, low: 0.8, high: 0.92, min: 0, max: 1, unit: 'trust',
    meaning: 'mean resting trust', evidence: 'design' },
  Tsd: { default: 0.03, low: 0.015, high: 0.05, min: 0, max: 1, unit: 'trust',
    meaning: 'spread of resting trust', evidence: 'design' },
  reserve: { default: 0.15, low: 0.08, high: 0.2, min: 0, max: 1, unit: 'trust',
    meaning: 'least distance of resting trust from the fold', evidence: 'design' },
  Smean: { default: 0.5, low: 0.05, high: 1.2, min: 0, max: 10, unit: 'prices',
    meaning: 'mean switching cost, in months of the price', evidence: 'design' },
  susSd: { default: 0.5, low: 0.3, high: 0.8, min: 0, max: 3, unit: 'log-sd',
    meaning: 'log-sd of susceptibility', evidence: 'design' },
  susMax: { default: 4, low: 3, high: 6, min: 0, max: 100, unit: 'factor',
    meaning: 'cap of susceptibility', evidence: 'design' },
  impSd: { default: 0.6, low: 0.4, high: 0.9, min: 0, max: 3, unit: 'log-sd',
    meaning: 'log-sd of feature importance', evidence: 'design' },
  annual: { default: 0, low: 0, high: 0.95, min: 0, max: 1, unit: 'share',
    meaning: 'share on annual plan', evidence: 'case' },
  vDorm: { default: 0.85, low: 0.4, high: 1, min: 0, max: 100, unit: 'factor',
    meaning: 'value factor of the dormant', evidence: 'fitted' },
  dorm: { default: 0.45, low: 0.2, high: 0.7, min: 0, max: 1, unit: 'share',
    meaning: 'share dormant', evidence: 'design' },
  abLow: { default: 0.15, low: 0.01, high: 0.2, min: 0, max: 1, unit: 'share',
    meaning: 'resting attention, dormant', evidence: 'design' },
  abHigh: { default: 0.7, low: 0.5, high: 0.9, min: 0, max: 1, unit: 'share',
    meaning: 'resting attention, awake', evidence: 'design' },
  omega: { default: 0.06, low: 0.03, high: 0.15, min: 0, max: 1, unit: 'per week',
    meaning: 'return to resting attention', evidence: 'design' },
  wakeMail: { default: 0.55, low: 0.3, high: 0.8, min: 0, max: 1, unit: 'share',
    meaning: 'attention after a notice mail', evidence: 'measured' },
  wakePrice: { default: 0.25, low: 0.15, high: 0.6, min: 0, max: 1, unit: 'share',
    meaning: 'attention at a price change', evidence: 'design' },
  wakeSlope: { default: 2, low: 1, high: 3, min: 0, max: 100, unit: 'factor',
    meaning: 'attention per unit of price change', evidence: 'design' },
  wakeSoc: { default: 3, low: 0, high: 5, min: 0, max: 100, unit: 'factor',
    meaning: 'waking by pressure from ties', evidence: 'design' },
  k: { default: 8, low: 4, high: 16, min: 2, max: 64, unit: 'ties', whole: true, even: true,
    meaning: 'mean ties (even)', evidence: 'case' },
  comm: { default: 120, low: 30, high: 200, min: 1, max: 1000000, unit: 'customers', whole: true,
    meaning: 'community size', evidence: 'design' },
  far: { default: 0.1, low: 0.02, high: 0.5, min: 0, max: 1, unit: 'share',
    meaning: 'share of far ties', evidence: 'design' },
  hubShare: { default: 0.005, low: 0.001, high: 0.02, min: 0, max: 1, unit: 'share',
    meaning: 'share of hubs', evidence: 'design' },
  hubFollow: { default: 0.3, low: 0, high: 0.9, min: 0, max: 1, unit: 'share',
    meaning: 'probability that one tie goes to a hub', evidence: 'design' },
  homo: { default: 0.5, low: 0, high: 1, min: 0, max: 1, unit: 'share',
    meaning: 'homophily: segments live in the same communities', evidence: 'design' },
  rho: { default: 0.1, low: 0.07, high: 0.14, min: 0, max: 1, unit: 'per week',
    meaning: 'trust dynamics rate', evidence: 'no source' },
  beta: { default: 0.071, low: 0.05, high: 0.1, min: 0, max: 10, unit: 'factor',
    meaning: 'damage per unit of felt loss', evidence: 'fitted' },
  psi: { default: 0.3, low: 0.3, high: 1, min: 0, max: 10, unit: 'factor',
    meaning: 'loss aversion minus 1', evidence: 'meta-analysis' },
  surprise: { default: 0.3, low: 0.1, high: 0.6, min: 0, max: 100, unit: 'factor',
    meaning: 'extra loss without notice', evidence: 'case' },
  eta: { default: 0.03, low: 0.02, high: 0.06, min: 0, max: 1, unit: 'per week',
    meaning: 'habituation of the reference price', evidence: 'no source' },
  w: { default: 1.15, low: 0.6, high: 1.3, min: 0, max: 10, unit: 'factor',
    meaning: 'weight of trust in the decision', evidence: 'design' },
  Uout: { default: 0.3, low: 0.1, high: 0.5, min: 0, max: 10, unit: 'prices',
    meaning: 'outside option', evidence: 'design' },
  netv: { default: 0.1, low: 0, high: 0.7, min: 0, max: 1, unit: 'share',
    meaning: 'network share of value', evidence: 'case' },
  mu: { default: 0.1, low: 0, high: 0.3, min: 0, max: 1, unit: 'share',
    meaning: 'weight of the global share among those gone', evidence: 'design' },
  fearPow: { default: 2, low: 0, high: 2, min: 0, max: 2, unit: 'exponent', whole: true,
    meaning: 'exponent of the fear of the unknown (0, 1 or 2)', evidence: 'design' },
  explain: { default: 0.6, low: 0.3, high: 0.85, min: 0, max: 1, unit: 'share',
    meaning: 'effect of an explanation', evidence: 'case' },
  kappa: { default: 0.14, low: 0.05, high: 0.2, min: 1e-9, max: 10, unit: 'prices',
    meaning: 'width of the decision', evidence: 'design' },
  h0: { default: 0.0028, low: 0.00196, high: 0.00364, min: 0, max: 1, unit: 'per week', relative: true,
    meaning: 'everyday exit hazard', evidence: 'measured' },
  h1: { default: 0.15, low: 0.1, high: 1.5, min: 0, max: 1e9, unit: 'per week',
    meaning: 'largest hazard of dissatisfaction', evidence: 'design' },
  h0x: { default: 0.35, low: 0.2, high: 0.6, min: 0, max: 10, unit: 'factor',
    meaning: 'openness eases everyday exit', evidence: 'design' },
  chi: { default: 1.8, low: 1.2, high: 2.1, min: 0, max: 10, unit: 'factor',
    meaning: 'hazard per recently departed tie', evidence: 'measured' },
  mem: { default: 0.8, low: 0.7, high: 0.88, min: 0, max: 1, unit: 'share',
    meaning: 'memory of talk and departures', evidence: 'measured' },
  hw: { default: 0.09, low: 0.04, high: 0.12, min: 0, max: 1, unit: 'per week',
    meaning: 'return hazard at full attention', evidence: 'measured' },
  abLeft: { default: 0.1, low: 0.05, high: 0.2, min: 0, max: 1, unit: 'share',
    meaning: 'resting attention of leavers', evidence: 'design' },
  forget: { default: 0.06, low: 0.01, high: 0.08, min: 0, max: 1, unit: 'per week',
    meaning: 'leavers forget', evidence: 'fitted' },
  Tneu: { default: 0.6, low: 0.45, high: 0.65, min: 0, max: 1, unit: 'trust',
    meaning: 'trust a leaver forgets up to', evidence: 'design' },
  promo: { default: 0.4, low: 0.1, high: 0.4, min: 0, max: 1, unit: 'share',
    meaning: 'discount that leavers and newcomers are offered, as far as trusted', evidence: 'case' },
  ha: { default: 0.018, low: 0.001, high: 0.03, min: 0, max: 1, unit: 'per week',
    meaning: 'joining hazard', evidence: 'fitted' },
  expo: { default: 0.35, low: 0.2, high: 0.5, min: 0, max: 1, unit: 'share',
    meaning: 'exposure of non-customers', evidence: 'design' },
  c0: { default: 0.0012, low: 0.0006, high: 0.002, min: 0, max: 1, unit: 'per week',
    meaning: 'everyday complaints', evidence: 'measured' },
  cv: { default: 1.2, low: 0.6, high: 1.5, min: 0, max: 100, unit: 'per week',
    meaning: 'complaints per trust deficit', evidence: 'measured' },
  cT: { default: 0.6, low: 0.5, high: 0.7, min: 0, max: 1, unit: 'trust',
    meaning: 'trust below which one complains', evidence: 'design' },
  push: { default: 40, low: 20, high: 80, min: 0, max: 1000, unit: 'factor',
    meaning: 'total talk set off by one public act', evidence: 'no source' },
  bcast: { default: 3, low: 0, high: 10, min: 0, max: 1000, unit: 'factor',
    meaning: 'broadcast effect', evidence: 'no source' },
  mediaZ: { default: 0.03, low: 0.01, high: 0.06, min: 0, max: 1000, unit: 'factor',
    meaning: 'media burst per shock', evidence: 'case' },
  socMax: { default: 2, low: 1, high: 3, min: 0, max: 100, unit: 'factor',
    meaning: 'cap of social pressure', evidence: 'design' },
  cred: { default: 0.3, low: 0.1, high: 0.5, min: 0, max: 1, unit: 'share',
    meaning: 'openness softens losses and rumours', evidence: 'case' },
  trap: { default: 0.02, low: 0.01, high: 0.04, min: 0, max: 1, unit: 'per week',
    meaning: 'wear of being held', evidence: 'case' },
  cap: { default: 8, low: 4, high: 16, min: 0, max: 1000, unit: 'answers per 1000 and week',
    meaning: 'complaints answered by the staff', evidence: 'case' },
  patience: { default: 2, low: 1, high: 4, min: 0, max: 52, unit: 'weeks', whole: true,
    meaning: 'weeks before going public', evidence: 'design' },
  resolve: { default: 0.6, low: 0.4, high: 0.8, min: 0, max: 1, unit: 'share',
    meaning: 'probability of a real solution', evidence: 'case' },
  recover: { default: 0.1, low: 0.05, high: 0.15, min: 0, max: 1, unit: 'share',
    meaning: 'trust regained by a solution', evidence: 'meta-analysis' },
  emp: { default: 0.5, low: 0, high: 1, min: 0, max: 1, unit: 'share',
    meaning: 'empowerment', evidence: 'switch' },
  ignore: { default: 0.08, low: 0.04, high: 0.15, min: 0, max: 1, unit: 'share',
    meaning: 'trust lost by a second failure', evidence: 'case' },
  frt0: { default: 6, low: 2, high: 24, min: 0, max: 168, unit: 'hours',
    meaning: 'base time to the first response', evidence: 'case' },
  deskHold: { default: 6, low: 2, high: 8, min: 0, max: 52, unit: 'weeks', whole: true,
    meaning: 'weeks held', evidence: 'no source' },
  deskE: { default: 0.1, low: 0, high: 0.3, min: 0, max: 10, unit: 'exp(1) units',
    meaning: 'extra resistance when held', evidence: 'no source' },
  deskFriction: { default: 0.1, low: 0.05, high: 0.2, min: 0, max: 1, unit: 'trust',
    meaning: 'trust lost when held', evidence: 'no source' },
  listenGain: { default: 0.15, low: 0.05, high: 0.2, min: 0, max: 1, unit: 'share',
    meaning: 'trust gained in listen mode', evidence: 'no source' },
  listenE: { default: 0.7, low: 0.2, high: 1, min: 0, max: 10, unit: 'exp(1) units',
    meaning: 'extra resistance of those listened to', evidence: 'no source' },
  outGain: { default: 0.02, low: 0.01, high: 0.04, min: 0, max: 1, unit: 'per week',
    meaning: 'outreach repair', evidence: 'no source' },
  bondB: { default: 0.028, low: 0.015, high: 0.04, min: 0, max: 1, unit: 'per week',
    meaning: 'erosion of a personal bond', evidence: 'design' },
  srvV: { default: 0.18, low: 0.1, high: 0.3, min: 0, max: 1, unit: 'share',
    meaning: 'value lost by service downgrade', evidence: 'design' },
  adsV: { default: 0.2, low: 0.1, high: 0.3, min: 0, max: 1, unit: 'share',
    meaning: 'value lost by ads', evidence: 'design' },
  adsB: { default: 0.25, low: 0.15, high: 0.4, min: 0, max: 10, unit: 'factor',
    meaning: 'ads as felt loss', evidence: 'design' },
  noise: { default: 0.0006, low: 0.0003, high: 0.001, min: 0, max: 1, unit: 'per week',
    meaning: 'spread of the weekly wear', evidence: 'design' },
  noiseC: { default: 0.35, low: 0.2, high: 0.5, min: 0, max: 10, unit: 'factor',
    meaning: 'spread of the complaint factor', evidence: 'design' },
  compGain: { default: 0.02, low: 0.01, high: 0.04, min: 0, max: 1, unit: 'per week',
    meaning: 'compensation repair', evidence: 'meta-analysis' },
  apolGain: { default: 0.014, low: 0.008, high: 0.02, min: 0, max: 1, unit: 'per week',
    meaning: 'apology and plan, repair', evidence: 'meta-analysis' },
  planAt: { default: 0.4, low: 0.2, high: 0.6, min: 0, max: 1, unit: 'share',
    meaning: 'attention from which one compares plans or pauses', evidence: 'design' },
  stick: { default: 0.1, low: 0, high: 0.4, min: 0, max: 1, unit: 'prices',
    meaning: 'advantage in prices needed to change plan', evidence: 'no source' },
  down: { default: 0.05, low: 0, high: 0.1, min: 0, max: 1, unit: 'share',
    meaning: 'trust lost per share of value given up, once', evidence: 'no source' },
  pauseCool: { default: 26, low: 13, high: 52, min: 1, max: 52, unit: 'weeks', whole: true,
    meaning: 'weeks before one may pause again', evidence: 'design' },
  fat: { default: 0, low: 0, high: 1, min: 0, max: 1, unit: 'switch', whole: true,
    meaning: 'staff fatigue on', evidence: 'switch' },
  fatUp: { default: 0.05, low: 0.02, high: 0.1, min: 0, max: 1, unit: 'per week',
    meaning: 'wear per week of double load', evidence: 'no source' },
  fatDown: { default: 0.02, low: 0.01, high: 0.04, min: 0, max: 1, unit: 'per week',
    meaning: 'recovery of staff (half-life 35 weeks)', evidence: 'no source' },
  fatCap: { default: 0.4, low: 0.2, high: 0.6, min: 0, max: 1, unit: 'share',
    meaning: 'capacity lost when worn out', evidence: 'no source' },
  fatRes: { default: 0.4, low: 0.2, high: 0.6, min: 0, max: 1, unit: 'share',
    meaning: 'solutions lost when worn out', evidence: 'no source' },
  fatEmp: { default: 0.6, low: 0.3, high: 0.9, min: 0, max: 1, unit: 'share',
    meaning: 'relief by empowerment', evidence: 'no source' },
  hubDamp: { default: 0.6, low: 0.3, high: 0.9, min: 0, max: 1, unit: 'share',
    meaning: 'share of hub pushes removed', evidence: 'no source' },
  msgCalm: { default: 0.25, low: 0.1, high: 0.4, min: 0, max: 1, unit: 'share',
    meaning: 'talk damped by one message', evidence: 'no source' },
  msgExp: { default: 0.3, low: 0.1, high: 0.5, min: 0, max: 1, unit: 'share',
    meaning: 'explanation strengthened', evidence: 'no source' },
  ref: { default: 0, low: 0, high: 0.5, min: 0, max: 1, unit: 'share',
    meaning: 'share of joiners who come by referral', evidence: 'case' },
  refVip: { default: 3, low: 1, high: 6, min: 0, max: 10, unit: 'factor',
    meaning: 'weight of a VIP in goodwill', evidence: 'design' },
  refMode: { default: 0, low: 0, high: 1, min: 0, max: 1, unit: 'switch', whole: true,
    meaning: '0 true trust, 1 reported NPS', evidence: 'design' },
} as const satisfies Record<string, ParameterSpec>;

export type ParameterName = keyof typeof PARAMETERS;
export type Parameters = Record<ParameterName, number>;
export type ParameterOverrides = { readonly [name in ParameterName]?: number | undefined };

export const PARAMETER_NAMES = Object.keys(PARAMETERS) as ParameterName[];

/** All parameters: the defaults with the overrides laid over them, later ones winning. */
export function parametersWith(...overrides: readonly ParameterOverrides[]): Parameters {
  const values = {} as Parameters;
  for (const name of PARAMETER_NAMES) {
    values[name] = PARAMETERS[name].default;
    for (const layer of overrides) values[name] = layer[name] ?? values[name];
  }
  return values;
}

/** What is wrong with a parameter's value, as "expected …" words; undefined if the kernel accepts it. */
export function parameterProblem(name: ParameterName, value: number): string | undefined {
  const { min, max, unit, whole, even }: ParameterSpec = PARAMETERS[name];
  const kind = even ? 'an even number' : whole ? 'a whole number' : 'a number';
  const step = even ? 2 : 1;
  const fits = value >= min && value <= max && (!whole || Number.isInteger(value / step));
  return fits ? undefined : `${kind} from ${min} to ${max} (${unit})`;
}

const WEAK: readonly Evidence[] = ['no source', 'fitted', 'design'];

/** Parameters whose default nobody has measured, those without any source first. */
export function weakInputs(): { readonly name: ParameterName; readonly evidence: Evidence }[] {
  return WEAK.flatMap((evidence) =>
    PARAMETER_NAMES.filter((name) => PARAMETERS[name].evidence === evidence).map((name) => ({
      name,
      evidence,
    })),
  );
}

/** Key of a parameter's label in the dictionary. */
export const labelKey = <N extends ParameterName>(name: N): `parameters.${N}` =>
  `parameters.${name}`;
