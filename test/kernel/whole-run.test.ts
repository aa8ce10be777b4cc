/** The page carried through whole runs beside the kernel: only the events are the kernel's. */
import { beforeAll, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import { marketOf } from '../../src/engine/market.ts';
import { keyOf } from '../../src/engine/seed.ts';
import type { State } from '../../src/model/customer.ts';
import { compileLevers } from '../../src/model/levers.ts';
import type { Buffer, Decision, Scenario } from '../../src/model/scenario.ts';
import type { TemplateName } from '../../src/model/templates.ts';
import { week } from '../../src/model/week.ts';
import { STATES, passShared, situationOf, statesOf, traitsOf } from './cases.ts';
import type { Page } from './agreement.ts';

const WEEKS = 80;
let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

const scenario = (
  template: TemplateName,
  decisions: Decision[],
  buffers: Buffer[],
): Scenario => ({
  ...{ version: 1, name: 'whole run', seed: '7', horizon: WEEKS - 26, customers: 300, runs: 1 },
  ...{ template, decisions, buffers },
});

const STREAMING = scenario(
  'streaming',
  [{ kind: 'price', week: 0, change: 0.45 }],
  [{ kind: 'notice', weeks: 0 }],
);
const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'streaming with a steep rise': STREAMING,
  'everything at once in the general market': scenario(
    'general',
    [
      { kind: 'price', week: 4, change: 0.3 },
      { kind: 'featureCut', week: 8, breadth: 0.5, depth: 0.4 },
      { kind: 'shock', week: 10, size: 0.3 },
      { kind: 'ads', week: 12, load: 0.3, ramp: 6 },
      { kind: 'friction', week: 0, level: 0.3 },
      { kind: 'overPromise', week: 6, size: 0.2, share: 0.5 },
    ],
    [
      { kind: 'litePlan', week: 4, price: 0.7, value: 0.75 },
      { kind: 'pause', week: 4, weeks: 6, price: 0.1 },
      { kind: 'explanation', week: 4, strength: 0.5 },
      { kind: 'saveDesk', week: 0, mode: 'listen', strength: 0.3 },
    ],
  ),
  'telco with annual plans and a price that comes back down': scenario(
    'telco',
    [{ kind: 'price', week: 2, change: 0.4, revert: 30 }],
    [{ kind: 'grandfathering', week: 2, share: 0.3, weeks: 20 }],
  ),
};

interface Events {
  /** "customer@week" of every exit due, return and joining. */
  readonly page: ReadonlySet<string>;
  readonly kernel: ReadonlySet<string>;
}

/** Runs the scenario in the kernel, and the page from the same start, week after week. */
function eventsOf(chosen: Scenario, page: Page): Events {
  const market = marketOf(chosen);
  const table = compileLevers(chosen);
  kernel.begin(market, keyOf(chosen.seed, 0), table);
  const who = traitsOf(kernel);
  let own = statesOf(kernel);
  const events = { page: new Set<string>(), kernel: new Set<string>() };
  for (let t = 0; t < WEEKS; t++) {
    const shared = passShared(kernel, market, table, t);
    const passed = statesOf(kernel);
    for (const id of kernel.listed().events) events.kernel.add(`${id}@${t}`);
    kernel.eventsOnly(t);
    const after = statesOf(kernel);
    own = own.map((_, id) => {
      const { next, event } = page(situationOf(id, who, own, shared));
      if (event) events.page.add(`${id}@${t}`);
      return withEvents(next, passed[id], after[id]);
    });
  }
  return events;
}

const ADDED_TO: ReadonlySet<string> = new Set(['nl', 'xl', 'dm']);

/** What the events changed, changed in the page's own state as well. */
function withEvents(own: State, before: State | undefined, after: State | undefined): State {
  const changed: Record<string, number> = { ...own };
  if (before && after)
    for (const name of STATES)
      if (before[name] !== after[name])
        changed[name] = ADDED_TO.has(name)
          ? own[name] + after[name] - before[name]
          : after[name];
  return changed as unknown as State;
}

const agreement = ({ page, kernel: made }: Events): number =>
  [...made].filter((event) => page.has(event)).length / Math.max(page.size, made.size);

test.each(Object.entries(SCENARIOS))(
  '%s: the page foresees the week of every event',
  (_, chosen) => {
    const events = eventsOf(chosen, week);
    expect(events.kernel.size).toBeGreaterThan(80);
    expect(agreement(events)).toBeGreaterThanOrEqual(0.999);
  },
);

test.each([
  ['rho 1 % larger', 'rho', 1.01],
  ['psi with the sign turned', 'psi', -1],
] as const)('a page with %s does not', (_wrong, name, factor) => {
  const page: Page = (given) =>
    week({ ...given, par: { ...given.par, [name]: given.par[name] * factor } });
  expect(agreement(eventsOf(STREAMING, page))).toBeLessThan(0.999);
});
