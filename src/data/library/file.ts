/** Scenarios as a file: one alone, as every other part of the program reads it, or the whole library. */
import { parseScenario, sentenceOf } from '../../model/parse.ts';
import type { Scenario } from '../../model/scenario.ts';
import { plainOf, readRecord } from './record.ts';
import type { ScenarioRecord } from './record.ts';

export const FILE_ENDING = '.thermocline.json';
export const LIBRARY_FILE_VERSION = 1;
/** Characters; a library of a thousand scenarios has about three million. */
const TEXT_LIMIT = 64 * 1024 * 1024;

/** What of a file could not be taken: the name of the scenario if it has one, and why. */
export interface FileTrouble {
  readonly name: string;
  readonly reason: string;
}

export type LibraryFileRead =
  | {
      readonly ok: true;
      readonly records: readonly ScenarioRecord[];
      readonly refused: readonly FileTrouble[];
    }
  | { readonly ok: false; readonly problems: readonly string[] };

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
    return {
      ok: false,
      problems: [`file: received ${text.length} characters, expected at most ${TEXT_LIMIT}`],
    };
  let input: unknown;
  try {
    input = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [`file: received no JSON (${reason})`] };
  }
  const plain = plainOf(input);
  return plain && 'library' in plain ? many(plain, newId) : one(input, newId);
}

function one(input: unknown, newId: () => string): LibraryFileRead {
  const parsed = parseScenario(input);
  if (!parsed.ok) return { ok: false, problems: parsed.problems.map(sentenceOf) };
  const read = readRecord({ version: 0, id: newId(), scenario: parsed.scenario });
  return read.ok
    ? { ok: true, records: [read.record], refused: [] }
    : { ok: false, problems: [read.reason] };
}

function many(
  { library, records }: Readonly<Record<string, unknown>>,
  newId: () => string,
): LibraryFileRead {
  if (library !== LIBRARY_FILE_VERSION)
    return { ok: false, problems: [versionSentence(library)] };
  if (!Array.isArray(records))
    return {
      ok: false,
      problems: ['records: expected a list of the scenarios that the file holds'],
    };
  const reads = records.map((record) => readRecord(withId(record, newId)));
  return {
    ok: true,
    records: reads.flatMap((read) => (read.ok ? [read.record] : [])),
    refused: reads.flatMap((read) => (read.ok ? [] : [read])),
  };
}

const versionSentence = (received: unknown): string =>
  typeof received === 'number' && received > LIBRARY_FILE_VERSION
    ? `library: received ${received}, expected at most ${LIBRARY_FILE_VERSION}: this file comes from a newer version of Thermocline; update the program to open it`
    : `library: received ${JSON.stringify(received).slice(0, 40)}, expected ${LIBRARY_FILE_VERSION}`;

const withId = (record: unknown, newId: () => string): unknown =>
  typeof record === 'object' && record !== null ? { ...record, id: newId() } : record;
