/**
 * The work as it was in the moment in which the page was left, for the page that takes its place in the same tab:
 * the library is written a moment after each edit, and a reload may come before that.
 */
import { canonicalJson } from '../../model/canonical.ts';
import { parseScenario } from '../../model/parse.ts';
import type { Scenario } from '../../model/scenario.ts';

const KEY = 'thermocline.last';

/** @param record id of the record that it belongs to */
export function keepForReload(record: string, scenario: Scenario): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ record, scenario }));
  } catch {
    // Private windows and file:// may refuse; what the library holds is what is left.
  }
}

/** What was kept for a record; null where there is nothing, or nothing that can be used. */
export function keptForReload(record: string): Scenario | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as unknown;
    if (typeof kept !== 'object' || kept === null) return null;
    if (!('record' in kept) || kept.record !== record || !('scenario' in kept)) return null;
    const parsed = parseScenario(kept.scenario);
    return parsed.ok ? parsed.scenario : null;
  } catch {
    return null;
  }
}

/** Whether two scenarios say the same, whatever the order of their fields. */
export const saysTheSame = (a: Scenario, b: Scenario): boolean =>
  canonicalJson(a) === canonicalJson(b);
