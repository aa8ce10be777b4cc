/** A scenario that a test changes, as the session would. */
import { doseOf, withDose } from '../../src/model/dose.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { Selected, Subject } from '../../src/state/answers/runs.svelte.ts';

export class Changing implements Subject {
  scenario: Scenario = $state.raw() as Scenario;

  constructor(scenario: Scenario) {
    this.scenario = scenario;
  }

  get selected(): Selected | null {
    const decision = this.scenario.decisions[0];
    return decision ? { index: 0, decision, size: doseOf(this.scenario, 0) } : null;
  }

  resize(size: number): Scenario {
    const before = this.scenario;
    this.scenario = withDose(before, 0, size);
    return before;
  }

  replace(fields: Partial<Scenario>): Scenario {
    const before = this.scenario;
    this.scenario = { ...before, ...fields };
    return before;
  }
}
