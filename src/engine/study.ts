/** A scenario made ready to run: its market, its do-nothing twin, and its levers at any size. */
import { doseOf, largestDose, withDose } from '../model/dose.ts';
import type { SizedKind } from '../model/dose.ts';
import { compileLevers } from '../model/levers.ts';
import type { LeverTable } from '../model/levers.ts';
import type { Scenario } from '../model/scenario.ts';
import { doNothing, firstDifference } from '../model/twin.ts';
import { backTables } from './backTables.ts';
import type { BackTables } from './backTables.ts';
import { marketOf } from './market.ts';
import type { Market } from './market.ts';
import { selectedOf } from './selected.ts';

export interface Study {
  readonly scenario: Scenario;
  readonly market: Market;
  /** Index of the decision whose size is varied. */
  readonly selected: number;
  /** Its kind, and the largest size that means something for it. */
  readonly kind: SizedKind;
  readonly limit: number;
  /** Its size in the scenario. */
  readonly size: number;
  readonly twin: LeverTable;
  /** The scenario with the selected decision at another size. */
  at(dose: number): Scenario;
  /** Levers of the scenario with the selected decision at another size. Compiled once per size. */
  levers(dose: number): LeverTable;
  /** First simulated week in which a decision of this size can matter; the twin's weeks before serve it. */
  fork(dose: number): number;
  /**
   * Levers of the scenario with the selected decision at a size, kept to or gone back on.
   * @param tripWeek first week without a pilot's decision, where a tripwire ended it
   */
  goingBack(dose: number, tripWeek?: number): BackTables;
}

/**
 * @throws Error if no decision of the scenario has a size to vary
 */
export function studyOf(scenario: Scenario): Study {
  const { index: selected, kind } = selectedOf(scenario);
  const size = doseOf(scenario, selected);
  const nothing = doNothing(scenario);
  const twin = compileLevers(nothing, historyOf(scenario));
  const tables = new Map<number, LeverTable>();
  const at = (dose: number): Scenario =>
    dose === size ? scenario : withDose(scenario, selected, dose);
  const levers = (dose: number): LeverTable => {
    const table = tables.get(dose) ?? compileLevers(at(dose));
    tables.set(dose, table);
    return table;
  };
  const fork = (dose: number): number => firstDifference(twin, levers(dose));
  const backs = new Map<string, BackTables>();
  const goingBack = (dose: number, tripWeek = Infinity): BackTables => {
    const key = `${dose} ${tripWeek}`;
    const tables = backs.get(key) ?? backTables(at(dose), tripWeek);
    backs.set(key, tables);
    return tables;
  };
  return {
    scenario,
    market: marketOf(scenario),
    selected,
    kind,
    limit: largestDose(scenario, selected),
    size,
    twin,
    at,
    levers,
    fork,
    goingBack,
  };
}

/** The twin begins as early as the scenario does, whatever its own entries would ask for. */
function historyOf(scenario: Scenario): { historyWeeks: number } {
  return { historyWeeks: compileLevers(scenario).historyWeeks };
}
