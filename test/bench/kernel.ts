/** How fast the kernel is, by itself. */
import { Kernel } from '../../src/engine/kernel.ts';
import type { Measures } from '../../src/engine/kernel.ts';
import { marketOf } from '../../src/engine/market.ts';
import { keyOf } from '../../src/engine/seed.ts';
import { compileLevers } from '../../src/model/levers.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { week } from '../../src/model/week.ts';
import { passShared, situationOf, statesOf, traitsOf } from '../kernel/cases.ts';
import { addInTurn } from './machine.ts';
import { inTurns } from './timing.ts';
import type { Candidate } from './timing.ts';

const START = 30;
const WEEKS = 40;

/** A rise in the general market: what people look at most. */
export const riseAmong = (customers: number, horizon: number): Scenario => ({
  ...{ version: 1, name: 'bench', seed: 'bench', template: 'general', runs: 1 },
  ...{ customers, horizon },
  decisions: [{ kind: 'price', week: 8, change: 0.2 }],
  buffers: [{ kind: 'notice', weeks: 4 }],
});

interface Opened {
  readonly kernel: Kernel;
  readonly scenario: Scenario;
  readonly begin: () => void;
}

async function opened(customers: number, horizon: number): Promise<Opened> {
  const scenario = riseAmong(customers, horizon);
  const kernel = await Kernel.load();
  const market = marketOf(scenario);
  const table = compileLevers(scenario);
  const begin = () => {
    kernel.begin(market, keyOf(scenario.seed, 0), table);
  };
  begin();
  return { kernel, scenario, begin };
}

/** Customer-weeks a second and core, in millions, where so many took that long. */
export const rate = (customerWeeks: number, milliseconds: number): number =>
  customerWeeks / milliseconds / 1000;

/** The pass over all customers, the whole week, and the page of equations in plain TypeScript. */
export async function weekTimings(customers: number, rounds: number) {
  const { kernel, scenario, begin } = await opened(customers, 112);
  kernel.run(0, START, 'events');
  const from = kernel.snapshot(START);
  const restore = () => {
    kernel.restore(from);
  };
  const whole = (measures: Measures) => () => {
    kernel.run(START, START + WEEKS, measures);
    return kernel.active();
  };
  const situations = situationsAt(kernel, scenario, begin);
  const page: Candidate = {
    name: 'page',
    run: () => situations.reduce((sum, situation) => sum + week(situation).next.T, 0),
  };
  const passes = () => {
    for (let t = START; t < START + WEEKS; t++) kernel.passOnly(t, 'events');
    return kernel.active();
  };
  const timings = await inTurns(
    [
      { name: 'pass', prepare: restore, run: passes },
      { name: 'unwatched', prepare: restore, run: whole('events') },
      { name: 'watched', prepare: restore, run: whole('all') },
      page,
      { name: 'additions', run: addInTurn },
    ],
    rounds,
  );
  return { timings, customerWeeks: { kernel: customers * WEEKS, page: customers } };
}

/** One week of every customer, as the page is given it. */
function situationsAt(kernel: Kernel, scenario: Scenario, begin: () => void) {
  const market = marketOf(scenario);
  const table = compileLevers(scenario);
  const who = traitsOf(kernel);
  const was = statesOf(kernel);
  const shared = passShared(kernel, market, table, START);
  const situations = who.map((_, id) => situationOf(id, who, was, shared));
  begin();
  kernel.run(0, START, 'events');
  return situations;
}

/**
 * Drawing the people and their ties, and a whole run, for several numbers of people side by side; the small ones
 * more often, so that they meet the machine in as many moods as a large one does.
 */
export async function sizeTimings(sizes: readonly number[], horizon: number, rounds: number) {
  const markets = await Promise.all(sizes.map((customers) => opened(customers, horizon)));
  const largest = Math.max(...sizes);
  const candidates = markets.flatMap(({ kernel, scenario, begin }): Candidate[] => {
    const { weeks } = compileLevers(scenario);
    const begun = () => {
      begin();
      return kernel.active();
    };
    const run = () => {
      kernel.run(0, weeks, 'events');
      return kernel.active();
    };
    const both: Candidate[] = [
      { name: `begin ${scenario.customers}`, run: begun },
      { name: `run ${scenario.customers}`, prepare: begin, run },
    ];
    const often = Math.min(20, Math.floor(largest / scenario.customers));
    return Array.from({ length: often }, () => both).flat();
  });
  const timings = await inTurns(candidates, rounds);
  const bytes = Math.max(...markets.map(({ kernel }) => kernel.memoryBytes));
  return { timings, bytes };
}
