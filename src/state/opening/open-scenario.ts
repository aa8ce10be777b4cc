/** A scenario from the reader's disk, or a file of many. */
import { isLibraryFile } from '../../data/library/file.ts';
import { parseJson, parseScenario } from '../../model/parse.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Notice } from '../notice.ts';

export interface Opened {
  /** Absent if the file was refused: nothing changes then. */
  readonly scenario?: Scenario;
  readonly notice: Notice | null;
  /** It holds many: they are for the library. */
  readonly isLibrary?: boolean;
}

/** The longest scenario that the rules allow has a small part of it. */
export const SCENARIO_LIMIT_BYTES = 4 * 1024 * 1024;
const BEGINNING_BYTES = 200;

/** Reads the file. Never throws for what stands in it: one that cannot be used is answered with a notice. */
export async function openScenario(file: File): Promise<Opened> {
  const { name, size } = file;
  if (size > SCENARIO_LIMIT_BYTES) return large(file);
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { notice: { kind: 'unreadableFile', file: name } };
  }
  const json = parseJson(text, 'scenario');
  if (json.ok && isLibraryFile(json.value)) return { notice: null, isLibrary: true };
  const parsed = json.ok ? parseScenario(json.value) : json;
  if (parsed.ok) return { scenario: parsed.scenario, notice: null };
  return { notice: { kind: 'refusedScenario', file: name, problems: parsed.problems } };
}

/** As many scenarios as a library can have may be larger than one alone. */
async function large(file: File): Promise<Opened> {
  const begin = await file
    .slice(0, BEGINNING_BYTES)
    .text()
    .catch(() => '');
  if (/^\uFEFF?\s*\{\s*"library"\s*:/.test(begin)) return { notice: null, isLibrary: true };
  return {
    notice: { kind: 'largeScenario', file: file.name, limitBytes: SCENARIO_LIMIT_BYTES },
  };
}
