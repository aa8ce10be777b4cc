/** Ties between people, found out by making everybody leave once (MODEL.md 5.5). */
import { beforeAll, describe, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import { parametersWith } from '../../src/model/parameters.ts';
import type { ParameterOverrides } from '../../src/model/parameters.ts';
import type { Segment } from '../../src/model/templates.ts';
import { leverTable } from '../support/kernel.ts';

const PEOPLE = 480;
let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

const one: readonly Segment[] = [{ name: 'all', share: 1 }];

function begin(parameters: ParameterOverrides, segments = one, customers = PEOPLE): void {
  const market = { customers, segments, parameters: parametersWith(parameters) };
  kernel.begin(market, [5, 6], leverTable(1, segments.length));
}

/** Number of ties between each two people: whoever leaves is missed once for each. */
function ties(parameters: ParameterOverrides = {}, segments = one): Float64Array[] {
  begin({ c0: 0, cv: 0, h0: 0, h1: 0, ha: 0, hw: 0, ...parameters }, segments);
  const nobody = new Float64Array(PEOPLE);
  kernel.setStates('st', nobody);
  kernel.setStates('H', nobody);
  const start = kernel.snapshot(0);
  return Array.from(nobody, (_, id) => {
    kernel.restore(start);
    const E = new Float64Array(PEOPLE).fill(9);
    E[id] = 0;
    kernel.setStates('E', E);
    kernel.passOnly(0);
    kernel.eventsOnly(0);
    return kernel.states('xl');
  });
}

const total = (row: ArrayLike<number>) =>
  Array.from(row).reduce((sum, count) => sum + count, 0);
const hubsOf = () =>
  Array.from(kernel.traits('hub'), (hub, id) => (hub === 1 ? id : -1)).filter((id) => id >= 0);

describe('ties', () => {
  test('hold both ways, lead to nobody’s self, and are all counted', () => {
    const rows = ties();
    const share = kernel.traits('id');
    rows.forEach((row, a) => {
      expect(row[a]).toBe(0);
      row.forEach((count, b) => {
        if (count !== rows[b]?.[a]) expect.fail(`${a} and ${b} disagree on their ties`);
      });
      expect(1 / (share[a] ?? NaN)).toBeCloseTo(Math.max(1, total(row)), 3);
    });
  });

  test('number k for each on average, but for those that would lead to oneself', () => {
    for (const k of [4, 12]) {
      const rows = ties({ k });
      const mean = total(rows.map(total)) / PEOPLE;
      expect(mean).toBeLessThanOrEqual(k);
      expect(mean).toBeGreaterThan(k * 0.97);
    }
  });

  test('stay within the community without far ties and hubs, whose members are neighbours', () => {
    const rows = ties({ homo: 1, far: 0, hubFollow: 0, comm: 40 });
    rows.forEach((row, a) =>
      row.forEach((count, b) => {
        if (count > 0) expect(Math.floor(a / 40)).toBe(Math.floor(b / 40));
      }),
    );
  });

  test('lead anywhere if all are far', () => {
    const rows = ties({ homo: 1, far: 1, hubFollow: 0, comm: 40 });
    const within = rows.flatMap((row, a) =>
      Array.from(row).filter((_, b) => Math.floor(a / 40) === Math.floor(b / 40)),
    );
    const share = total(within) / total(rows.map(total));
    expect(share).toBeGreaterThan(0.04);
    expect(share).toBeLessThan(0.13);
  });

  test('mix the segments without homophily', () => {
    const segments = [
      { name: 'a', share: 0.5 },
      { name: 'b', share: 0.5 },
    ];
    const acrossWith = (homo: number) => {
      const rows = ties({ homo, far: 0, hubFollow: 0, comm: 40 }, segments);
      const half = PEOPLE / 2;
      const across = rows.map((row, a) =>
        total(a < half ? row.slice(half) : row.slice(0, half)),
      );
      return total(across) / total(rows.map(total));
    };
    expect(acrossWith(1)).toBe(0);
    expect(acrossWith(0)).toBeGreaterThan(0.4);
  });
});

describe('hubs', () => {
  test('are evenly spaced, floor(N share) of them, and never none', () => {
    begin({ hubShare: 0.0105 });
    expect(hubsOf()).toEqual([0, 96, 192, 288, 384]);
    begin({ hubShare: 0 });
    expect(hubsOf()).toEqual([0]);
  });

  test('have many ties, the first ones most', () => {
    const people = 20_000;
    begin({ hubShare: 0.001, hubFollow: 0.6 }, one, people);
    const degrees = kernel.traits('id').map((share) => 1 / share);
    const hubs = hubsOf().map((id) => degrees[id] ?? NaN);
    expect(hubs.length).toBe(20);
    // Followers by m = floor(U^2 M): hub m gets sqrt((m + 1) / M) - sqrt(m / M) of them.
    hubs.forEach((degree, m) => {
      const followers = 0.6 * people * (Math.sqrt((m + 1) / 20) - Math.sqrt(m / 20));
      expect(Math.abs(degree - 8 - followers)).toBeLessThan(5 * Math.sqrt(followers) + 12);
    });
    const mean = total(degrees) / people;
    expect(mean).toBeGreaterThan(7.9);
    expect(mean).toBeLessThanOrEqual(8);
  });
});
