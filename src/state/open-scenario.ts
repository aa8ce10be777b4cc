/** A scenario from the reader's disk. */
import { parseScenarioText } from '../model/parse.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Notice } from './notice.ts';

export interface Opened {
  /** Absent if the file was refused: nothing changes then. */
  readonly scenario?: Scenario;
  readonly notice: Notice | null;
}

/** The longest scenario that the rules allow has a small part of it. */
export const SCENARIO_LIMIT_BYTES = 4 * 1024 * 1024;

/** Reads the file. Never throws for what stands in it: one that cannot be used is answered with a notice. */
export async function openScenario(file: File): Promise<Opened> {
  const { name, size } = file;
  if (size > SCENARIO_LIMIT_BYTES)
    return {
      notice: { kind: 'largeScenario', file: name, limitBytes: SCENARIO_LIMIT_BYTES },
    };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { notice: { kind: 'unreadableFile', file: name } };
  }
  const parsed = parseScenarioText(text);
  if (parsed.ok) return { scenario: parsed.scenario, notice: null };
  return { notice: { kind: 'refusedScenario', file: name, problems: parsed.problems } };
}
