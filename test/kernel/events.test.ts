/** Exits, hold-ups, returns and joins by themselves (MODEL.md 7.4), one by one. */
import { beforeAll, describe, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import { globalLevers, globalOf, levers } from '../support/kernel.ts';
import type { GlobalLevers, Levers } from '../support/kernel.ts';
import { Village, expectClose } from './village.ts';
import type { VillageOptions, Villager } from './village.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

const [LEFT, PROSPECT] = [1, 2];
const [TRUST, PRICE, EVERYDAY] = [1, 2, 3];
/** Talk that a push of size 1 gives to somebody with a single tie: push (1 - mem). */
const FULL_PUSH = 40 * 0.2;

/** Somebody whose resistance is used up. */
const due = (over: Villager = {}): Villager => ({ H: 1, Hd: 0.5, E: 1, ...over });
const calm = (count: number): Villager[] => Array.from({ length: count }, () => ({}));

interface Given extends Omit<VillageOptions, 'people' | 'levers' | 'globals'> {
  readonly lever?: Partial<Levers>;
  readonly everybody?: Partial<GlobalLevers>;
}

/** Carries out week 0 for these people. */
function after(
  people: readonly Villager[],
  { lever, everybody, ...rest }: Given = {},
): Village {
  const village = new Village(kernel, {
    people,
    levers: () => levers(lever),
    globals: () => globalLevers(everybody),
    ...rest,
  });
  village.events(people);
  return village;
}

describe('an exit', () => {
  test('ends the spell: no hazard, a fresh resistance, the attention of those who left', () => {
    const village = after([due({ nE: 4, blocked: 1, att: 0.9 }), {}]);
    expect(village.state('st')).toEqual([LEFT, 0]);
    expect(village.state('nE')).toEqual([5, 0]);
    expect(village.state('blocked')).toEqual([0, 0]);
    expectClose(village.state('H'), [0, 0]);
    expectClose(village.state('Hd'), [0, 0]);
    expectClose(village.state('att'), [0.1, 0.7]);
    expectClose(village.state('E'), [village.exponential(0, 5, 'resistance'), 10]);
    expect(kernel.active()).toBe(1);
  });

  test('is felt by the neighbours, once for each tie and as a share of all their ties', () => {
    const ties = [
      [0, 1],
      [0, 1],
      [2, 0],
      [1, 2],
      [2, 3],
    ] as const;
    const village = after([due(), ...calm(3)], { ties });
    expectClose(village.state('xl'), [0, 2, 1, 0]);
    expectClose(village.state('nl'), [0, 2 / 3, 1 / 3, 0]);
    expectClose(village.state('dm'), [0, 0, 0, 0]);
  });

  test('of somebody past the breaking point is bitter, and talked about by the voice of it', () => {
    const ties = [
      [0, 1],
      [2, 1],
      [2, 3],
      [2, 4],
    ] as const;
    const village = after(
      [due({ T: 0.3, voice: 0.5 }), {}, due({ T: 0.37, voice: 6 }), {}, {}],
      {
        ties,
        everybody: { calm: 0.5 },
      },
    );
    expect(village.state('reason')).toEqual([TRUST, 0, TRUST, 0, 0]);
    // 1 has two ties; the loud one is no louder than 1; calm does not quiet what is said in private.
    expectClose(village.state('dm'), [
      ...[0, (FULL_PUSH * (0.25 + 1)) / 2, 0, FULL_PUSH, FULL_PUSH],
    ]);
    expect(village.series('exitsTrust')).toBe(2);
  });

  test('otherwise has the price or the everyday for a reason, by their part in the hazard', () => {
    const people = Array.from({ length: 400 }, (_, id) =>
      due({ T: 0.8, Hd: id % 2 ? 0.8 : 0.2 }),
    );
    const village = after(people);
    const expected = people.map(({ Hd = NaN }, id) =>
      village.uniform(id, 1, 'reason') < Hd ? PRICE : EVERYDAY,
    );
    expect(village.state('reason')).toEqual(expected);
    expect(village.series('exitsPrice')).toBe(expected.filter((why) => why === PRICE).length);
    expect(village.series('exitsEveryday') + village.series('exitsPrice')).toBe(400);
  });

  test('at the very breaking point is not bitter yet', () => {
    expect(after([due({ T: 0.5, A: 0.5, Hd: 0 })]).state('reason')).toEqual([EVERYDAY]);
  });

  test('does not happen to those who only would like to leave', () => {
    const village = after([{ H: 0.99, E: 1 }, due({ ph: 1 }), due({ pz: 3 })], {
      pauseOffered: true,
    });
    expect(village.state('st')).toEqual([0, 0, 0]);
    expect(village.series('attempts')).toBe(0);
  });
});

describe('a cancellation held up', () => {
  const lever = { D: 1 };

  test('costs trust and weeks, and raises the resistance', () => {
    const village = after([due({ T: 0.8, nE: 2 })], { lever });
    expect(village.state('st')).toEqual([0]);
    expect(village.state('hold')).toEqual([6]);
    expect(village.state('blocked')).toEqual([1]);
    expect(village.state('nE')).toEqual([3]);
    expectClose(village.state('T'), [0.7]);
    expectClose(village.state('E'), [1 + 0.1 * village.exponential(0, 3, 'deskResistance')]);
    expect([village.series('attempts'), village.series('exits')]).toEqual([1, 0]);
    expect(village.series('publicActs')).toBe(0);
  });

  test('is made public by those past the breaking point, before it costs them trust', () => {
    const ties = [
      [0, 1],
      [2, 1],
    ] as const;
    const everybody = { calm: 0.5 };
    const village = after([due({ T: 0.2 }), {}, due({ T: 0.42 })], { lever, ties, everybody });
    expectClose(village.state('dm'), [0, (FULL_PUSH * 0.5) / 2, 0]);
    expectClose(village.state('T'), [0.1, 0.8, 0.32]);
    expect(village.series('publicActs')).toBe(1);
  });

  test('leaves a rest of trust', () => {
    expectClose(after([due({ T: 0.05 })], { lever }).state('T'), [0.001]);
  });

  test('succeeds once in a spell: the next attempt is an exit', () => {
    expect(after([due({ blocked: 1 })], { lever }).state('st')).toEqual([LEFT]);
  });

  test('freezes the hazard, not the attempt', () => {
    const village = new Village(kernel, {
      people: [due({ h0: 0.01, E: 1 })],
      parameters: { deskE: 0 },
      levers: () => levers(lever),
    });
    village.week(0);
    const [H] = village.state('H');
    expect(village.state('st')).toEqual([0]);
    village.kernel.passOnly(1);
    expect(village.state('H')).toEqual([H]);
    expect(village.kernel.listed().events).toEqual([0]);
    village.kernel.eventsOnly(1);
    expect(village.state('st')).toEqual([LEFT]);
  });
});

describe('a save desk that listens', () => {
  test('gains trust and resistance, and does not count as a hold-up', () => {
    const village = after([due({ T: 0.3 })], { lever: { Li: 1 } });
    expect(village.state('st')).toEqual([0]);
    expect(village.state('blocked')).toEqual([0]);
    expect(village.state('hold')).toEqual([-1]);
    expectClose(village.state('T'), [0.3 + 0.15 * 0.7]);
    expectClose(village.state('E'), [1 + 0.7 * village.exponential(0, 1, 'deskResistance')]);
    expect(village.series('publicActs')).toBe(0);
  });

  test('shares one draw with the hold-ups', () => {
    const people = Array.from({ length: 300 }, (_, id) => due({ blocked: id % 2 }));
    const village = after(people, { lever: { D: 0.3, Li: 0.6 } });
    const draws = people.map((_, id) => village.uniform(id, 1, 'desk'));
    const expected = draws.map((q, id) => {
      if (q < 0.3 && id % 2 === 0) return 'held';
      return q < 0.6 ? 'listened' : 'left';
    });
    const [st, hold] = [village.state('st'), village.state('hold')];
    expect(
      people.map((_, id) => (st[id] === LEFT ? 'left' : hold[id] === -1 ? 'listened' : 'held')),
    ).toEqual(expected);
    expect(new Set(expected).size).toBe(3);
    expect(village.series('attempts')).toBe(300);
  });
});

describe('coming back and joining', () => {
  const people = [due({ st: LEFT, nE: 1 }), due({ st: PROSPECT, r: 0.8 }), {}];
  const ties = [
    [0, 2],
    [1, 2],
  ] as const;

  test('begin a spell at the price of the week, and fill the gap among the neighbours', () => {
    const village = after(people, { ties, lever: { P: 1.2 } });
    expect(village.state('st')).toEqual([0, 0, 0]);
    expectClose(village.state('r'), [1.2, 1.2, 1]);
    expectClose(village.state('pp'), [1.2, 1.2, 1]);
    expectClose(village.state('att'), [0.7, 0.7, 0.7]);
    expectClose(village.state('H'), [0, 0, 0]);
    expectClose(village.state('nl'), [0, 0, -1]);
    expectClose(village.state('xl'), [0, 0, 0]);
    expectClose(village.state('E').slice(0, 2), [
      village.exponential(0, 2, 'resistance'),
      village.exponential(1, 1, 'resistance'),
    ]);
    expect([village.series('returns'), village.series('joins')]).toEqual([1, 1]);
    expect([village.series('prospects'), village.series('active')]).toEqual([0, 3]);
  });

  test('on the lite plan begin at its price', () => {
    const village = new Village(kernel, {
      people,
      liteValue: 0.9,
      levers: () => levers({ P: 1.2, PL: 0.7, lite: 1 }),
    });
    const onLite = people.map((one, id) => ({ ...one, plan: id === 0 ? 1 : 0 }));
    village.events(onLite);
    expectClose(village.state('pp'), [0.7, 1.2, 1]);
    expectClose(village.state('r'), [0.7, 1.2, 1]);
  });
});

describe('hubs', () => {
  test('are spoken to: their talk is damped, their departure is not', () => {
    const people = [due({ T: 0.2, voice: 2, hub: 1 }), {}, due({ T: 0.2, voice: 2 }), {}];
    const ties = [
      [0, 1],
      [2, 3],
    ] as const;
    const village = after(people, { ties, everybody: { hub: 0.5 } });
    expectClose(village.state('dm'), [0, FULL_PUSH * (1 - 0.6 * 0.5), 0, FULL_PUSH]);
    expectClose(village.state('xl'), [0, 1, 0, 1]);
  });
});

describe('the broadcast', () => {
  test('remembers, and adds public acts and bitter exits per customer at the start', () => {
    const bitter = due({ T: 0.2, blocked: 1 });
    const village = after([due({ T: 0.2 }), bitter, bitter, {}], { lever: { D: 1 }, B: 0.5 });
    const talk = (1 + 0.4 * 2) / 4;
    expect(globalOf(kernel, 'B')).toBeCloseTo(0.8 * 0.5 + 0.2 * talk, 9);
    expect(village.series('broadcast')).toBeCloseTo(0.8 * 0.5 + 0.2 * talk, 9);
  });
});

describe('the lists', () => {
  test('are in ascending order of id, across tiles', () => {
    const people = Array.from({ length: 100 }, (_, id) =>
      id % 7 === 0 ? due({ V: 2, Vt: 1 }) : id % 3 === 0 ? due() : {},
    );
    const village = new Village(kernel, { people });
    village.set(people);
    kernel.passOnly(0);
    const { events, complaints } = kernel.listed();
    const ids = people.map((_, id) => id);
    expect(events).toEqual(ids.filter((id) => id % 7 === 0 || id % 3 === 0));
    expect(complaints).toEqual(ids.filter((id) => id % 7 === 0));
  });
});
