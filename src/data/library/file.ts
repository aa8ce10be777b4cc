/** Scenarios as a file: one alone, as every other part of the program reads it, or the whole library. */
import { parseScenario, parseJson } from '../../model/parse.ts';
import type { Problem, Scenario } from '../../model/scenario.ts';
import { readRecord } from './record.ts';
import type { ScenarioRecord } from './record.ts';

export const FILE_ENDING = '.thermocline.json';
export const LIBRARY_FILE_VERSION = 1;
/** Characters; a library of a thousand scenarios has about three million. */
const TEXT_LIMIT = 64 * 1024 * 1024;

/** What of a file could not be taken: the name of the scenario if it has one, and why. */
export interface FileTrouble {
  readonly name: string;
  readonly problem: Problem;
}

export type LibraryFileRead =
  | {
      readonly ok: true;
      readonly records: readonly ScenarioRecord[];
      readonly refused: readonly FileTrouble[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The text of a file of one scenario. */
export const scenarioText = (scenario: Scenario): string =>
  `${JSON.stringify(scenario, null, 2)}\n`;

/** The text of a file of all scenarios. */
export const libraryText = (records: readonly ScenarioRecord[]): string =>
  `${JSON.stringify({ library: LIBRARY_FILE_VERSION, records }, null, 1)}\n`;

/** Whatever stands in the storage as a text, for somebody who can mend it. */
export function rawText(value: unknown): string {
  try {
    const printed = (_key: string, part: unknown): unknown =>
      typeof part === 'bigint' ? String(part) : part;
    return `${JSON.stringify(value, printed, 2) ?? 'null'}\n`;
  } catch {
    return `${String(value)}\n`;
  }
}

/**
 * Reads a file of one scenario or of many. Never throws for what stands in it; of many, those that are no
 * scenarios are refused by name, and the others are taken.
 *
 * @param newId for a scenario that comes without one
 */
export function readLibraryFile(text: string, newId: () => string): LibraryFileRead {
  if (text.length > TEXT_LIMIT)
    return refused({
      path: 'file',
      received: text.length,
      expected: `at most ${TEXT_LIMIT} characters`,
    });
  const json = parseJson(text, 'file');
  if (!json.ok) return json;
  return isLibraryFile(json.value) ? many(json.value, newId) : one(json.value, newId);
}

/** Whether what a file holds says of itself that it is a library, of whatever version. */
export const isLibraryFile = (
  value: unknown,
): value is { readonly library: unknown; readonly records?: unknown } =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'library');

function one(input: unknown, newId: () => string): LibraryFileRead {
  const parsed = parseScenario(input);
  if (!parsed.ok) return parsed;
  const read = readRecord({ version: 0, id: newId(), scenario: parsed.scenario });
  return read.ok ? { ok: true, records: [read.record], refused: [] } : refused(read.problem);
}

function many(
  { library, records }: { readonly library: unknown; readonly records?: unknown },
  newId: () => string,
): LibraryFileRead {
  if (library !== LIBRARY_FILE_VERSION) return refused(versionProblem(library));
  if (!Array.isArray(records))
    return refused({ path: 'records', received: records, expected: 'a list' });
  const reads = records.map((record) => readRecord(withId(record, newId)));
  return {
    ok: true,
    records: reads.flatMap((read) => (read.ok ? [read.record] : [])),
    refused: reads.flatMap((read) => (read.ok ? [] : [read])),
  };
}

const refused = (problem: Problem): LibraryFileRead => ({ ok: false, problems: [problem] });

const versionProblem = (received: unknown): Problem => ({
  path: 'library',
  received,
  expected:
    typeof received === 'number' && received > LIBRARY_FILE_VERSION
      ? `at most ${LIBRARY_FILE_VERSION}: this file comes from a newer version of Thermocline; update the program to open it`
      : `${LIBRARY_FILE_VERSION}`,
});

const withId = (record: unknown, newId: () => string): unknown =>
  typeof record === 'object' && record !== null ? { ...record, id: newId() } : record;
