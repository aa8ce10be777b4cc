/** Random populations, states, levers and parameters, with every edge of the equations well represented. */
import fc from 'fast-check';
import type { LeverTable } from '../../src/model/levers.ts';
import { PARAMETERS, PARAMETER_NAMES } from '../../src/model/parameters.ts';
import type { ParameterName, ParameterSpec, Parameters } from '../../src/model/parameters.ts';
import { levers } from '../support/kernel.ts';
import type { Levers } from '../support/kernel.ts';
import type { STATES, TRAITS } from './cases.ts';

type Customer = Record<(typeof TRAITS)[number] | (typeof STATES)[number] | 'uP', number>;

export interface Setting {
  readonly t: number;
  readonly parameters: Parameters;
  /** Of each segment, outside and in the pilot. */
  readonly blocks: readonly Levers[];
  readonly pilotShare: readonly number[];
  readonly offers: Pick<
    LeverTable,
    'cutBreadth' | 'promiseShare' | 'liteValue' | 'pauseOffered'
  >;
  readonly everybody: {
    readonly active: number;
    readonly B: number;
    readonly G: number;
    readonly z: number;
    readonly calm: number;
  };
  readonly customers: readonly Customer[];
}

const FINE = 2 ** 20;
/** Evenly spread, unlike doubles drawn by their bits, of which most are next to nothing. */
const between = (min: number, max: number) =>
  fc.integer({ min: 0, max: FINE }).map((i) => min + ((max - min) * i) / FINE);
const share = between(0, 1);
/** A draw: never 0 or 1. */
const lot = between(1e-6, 1 - 1e-6);
/** An edge in one draw of four. */
const orEdge = (usual: fc.Arbitrary<number>, ...edges: number[]) =>
  fc.oneof(
    { weight: 3, arbitrary: usual },
    { weight: 1, arbitrary: fc.constantFrom(...edges) },
  );

/** Beside its plausible range, the limiting cases of the docking and whatever switches a term off. */
const PARAMETER_EDGES: Partial<Record<ParameterName, number[]>> = {
  kappa: [1e-9, 0.001, 10],
  h1: [0, 1e9],
  ref: [0.2, 1],
  psi: [0, 2],
  socMax: [0, 100],
  mu: [0, 1],
  netv: [0, 1],
  planAt: [0],
  stick: [0],
  pauseCool: [1],
  k: [2, 64],
};

const multiples = (low: number, high: number, of: number) =>
  fc.integer({ min: Math.ceil(low / of), max: Math.floor(high / of) }).map((i) => i * of);

const parameterValue = (name: ParameterName): fc.Arbitrary<number> => {
  const { low, high, whole, even, default: usual }: ParameterSpec = PARAMETERS[name];
  const plausible = whole ? multiples(low, high, even ? 2 : 1) : between(low, high);
  return orEdge(plausible, ...(PARAMETER_EDGES[name] ?? [usual]));
};

const parameters = fc.record(
  Object.fromEntries(PARAMETER_NAMES.map((name) => [name, parameterValue(name)])) as Record<
    ParameterName,
    fc.Arbitrary<number>
  >,
) as fc.Arbitrary<Parameters>;

const price = orEdge(between(0.3, 2.5), 1, 1.01);
const level = orEdge(share, 0, 1);

/** A week in which nothing hurts and much is mended: trust comes up against its limit. */
const kind = fc.constant(levers({ rep: 0.05, P: 0.5, Pa: 0.5 }));

const harsh: fc.Arbitrary<Levers> = fc
  .record({
    ...{ P: price, Pa: price, PL: price, PLa: price, Pold: price },
    ...{ lite: fc.constantFrom(0, 1), lam: between(1, 1.6), lock: between(0, 1) },
    ...{ W: level, WL: level, WB: level, gf: level, credit: level, e: level, x: level },
    ...{ s: level, ads: level, adg: level, z: orEdge(between(0, 2), 0), rep: between(0, 0.05) },
    ...{ o: level, pzW: fc.constantFrom(0, 1, 4, 13), pzP: between(0, 0.3) },
    ...{ q0: level, q1: share, q2: share, q3: share },
    ...{ qg0: level, qg1: share, qg2: share, qg3: share },
    ...{ og0: share, og1: share, og2: share, og3: share },
  })
  .map((values) => levers(values));

const ALONE = [
  ...([
    'W',
    'WL',
    'WB',
    'gf',
    'e',
    's',
    'ads',
    'adg',
    'z',
    'rep',
    'o',
    'credit',
    'lock',
  ] as const),
  ...([
    'q0',
    'q1',
    'q2',
    'q3',
    'qg0',
    'qg1',
    'qg2',
    'qg3',
    'og0',
    'og1',
    'og2',
    'og3',
  ] as const),
];

/** Nothing but prices, and one lever: what the kernel leaves out when it is off must not depend on others. */
const plain = fc
  .record({ P: price, Pa: price, Pold: price, name: fc.constantFrom(...ALONE), at: share })
  .map(({ name, at, ...prices }) => levers({ ...prices, [name]: at }));

/** The levers of one segment: outside the pilot and in it. */
const segment = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(harsh, harsh) },
  { weight: 1, arbitrary: fc.tuple(kind, harsh) },
  { weight: 1, arbitrary: fc.tuple(kind, kind) },
  { weight: 2, arbitrary: plain.map((both) => [both, both] as const) },
  { weight: 1, arbitrary: plain.map((outside) => [outside, levers()] as const) },
  { weight: 1, arbitrary: plain.map((inside) => [levers(), inside] as const) },
);

const reaches = fc.array(share, { maxLength: 4 });
const offers = fc.record({
  cutBreadth: reaches,
  promiseShare: reaches,
  liteValue: fc.option(share, { nil: undefined }),
  pauseOffered: fc.boolean(),
});

/** An amount gathered so far and the resistance it must reach: far apart, close, equal or beyond. */
const spell = fc
  .tuple(
    between(0, 2),
    orEdge(
      fc.oneof(
        between(0, 2),
        between(0, 0.01).map((d) => -d),
      ),
      0,
      1e-3,
    ),
  )
  .map(([gathered, missing]) => [gathered, Math.max(0, gathered + missing)] as const);

const customer = (t: number): fc.Arbitrary<Customer> =>
  fc
    .record({
      ...{
        v: between(0.2, 6),
        a: between(0.2, 3),
        A: between(0.05, 0.75),
        d0: orEdge(between(0, 0.03), 0),
      },
      ...{
        Sd: between(0, 1.5),
        Sf: between(0, 1.5),
        Sc: between(0, 1.5),
        voice: between(0, 6),
      },
      ...{
        sus: orEdge(between(0, 4), 0),
        ab: orEdge(share, 0.15, 0.7),
        bond: fc.constantFrom(0, 1),
      },
      ...{
        h0: between(0, 0.02),
        id: fc.integer({ min: 1, max: 40 }).map((degree) => 1 / degree),
      },
      ph: fc.constantFrom(255, 255, t % 52, (t + 1) % 52, (t + 30) % 52),
      ...{ imp: between(0.1, 5), uF: lot, uG: lot, uP: lot, uX: lot },
      conc: between(0.1, 5),
      ...{
        T: orEdge(between(0.001, 0.995), 0.001, 0.995, 0.6),
        r: between(0.5, 1.5),
        pp: price,
      },
      ...{ exit: spell, Hd: between(0, 1), complaint: spell },
      ...{ nl: between(-0.5, 1.5), xl: orEdge(between(0, 6), 0), dm: orEdge(between(0, 3), 0) },
      ...{ att: level, st: fc.constantFrom(0, 0, 0, 1, 2) },
      hold: fc.constantFrom(-1, -1, t - 1, t, t + 1, t + 6),
      ...{ plan: fc.constantFrom(0, 1), pz: fc.constantFrom(0, 0, 0, 1, 1, 2, 5, -1, -2, -26) },
    })
    .map(({ exit: [H, E], complaint: [V, Vt], ...rest }) => ({ ...rest, H, E, V, Vt }));

/** Not multiples of 16, nor of 4: whole tiles, part of one, and hardly anybody. */
export const SEGMENT_SIZES = [21, 16, 3];
export const CUSTOMERS = SEGMENT_SIZES.reduce((a, b) => a + b);

export const settings: fc.Arbitrary<Setting> = fc.constantFrom(0, 3, 52, 60).chain((t) =>
  fc.record({
    t: fc.constant(t),
    parameters,
    blocks: fc.tuple(segment, segment, segment).map((sets) => sets.flat()),
    pilotShare: fc.array(fc.constantFrom(0, 0.4, 1), { minLength: 3, maxLength: 3 }),
    offers,
    everybody: fc.record({
      active: orEdge(between(0, 30), 30, 40),
      B: orEdge(between(0, 0.5), 0),
      G: between(0, 1.5),
      z: orEdge(between(0, 2), 0),
      calm: share,
    }),
    customers: fc.array(customer(t), { minLength: CUSTOMERS, maxLength: CUSTOMERS }),
  }),
);
