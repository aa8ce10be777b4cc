/** One seed's people, drawn once, and any number of plans tried on them from the same first week. */
import type { Kernel, Measures, Snapshot } from '../../engine/kernel.ts';
import { marketOf } from '../../engine/market.ts';
import { keyOf } from '../../engine/seed.ts';
import { seriesOf } from '../../engine/series.ts';
import type { RunSeries } from '../../engine/series.ts';
import { compileLevers } from '../../model/levers.ts';
import type { CompileOptions } from '../../model/levers.ts';
import type { ParameterOverrides } from '../../model/parameters.ts';
import type { Buffer, Decision, DecisionOf, Scenario } from '../../model/scenario.ts';
import type { TemplateName } from '../../model/templates.ts';

/** Week of the decision, unless a fact says otherwise; weeks of an answer count from it. */
export const DECISION_WEEK = 8;
export const CUSTOMERS = 5000;

export interface MarketChoice {
  readonly template: TemplateName;
  readonly parameters?: ParameterOverrides;
  /** People in the market; 5,000 by default. */
  readonly customers?: number;
  /** Weeks simulated before week 0; none by default. */
  readonly historyWeeks?: number;
  /** What was decided in them. */
  readonly past?: readonly Decision[];
}

/** What is decided, and what softens it; nothing by default. */
export interface Plan {
  readonly decisions?: readonly Decision[];
  readonly buffers?: readonly Buffer[];
}

export const NOTHING: Plan = {};

/** A price rise; 0.2 is 20 %. */
export const rise = (change: number, week = DECISION_WEEK): DecisionOf<'price'> => ({
  kind: 'price',
  week,
  change,
});

/** A price rise and nothing else. */
export const risePlan = (change: number): Plan => ({ decisions: [rise(change)] });

export class People {
  readonly #kernel: Kernel;
  readonly #market: Scenario;
  readonly #historyWeeks: number;
  readonly #start: Snapshot;

  /**
   * Draws the people. They live in the kernel until the next ones are drawn.
   * @param weeks longest run that will be asked for, from week 0
   */
  constructor(kernel: Kernel, seed: string, choice: MarketChoice, weeks: number) {
    this.#kernel = kernel;
    this.#historyWeeks = choice.historyWeeks ?? 0;
    this.#market = quietMarket(seed, choice, weeks);
    kernel.begin(marketOf(this.#market), keyOf(seed, 0), this.#levers(NOTHING, weeks));
    this.#start = kernel.snapshot(0);
  }

  /** The history and weeks 0 to `weeks` - 1: customers, exits, complaints; the other series are not a number. */
  run(plan: Plan, weeks = this.#market.horizon): RunSeries {
    return this.#simulate(plan, weeks, 'events');
  }

  /** The same with every series. */
  watch(plan: Plan, weeks = this.#market.horizon, options: CompileOptions = {}): RunSeries {
    return this.#simulate(plan, weeks, 'all', options);
  }

  /** Active customers at the end of a week. */
  active(plan: Plan, week: number): number {
    this.#simulate(plan, week + 1, 'events');
    return this.#kernel.active();
  }

  /** From week 0 on moves the people one week at a time, and looks at them after each. */
  follow(plan: Plan, weeks: number, look: (kernel: Kernel, week: number) => void): RunSeries {
    this.#restart(plan, weeks);
    this.#kernel.run(0, this.#historyWeeks, 'events');
    for (let week = 0; week < weeks; week++) {
      const t = this.#historyWeeks + week;
      this.#kernel.run(t, t + 1, 'events');
      look(this.#kernel, week);
    }
    return this.#kernel.series();
  }

  #simulate(
    plan: Plan,
    weeks: number,
    measures: Measures,
    options?: CompileOptions,
  ): RunSeries {
    this.#restart(plan, weeks, options);
    this.#kernel.run(0, this.#historyWeeks + weeks, measures);
    return this.#kernel.series();
  }

  #restart(plan: Plan, weeks: number, options?: CompileOptions): void {
    if (weeks > this.#market.horizon)
      throw new RangeError(
        `weeks: received ${weeks}, expected at most the ${this.#market.horizon} drawn for`,
      );
    this.#kernel.restore(this.#start);
    this.#kernel.setLevers(this.#levers(plan, weeks, options));
  }

  #levers({ decisions = [], buffers = [] }: Plan, horizon: number, options?: CompileOptions) {
    const { decisions: past } = this.#market;
    const scenario: Scenario = {
      ...this.#market,
      horizon,
      decisions: [...past, ...decisions],
      buffers: [...buffers],
    };
    return compileLevers(scenario, { ...options, historyWeeks: this.#historyWeeks });
  }
}

function quietMarket(seed: string, choice: MarketChoice, horizon: number): Scenario {
  const { template, parameters = {}, customers = CUSTOMERS, past = [] } = choice;
  return {
    version: 1,
    name: 'stylised facts',
    seed,
    horizon,
    customers,
    runs: 1,
    template,
    parameters,
    decisions: [...past],
    buffers: [],
  };
}

/** Active customers at the end of each week of a run. */
export const activeOf = (run: RunSeries): Float64Array => seriesOf(run, 'active');

/** Customers lost against another run of the same seed at the end of a week: 0.1 is a tenth. */
export function lossAt(run: RunSeries, twin: RunSeries, week: number): number {
  return 1 - valueAt(activeOf(run), week) / valueAt(activeOf(twin), week);
}

export const valueAt = (values: ArrayLike<number>, index: number): number =>
  values[index] ?? NaN;
