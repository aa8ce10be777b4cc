/** The comparison of kernel and page bites: an error planted anywhere on the page is reported. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import type { Situation } from '../../src/model/customer.ts';
import { SEGMENT_LEVER_NAMES } from '../../src/model/levers.ts';
import { week } from '../../src/model/week.ts';
import { difference } from './agreement.ts';
import { STATES, TRAITS } from './cases.ts';
import type { Page, Staged } from './agreement.ts';
import { MUTATED, mutants } from './planted.ts';
import { settings } from './settings.ts';
import { staged } from './staged.ts';

const weeks: Staged[] = [];
beforeAll(async () => {
  const kernel = await Kernel.load();
  for (const setting of fc.sample(settings, { seed: 7, numRuns: 160 }))
    weeks.push(staged(kernel, setting));
});

const isReported = (page: Page) => weeks.some((one) => difference(one, page) !== undefined);

test('without an error nothing is reported', () => {
  expect(isReported(week)).toBe(false);
});

/** Places at least where an error fits: a file that is no longer read would have none. */
const PLACES = { 'arithmetic.ts': 8, 'choices.ts': 50, 'week.ts': 180 } as const;

test.each(MUTATED)('an error in any number, operator or choice of %s is reported', (file) => {
  const planted = mutants(file);
  const survivors = planted.filter(({ page }) => !isReported(page));
  expect(planted.length).toBeGreaterThan(PLACES[file]);
  expect(survivors.map(({ name }) => name)).toEqual([]);
});

type Changed = Pick<Situation, 'par' | 'lever' | 'who' | 'was' | 'all'>;

/** A page that reads one of its inputs wrongly. */
const misreading =
  (from: keyof Changed, name: string, change: (value: number) => number): Page =>
  (given) => {
    const values: Readonly<Record<string, number>> = given[from];
    const changed = { ...values, [name]: change(values[name] ?? NaN) };
    return week({ ...given, [from]: changed });
  };

const slightly = (value: number) => value * 1.01;
const byOne = (value: number) => value + 1;
const otherwise = (value: number) => 1 - value;

/** Inputs that are numbers of something, switches, or draws that are only compared. */
const COARSE: Readonly<Record<string, (value: number) => number>> = {
  ...{ fearPow: (power) => (power + 1) % 3, pauseCool: byOne, pzW: byOne, t: byOne },
  ...{ lite: otherwise, gf: otherwise, uF: otherwise, uG: otherwise, uX: otherwise },
  ...{ plan: otherwise, st: (status) => (status + 1) % 3, ph: byOne, bond: otherwise },
  ...{ stick: (advantage) => advantage + 0.1, planAt: (attention) => attention + 0.2 },
  ...{ hold: (until) => until + 10, pz: (left) => -left },
};

const PARAMETERS_OF_THE_PASS = [
  ...[
    'omega',
    'wakeSoc',
    'abLeft',
    'promo',
    'explain',
    'mu',
    'fearPow',
    'srvV',
    'adsV',
    'netv',
  ],
  ...[
    'psi',
    'w',
    'Uout',
    'eta',
    'planAt',
    'stick',
    'pauseCool',
    'expo',
    'beta',
    'cred',
    'adsB',
  ],
  ...[
    'socMax',
    'trap',
    'bondB',
    'down',
    'outGain',
    'rho',
    'forget',
    'Tneu',
    'kappa',
    'h1',
    'h0x',
  ],
  ...['chi', 'k', 'hw', 'ha', 'ref', 'c0', 'cv', 'cT', 'mem'],
];
/** The events alone read the two of the save desk. */
const LEVERS_OF_THE_PASS = SEGMENT_LEVER_NAMES.filter((name) => name !== 'D' && name !== 'Li');

describe('a page that reads one input wrongly is reported', () => {
  const inputs: [keyof Changed, readonly string[]][] = [
    ['par', PARAMETERS_OF_THE_PASS],
    ['lever', LEVERS_OF_THE_PASS],
    ['who', TRAITS],
    ['was', STATES],
    ['all', ['t', 'nd', 'nc', 'gone', 'bc', 'G']],
  ];
  const cases = inputs.flatMap(([from, names]) => names.map((name) => [from, name] as const));
  test.each(cases)('%s.%s', (from, name) => {
    expect(isReported(misreading(from, name, COARSE[name] ?? slightly))).toBe(true);
  });

  test('psi with the sign turned', () => {
    expect(isReported(misreading('par', 'psi', (psi) => -psi))).toBe(true);
  });

  test.each(['cutBreadth', 'promiseShare'] as const)('%s', (name) => {
    const page: Page = (given) =>
      week({ ...given, offers: { ...given.offers, [name]: given.offers[name].slice(1) } });
    expect(isReported(page)).toBe(true);
  });

  test('no lite plan, or no pause', () => {
    for (const none of [{ liteValue: undefined }, { pauseOffered: false }])
      expect(
        isReported((given) => week({ ...given, offers: { ...given.offers, ...none } })),
      ).toBe(true);
  });
});
