/** The only type that both ends of a worker share. Everything in it can be cloned. */
import type { CliffRun, Timeline } from '../src/assess/assessment.ts';
import type { Scenario } from '../src/model/scenario.ts';

/** The decision at one size, in one run, week by week. */
export interface DecisionRun {
  readonly run: number;
  /** Size of the selected decision. */
  readonly size: number;
  /** Loss against the do-nothing twin at the horizon. */
  readonly loss: number;
  readonly timeline: Timeline;
  /** Monthly churn of the do-nothing twin. */
  readonly twinChurn: readonly number[];
  /** Revenue over the horizon against the twin's: -0.1 is a tenth less. */
  readonly revenueChange: number;
}

export interface SimulationApi {
  /** One seed over all sizes of the selected decision. */
  cliff(scenario: Scenario, run: number, doses: readonly number[]): Promise<CliffRun>;
  /** One seed at one size, with everything the timeline shows. */
  decision(scenario: Scenario, run: number, size: number): Promise<DecisionRun>;
}
