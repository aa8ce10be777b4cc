/** The only type that both ends of a worker share. Everything in it can be cloned. */
import type { CliffRun, DecisionRun, HazardFit } from '../src/assess/assessment.ts';
import type { RunSeries } from '../src/engine/series.ts';
import type { Scenario } from '../src/model/scenario.ts';

export type { CliffRun, DecisionRun };

export interface SimulationApi {
  /** One seed over all sizes of the selected decision. */
  cliff(scenario: Scenario, run: number, doses: readonly number[]): Promise<CliffRun>;
  /** One seed at one size, with everything the timeline shows. */
  decision(scenario: Scenario, run: number, size: number): Promise<DecisionRun>;
  /** All weekly figures of one seed, decision and buffers as they are in the scenario. */
  series(scenario: Scenario, run: number): Promise<RunSeries>;
  /** Everyday hazards that reproduce the observed churn per month of each segment. */
  hazards(scenario: Scenario, observed: readonly (number | null)[]): Promise<HazardFit>;
  /** What one seed yields for a stylised fact; only that fact can read it. */
  fact(id: string, seed: string): Promise<unknown>;
}
