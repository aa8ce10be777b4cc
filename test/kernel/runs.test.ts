/** What holds for every run, whatever the scenario. */
import { beforeAll, describe, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import type { Measures } from '../../src/engine/kernel.ts';
import { marketOf } from '../../src/engine/market.ts';
import { keyOf } from '../../src/engine/seed.ts';
import { columnsFor, segmentSeriesOf, seriesOf } from '../../src/engine/series.ts';
import type { RunSeries } from '../../src/engine/series.ts';
import { compileLevers } from '../../src/model/levers.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { SERIES_NAMES } from '../../src/model/series.ts';
import type { SeriesName } from '../../src/model/series.ts';
import { templateMarket } from '../support/kernel.ts';

const PEOPLE = 1500;
const KEY = keyOf('runs', 0);
let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

/** A market in turmoil: exits, returns, complaints, hold-ups, pauses and lite plans. */
const turmoil: Scenario = {
  ...{ version: 1, name: 'turmoil', seed: 'runs', horizon: 64, customers: PEOPLE, runs: 1 },
  template: 'streaming',
  parameters: { annual: 0.2, ha: 0.02 },
  decisions: [
    { kind: 'price', week: 4, change: 0.4 },
    { kind: 'shock', week: 20, size: 0.3 },
    { kind: 'friction', week: 0, level: 0.3 },
    { kind: 'price', week: -10, change: 0.05 },
  ],
  buffers: [
    { kind: 'notice', weeks: 0 },
    { kind: 'litePlan', week: 4, price: 0.7, value: 0.8 },
    { kind: 'pause', week: 4, weeks: 5, price: 0.1 },
    { kind: 'saveDesk', mode: 'listen', strength: 0.2 },
    { kind: 'fatigue' },
    { kind: 'referral', share: 0.4 },
  ],
};
const market = marketOf(turmoil);
const table = compileLevers(turmoil);
const { weeks, historyWeeks } = table;

/** Runs the turmoil, in as many pieces as wanted. */
function run(
  on: Kernel,
  measures: Measures = 'all',
  ends: readonly number[] = [weeks],
): RunSeries {
  on.begin(market, KEY, table);
  ends.forEach((end, i) => on.run(ends[i - 1] ?? 0, end, measures));
  return on.series();
}

const expectSame = (a: RunSeries, b: RunSeries) =>
  expect(new Uint8Array(a.table.buffer)).toEqual(new Uint8Array(b.table.buffer));

const countOf = (values: Float64Array, value: number) =>
  values.filter((one) => one === value).length;

describe('customers', () => {
  test('are conserved: who leaves has left, who joins was a prospect, nobody gets lost', () => {
    kernel.begin(market, KEY, table);
    let [active, left] = [kernel.active(), countOf(kernel.states('st'), 1)];
    const totals = { exits: 0, joins: 0, returns: 0 };
    for (let t = 0; t < weeks; t++) {
      kernel.run(t, t + 1, 'all');
      const series = kernel.series();
      const at = (name: SeriesName) => seriesOf(series, name)[t] ?? NaN;
      const [exits, joins, returns] = [at('exits'), at('joins'), at('returns')];
      active += joins + returns - exits;
      left += exits - returns;
      const st = kernel.states('st');
      expect([countOf(st, 0), countOf(st, 1)]).toEqual([active, left]);
      expect(countOf(st, 2)).toBe(PEOPLE - active - left);
      expect([at('active'), at('prospects')]).toEqual([active, PEOPLE - active - left]);
      totals.exits += exits;
      totals.joins += joins;
      totals.returns += returns;
    }
    for (const [name, total] of Object.entries(totals)) expect(total, name).toBeGreaterThan(20);
  });

  test('are conserved among so many that the kernel reads ahead', () => {
    const crowd = { ...turmoil, customers: 40_000, horizon: 8 };
    const levers = compileLevers(crowd, { historyWeeks: 0 });
    kernel.begin(marketOf(crowd), KEY, levers);
    const before = countOf(kernel.states('st'), 0);
    kernel.run(0, levers.weeks, 'events');
    const total = (name: SeriesName) =>
      seriesOf(kernel.series(), name).reduce((sum, count) => sum + count, 0);
    expect(total('exits')).toBeGreaterThan(500);
    const now = countOf(kernel.states('st'), 0);
    expect(now).toBe(before + total('joins') + total('returns') - total('exits'));
    // Each departure is felt by the neighbours of whoever left.
    expect(Math.max(...kernel.states('xl'))).toBeGreaterThan(1);
  });

  test('never trust more or less than trust goes', () => {
    kernel.begin(market, KEY, table);
    for (let t = 0; t < weeks; t++) {
      kernel.run(t, t + 1, 'events');
      const T = kernel.states('T');
      expect(Math.min(...T)).toBeGreaterThanOrEqual(Math.fround(0.001));
      expect(Math.max(...T)).toBeLessThanOrEqual(Math.fround(0.995));
    }
  });
});

describe('series', () => {
  const watched = () => run(kernel);

  test('of the segments add up to those of the market', () => {
    const series = watched();
    for (const name of ['active', 'exits', 'revenue'] as const) {
      const whole = seriesOf(series, name);
      const parts = market.segments.map((_, g) => segmentSeriesOf(series, g, name));
      whole.forEach((value, t) =>
        expect(parts.reduce((sum, part) => sum + (part[t] ?? NaN), 0)).toBeCloseTo(value, 8),
      );
    }
  });

  test('of the strata add up to everybody', () => {
    const series = watched();
    const strata = ['Pending', 'Captive', 'Past', 'Wavering', 'Content'] as const;
    const shares = strata.map((name) => seriesOf(series, `stratum${name}`));
    for (let t = 0; t < weeks; t++)
      expect(shares.reduce((sum, share) => sum + (share[t] ?? NaN), 0)).toBeCloseTo(1, 12);
    expect(shares.map((share) => Math.max(...share) > 0)).toEqual(strata.map(() => true));
  });

  test('of the reasons add up to the exits, and with the hold-ups to the attempts', () => {
    const series = watched();
    const [exits, attempts] = [seriesOf(series, 'exits'), seriesOf(series, 'attempts')];
    const reasons = (['exitsTrust', 'exitsPrice', 'exitsEveryday'] as const).map((name) =>
      seriesOf(series, name),
    );
    exits.forEach((count, t) => {
      expect(reasons.reduce((sum, reason) => sum + (reason[t] ?? NaN), 0)).toBe(count);
      expect(attempts[t]).toBeGreaterThanOrEqual(count);
    });
    expect(Math.max(...attempts.map((count, t) => count - (exits[t] ?? 0)))).toBeGreaterThan(0);
  });

  test('are numbers where a week was watched; where it was not, only what events leave', () => {
    expect([...watched().table].every(Number.isFinite)).toBe(true);
    const noReferral = { ...table, parameters: { ...table.parameters, ref: 0 } };
    kernel.begin(market, KEY, noReferral);
    kernel.run(0, weeks, 'events');
    const series = kernel.series();
    const known = SERIES_NAMES.filter((name) => Number.isFinite(seriesOf(series, name)[9]));
    expect(known).toEqual([
      ...['active', 'exits', 'joins', 'returns', 'prospects', 'attempts', 'complaints'],
      ...['publicShare', 'backlog', 'firstResponse', 'pilotComplaints', 'exitsTrust'],
      ...['exitsPrice', 'exitsEveryday', 'publicActs', 'broadcast', 'fatigue', 'goodwill'],
    ]);
  });

  test('of revenue are the same whether or not the others are taken', () => {
    const noReferral = { ...table, parameters: { ...table.parameters, ref: 0 } };
    kernel.begin(market, KEY, noReferral);
    kernel.run(0, weeks, 'all');
    const all = kernel.series();
    kernel.begin(market, KEY, noReferral);
    kernel.run(0, weeks, 'revenue');
    const revenue = kernel.series();
    expect(seriesOf(revenue, 'revenue')).toEqual(seriesOf(all, 'revenue'));
    for (let g = 0; g < all.segments; g++)
      expect(segmentSeriesOf(revenue, g, 'revenue')).toEqual(
        segmentSeriesOf(all, g, 'revenue'),
      );
    expect(seriesOf(revenue, 'nps')[9]).toBeNaN();
    expect(seriesOf(revenue, 'exits')).toEqual(seriesOf(all, 'exits'));
  });

  test('tell how many were active before week 0', () => {
    const series = watched();
    expect(historyWeeks).toBeGreaterThan(0);
    expect(series.activeBefore).toBe(seriesOf(series, 'active')[historyWeeks - 1]);
  });
});

describe('the same bytes come', () => {
  test('from one call and from many', () => {
    const whole = run(kernel);
    expectSame(run(kernel, 'all', [7, 8, historyWeeks - 1, historyWeeks + 3, weeks]), whole);
  });

  test('from a run that is continued from a snapshot, as often as wanted', () => {
    const whole = run(kernel);
    run(kernel, 'all', [50]);
    const snapshot = kernel.snapshot(50);
    kernel.run(50, weeks, 'all');
    expectSame(kernel.series(), whole);
    for (let again = 0; again < 2; again++) {
      kernel.restore(snapshot);
      kernel.run(snapshot.week, weeks, 'all');
      expectSame(kernel.series(), whole);
    }
  });

  test('from a snapshot after another future was tried', () => {
    const whole = run(kernel);
    run(kernel, 'all', [historyWeeks]);
    const snapshot = kernel.snapshot(historyWeeks);
    const worse = { ...turmoil, decisions: [...turmoil.decisions] };
    worse.decisions[0] = { kind: 'price', week: 4, change: 1.5 };
    kernel.setLevers(compileLevers(worse));
    kernel.run(historyWeeks, weeks, 'all');
    expect(kernel.series().table).not.toEqual(whole.table);
    kernel.restore(snapshot);
    kernel.setLevers(table);
    kernel.run(historyWeeks, weeks, 'all');
    expectSame(kernel.series(), whole);
  });

  test('from an instance that served other markets, larger and smaller, and from a fresh one', async () => {
    const used = await Kernel.load();
    for (const [template, people] of [
      ['community', 9000],
      ['saas', 40],
    ] as const) {
      const other = templateMarket(template, people);
      const levers = compileLevers({ ...turmoil, template, customers: people });
      used.begin(other, keyOf('other', 3), levers);
      used.run(0, 40, 'all');
    }
    expectSame(run(used), run(await Kernel.load()));
  });

  test('from passes and events one at a time, as far as events go', () => {
    const plain = { ...table, parameters: { ...table.parameters, ref: 0 } };
    kernel.begin(market, KEY, plain);
    kernel.run(0, weeks, 'events');
    const whole = kernel.series();
    kernel.begin(market, KEY, plain);
    for (let t = 0; t < weeks; t++) {
      kernel.passOnly(t);
      kernel.eventsOnly(t);
    }
    expectSame({ ...kernel.series(), activeBefore: whole.activeBefore }, whole);
  });
});

describe('watching', () => {
  test('changes nothing that happens', () => {
    const watched = run(kernel, 'all');
    const states = (['T', 'H', 'V', 'att', 'dm', 'st', 'plan', 'pz'] as const).map((name) =>
      kernel.states(name),
    );
    const unwatched = run(kernel, 'events');
    for (const name of [
      'active',
      'exits',
      'complaints',
      'broadcast',
      'joins',
      'fatigue',
    ] as const)
      expect(seriesOf(unwatched, name)).toEqual(seriesOf(watched, name));
    expect(
      (['T', 'H', 'V', 'att', 'dm', 'st', 'plan', 'pz'] as const).map((name) =>
        kernel.states(name),
      ),
    ).toEqual(states);
  });
});

describe('one seed', () => {
  test('is one past, up to the week in which the decision can first matter', () => {
    const later = { ...turmoil, decisions: turmoil.decisions.filter(({ week }) => week < 20) };
    const [a, b] = [compileLevers(turmoil), compileLevers(later)].map((levers) => {
      kernel.begin(market, KEY, levers);
      kernel.run(0, weeks, 'all');
      return kernel.series().table;
    });
    const shared = (historyWeeks + 20) * columnsFor(market.segments.length);
    expect(a?.slice(0, shared)).toEqual(b?.slice(0, shared));
    expect(a?.slice(shared)).not.toEqual(b?.slice(shared));
  });

  test('is not another', () => {
    const one = run(kernel);
    kernel.begin(market, keyOf('runs', 1), table);
    kernel.run(0, weeks, 'all');
    expect(kernel.series().table).not.toEqual(one.table);
  });
});
