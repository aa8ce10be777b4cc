/** At which setting a fix was tried, in the names that a scenario has for it. */
import type { Buffer, Decision, Scenario } from '../model/scenario.ts';

/** Names and values of an entry of a scenario: its strength, its weeks; not its kind, nor when or whom it reaches. */
export type Setting = Readonly<Record<string, number | string | boolean>>;

const ELSEWHERE = ['kind', 'week', 'segments'];

/** What the fixed scenario has and the scenario has not; of an entry that was only changed, what was changed. */
export function settingOf(scenario: Scenario, fixed: Scenario): Setting {
  const buffer = added(scenario.buffers, fixed.buffers);
  if (buffer) return valuesOf(buffer, {});
  const decision = added(scenario.decisions, fixed.decisions);
  if (!decision) return {};
  const before = scenario.decisions[fixed.decisions.indexOf(decision)];
  return valuesOf(decision, before ?? {});
}

function added<Entry extends Buffer | Decision>(
  before: readonly Entry[],
  after: readonly Entry[],
): Entry | undefined {
  const known = new Set(before.map((entry) => JSON.stringify(entry)));
  return after.find((entry) => !known.has(JSON.stringify(entry)));
}

function valuesOf(entry: object, before: object): Setting {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(entry).filter(
      (pair): pair is [string, number | string | boolean] =>
        !ELSEWHERE.includes(pair[0]) &&
        typeof pair[1] !== 'object' &&
        old.get(pair[0]) !== pair[1],
    ),
  );
}
