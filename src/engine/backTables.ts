/** The lever tables of a scenario whose decisions are gone back on, one for each week in which that may happen. */
import { compileLevers } from '../model/levers.ts';
import type { LeverTable } from '../model/levers.ts';
import type { Scenario } from '../model/scenario.ts';
import { firstDifference } from '../model/twin.ts';

export interface BackTables {
  /** Levers of those who keep to the decision. */
  readonly kept: LeverTable;
  /** Levers of those who go back in a week, unannounced (MODEL.md 7.7). */
  from(week: number): BackTable;
}

export interface BackTable {
  readonly levers: LeverTable;
  /** Rows before it are the same as without going back: a state of that row can be continued. */
  readonly shared: number;
}

/** Beyond it, tables are compiled again each time they are asked for. */
const REMEMBERED_BYTES = 64 * 2 ** 20;

/** @param tripWeek first week without a pilot's decision, where a tripwire ended it; Infinity if none did */
export function backTables(scenario: Scenario, tripWeek: number): BackTables {
  const kept = compileLevers(scenario, { tripWeek });
  const bytes = kept.blocks.byteLength + kept.globals.byteLength;
  const known = new Map<number, BackTable>();
  const compile = (week: number): BackTable => {
    // Once the decision is gone back on, there is nothing left for the wire to stop.
    const tripped = tripWeek <= week ? tripWeek : Infinity;
    const levers = compileLevers(scenario, { goBackWeek: week, tripWeek: tripped });
    return {
      levers,
      shared: Math.min(week + kept.historyWeeks, firstDifference(kept, levers)),
    };
  };
  return {
    kept,
    from(week) {
      const table = known.get(week) ?? compile(week);
      if (known.size * bytes < REMEMBERED_BYTES) known.set(week, table);
      return table;
    },
  };
}
