/** Who stands for what in a run, against the stories of the same customers. */
import { beforeAll, describe, expect, test } from 'vitest';
import { biographyJob } from '../../src/assess/biography.ts';
import { castJob, castOf, ROLES } from '../../src/assess/cast.ts';
import type { Cast, Fate, Role } from '../../src/assess/cast.ts';
import { columnJob } from '../../src/assess/column.ts';
import { Lab } from '../../src/assess/lab.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import type { Scenario } from '../../src/model/scenario.ts';

const scenario: Scenario = {
  ...{ version: 1, name: 'cast', seed: 'cast', horizon: 80, customers: 1200, runs: 1 },
  template: 'general',
  decisions: [{ kind: 'price', week: 6, change: 0.3 }],
  buffers: [],
};
const RISE = 0.3;
const COUNT = 700;

let lab: Lab;
let cast: Cast;
beforeAll(async () => {
  lab = new Lab(await Kernel.load());
  cast = await castJob.perform(lab, scenario, 0, RISE, COUNT);
});

const lifeOf = async (role: Role) => {
  const part = cast.parts.find((each) => each.role === role);
  if (!part) throw new Error(`Nobody is ${role}.`);
  return biographyJob.perform(lab, scenario, 0, RISE, part.id);
};

describe('the cast of a run that breaks', () => {
  test('has all the parts, each with somebody else from the water column', async () => {
    const { ids } = await columnJob.perform(lab, scenario, 0, RISE, COUNT);
    expect(cast.parts.map(({ role }) => role)).toEqual(ROLES);
    expect(new Set(cast.parts.map(({ id }) => id)).size).toBe(ROLES.length);
    for (const { id } of cast.parts) expect(ids).toContain(id);
  });

  test('ends as the stories of the same people do', async () => {
    const first = (await lifeOf('first')).points.find(({ kind }) => kind === 'left');
    expect(first?.week).toBeGreaterThanOrEqual(6);
    expect(first).toMatchObject({ reason: expect.stringMatching(/trust|price/) as string });
    expect((await lifeOf('carried')).points).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'friendsLeft' }),
        expect.objectContaining({ kind: 'left', reason: 'price' }),
      ]),
    );
    expect((await lifeOf('captive')).points.at(-1)?.kind).toBe('stayed');
    expect((await lifeOf('stayed')).points.at(-1)).toMatchObject({
      kind: 'stayed',
      because: expect.stringMatching(/value|trust|data|unknown|hassle|lockIn/) as string,
    });
    expect((await lifeOf('silent')).points.map(({ kind }) => kind)).not.toContain('complained');
  });
});

describe('who gets a part', () => {
  const calm: Fate = {
    ...{
      id: 0,
      spend: 1,
      left: null,
      isCustomer: true,
      hasLeft: false,
      trust: 0.8,
      isTrusting: true,
    },
    ...{ hasComplained: false, friends: 8, friendsGone: 0, advantage: 0.5, margin: 1 },
  };
  const gone = { isCustomer: false, hasLeft: true, trust: 0.2, isTrusting: false };
  const people = (...fates: Partial<Fate>[]) =>
    fates.map((fate, id) => ({ ...calm, id, ...fate }));

  test('stays, if nothing happens', () => {
    expect(castOf(people({}, { trust: 0.9 }, {}), 6)).toEqual([{ role: 'stayed', id: 1 }]);
    expect(castOf([], 6)).toEqual([]);
  });

  test('is first from the decision on', () => {
    const parts = castOf(
      people({ ...gone, left: 3 }, { ...gone, left: 9 }, { ...gone, left: 7 }),
      6,
    );
    expect(parts).toContainEqual({ role: 'first', id: 2 });
  });

  test('is carried by friends only while trusting, and by a quarter of them or more', () => {
    const early = { ...gone, left: 7 };
    const carried = { ...gone, left: 20, isTrusting: true };
    const roles = (fate: Partial<Fate>) =>
      castOf(people(early, { ...carried, ...fate }), 6).map(({ role }) => role);
    expect(roles({ friendsGone: 2 })).toContain('carried');
    expect(roles({ friendsGone: 1 })).not.toContain('carried');
    expect(roles({ friendsGone: 2, friends: 20 })).not.toContain('carried');
    expect(roles({ friendsGone: 2, isTrusting: false })).not.toContain('carried');
  });

  test('is silent among those who spend most, past the breaking point, without a complaint', () => {
    const rich = { spend: 9, isTrusting: false };
    const crowd = Array.from({ length: 30 }, () => ({}));
    const role = (fate: Partial<Fate>) =>
      castOf(people(...crowd, { ...rich, ...fate }), 6).find(({ id }) => id === 30)?.role;
    expect(role({})).toBe('silent');
    expect(role({ hasComplained: true })).not.toBe('silent');
    expect(role({ spend: 0.5 })).not.toBe('silent');
    expect(role({ isTrusting: true })).not.toBe('silent');
  });

  test('is captive while leaving would pay but for what it costs', () => {
    const back = { hasLeft: true, advantage: -0.5 };
    const parts = castOf(people({ advantage: -0.1 }, { advantage: -0.3 }, {}, back), 6);
    expect(parts).toEqual([
      { role: 'captive', id: 1 },
      { role: 'stayed', id: 2 },
    ]);
  });
});
