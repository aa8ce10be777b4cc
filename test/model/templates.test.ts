/** Templates without a decision: their base rates against published ones (MODEL.md, F12). */
import { beforeAll, describe, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import { marketOf } from '../../src/engine/market.ts';
import { keyOf } from '../../src/engine/seed.ts';
import { seriesOf } from '../../src/engine/series.ts';
import { compileLevers } from '../../src/model/levers.ts';
import { parametersWith } from '../../src/model/parameters.ts';
import { parseScenario } from '../../src/model/parse.ts';
import { SEGMENT_DEFAULTS, TEMPLATES, TEMPLATE_NAMES } from '../../src/model/templates.ts';
import type { TemplateName } from '../../src/model/templates.ts';

const RUNS = 4;
const YEAR = 52;

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

interface Rates {
  /** Exits per customer and month. */
  readonly churn: number;
  /** Share of the first customers who are still there after a year, without a break. */
  readonly kept: number;
  /** Customers after two years per customer at first. */
  readonly base: number;
}

function nothingHappens(template: TemplateName): Rates {
  const parsed = parseScenario({
    ...{ version: 1, name: template, seed: 'base rates', horizon: 2 * YEAR, customers: 5000 },
    ...{ runs: RUNS, template, decisions: [], buffers: [] },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const levers = compileLevers(parsed.scenario, { historyWeeks: 0 });
  const runs = Array.from({ length: RUNS }, (_, run): Rates => {
    kernel.begin(marketOf(parsed.scenario), keyOf('base rates', run), levers);
    const before = kernel.active();
    const atFirst = kernel.states('st');
    kernel.run(0, YEAR, 'all');
    const [st, attempts] = [kernel.states('st'), kernel.states('nE')];
    const kept = atFirst.filter(
      (was, id) => was + (st[id] ?? NaN) + (attempts[id] ?? NaN) === 0,
    );
    kernel.run(YEAR, 2 * YEAR, 'all');
    const series = kernel.series();
    const active = [before, ...seriesOf(series, 'active')];
    const exits = seriesOf(series, 'exits');
    const weekly = exits.reduce((sum, left, t) => sum + left / (active[t] ?? NaN), 0);
    return {
      churn: (weekly / (2 * YEAR)) * (YEAR / 12),
      kept: kept.length / before,
      base: kernel.active() / before,
    };
  });
  const mean = (rate: keyof Rates) => runs.reduce((sum, run) => sum + run[rate], 0) / RUNS;
  return { churn: mean('churn'), kept: mean('kept'), base: mean('base') };
}

const between = (value: number, low: number, high: number) => {
  expect(value).toBeGreaterThan(low);
  expect(value).toBeLessThan(high);
};

describe('without a decision', () => {
  test('streaming loses 2 to 5.5 % a month, and keeps 45 to 65 % for a year', () => {
    const { churn, kept, base } = nothingHappens('streaming');
    between(churn, 0.02, 0.055);
    between(kept, 0.45, 0.65);
    between(base, 0.95, 1.05);
  });

  test.each([
    ['saas', 0.005, 0.01],
    ['telco', 0.007, 0.011],
    // No published band: the two are held to what MODEL.md says of them.
    ['community', 0.006, 0.01],
    ['general', 0.012, 0.016],
  ] as const)(
    '%s loses %d to %d of its customers a month, and stays level',
    (name, low, high) => {
      const { churn, base } = nothingHappens(name);
      between(churn, low, high);
      between(base, 0.95, 1.05);
    },
  );

  test('commodity shrinks, as MODEL.md says: only the twin is a fair comparison', () => {
    const { churn, base } = nothingHappens('commodity');
    between(churn, 0.023, 0.031);
    between(base, 0.82, 0.9);
  });
});

describe('segments', () => {
  test.each(TEMPLATE_NAMES)(
    'shares of %s add up to 1, and parts of the switching cost too',
    (name) => {
      const { segments } = TEMPLATES[name];
      expect(segments.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      for (const segment of segments) {
        const { data = NaN, fear = NaN, contract = NaN } = { ...SEGMENT_DEFAULTS, ...segment };
        expect(data + fear + contract).toBeCloseTo(1, 12);
      }
      expect(new Set(segments.map((segment) => segment.name)).size).toBe(segments.length);
    },
  );

  test.each(TEMPLATE_NAMES.filter((name) => name !== 'commodity'))(
    '%s has a high-value segment, served in person, that hardly complains',
    (name) => {
      const silent = TEMPLATES[name].segments.filter(({ bond }) => bond === 1);
      expect(silent).toHaveLength(1);
      const [{ arpu = 1, voice = 1 } = {}] = silent;
      expect(arpu).toBeGreaterThan(1);
      expect(voice).toBeLessThanOrEqual(0.2);
    },
  );

  test.each(TEMPLATE_NAMES)('%s leaves people who are neither customers nor gone', (name) => {
    const { actShare, leftShare } = parametersWith(TEMPLATES[name].parameters);
    expect(actShare + leftShare).toBeLessThan(1);
  });
});
