/**
 * A scenario as the library keeps it. Records carry a version of their own and are converted step by step; what
 * is read from the storage is validated like any scenario that comes from outside.
 */
import * as v from 'valibot';
import { parseScenario } from '../../model/parse.ts';
import type { Problem, Scenario } from '../../model/scenario.ts';
import type { TemplateName } from '../../model/templates.ts';

export const RECORD_VERSION = 1;

/** How a decision stood when all its runs were done. */
export const CHIPS = ['above', 'near', 'past'] as const;
export type Chip = (typeof CHIPS)[number];

export interface ScenarioRecord {
  readonly id: string;
  readonly version: typeof RECORD_VERSION;
  /** Name of the scenario. */
  readonly name: string;
  /** Of the last edit, in milliseconds since 1970. */
  readonly time: number;
  readonly template: TemplateName | null;
  /** Null until the runs of the scenario as it is were done. */
  readonly verdict: Chip | null;
  /** Counts the edits that were kept, from 1 on. */
  readonly revision: number;
  readonly scenario: Scenario;
}

/** From the record of one version to that of the next. May throw: what it cannot convert is damaged. */
export type RecordConverter = (record: Readonly<Record<string, unknown>>) => unknown;

/** The present version, and how to get there from each earlier one. */
export interface RecordFormat {
  readonly version: number;
  readonly converters: Readonly<Record<number, RecordConverter>>;
}

/**
 * Version 0 is what a file of one scenario holds and nothing else; all that a record says beside comes from the
 * scenario itself.
 */
const FORMAT: RecordFormat = {
  version: RECORD_VERSION,
  converters: { 0: ({ id, scenario }) => ({ id, version: 1, time: 0, revision: 1, scenario }) },
};

export type RecordRead =
  | { readonly ok: true; readonly record: ScenarioRecord; readonly converted: boolean }
  /** Kept by a newer version of the program: whole, but not for this one. */
  | Unread<true>
  | Unread<false>;

interface Unread<Newer extends boolean> {
  readonly ok: false;
  readonly newer: Newer;
  /** What can still be read of its name, perhaps nothing. */
  readonly name: string;
  /** The first thing that is wrong with it. */
  readonly problem: Problem;
}

const ID_LIMIT = 100;
const NAME_TOLD = 80;

/** What the list shows is no reason to give up a scenario: where it is broken, it is made anew. */
const Kept = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(ID_LIMIT)),
  time: v.fallback(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(8.64e15)), 0),
  verdict: v.fallback(v.nullable(v.picklist(CHIPS)), null),
  revision: v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(1)), 1),
});

/** The record of a scenario. */
export const recordOf = (
  scenario: Scenario,
  kept: Pick<ScenarioRecord, 'id' | 'time' | 'verdict' | 'revision'>,
): ScenarioRecord => ({
  ...kept,
  version: RECORD_VERSION,
  name: scenario.name,
  template: scenario.template ?? null,
  scenario,
});

/** Reads what stands in the storage or in a file of the library. Never throws for it. */
export function readRecord(value: unknown, format: RecordFormat = FORMAT): RecordRead {
  const plain = plainOf(value);
  const name = nameIn(plain);
  if (!plain) return damaged(name, { path: 'record', received: value, expected: 'an object' });
  const { version } = plain;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0)
    return damaged(name, {
      path: 'version',
      received: version,
      expected: `a whole number from 0 to ${format.version}`,
    });
  if (version > format.version)
    return { ok: false, newer: true, name, problem: newerProblem(version, format) };
  return finished(plain, version, format, name);
}

function finished(
  plain: Readonly<Record<string, unknown>>,
  version: number,
  format: RecordFormat,
  name: string,
): RecordRead {
  const current = converted(plain, version, format);
  if (!current)
    return damaged(name, {
      path: 'record',
      received: plain,
      expected: `a record of version ${version} that can be converted`,
    });
  const kept = v.safeParse(Kept, current);
  if (!kept.success)
    return damaged(name, {
      path: 'id',
      received: current.id,
      expected: `a text of 1 to ${ID_LIMIT} characters`,
    });
  const parsed = parseScenario(current.scenario);
  if (!parsed.ok) return damaged(name, parsed.problems[0]);
  const record = recordOf(parsed.scenario, kept.output);
  return { ok: true, record, converted: version < format.version };
}

function converted(
  plain: Readonly<Record<string, unknown>>,
  from: number,
  { version, converters }: RecordFormat,
): Readonly<Record<string, unknown>> | null {
  let current: Readonly<Record<string, unknown>> | null = plain;
  for (let at = from; at < version && current; at++) {
    try {
      current = plainOf(converters[at]?.(current));
    } catch {
      return null;
    }
  }
  return current;
}

const newerProblem = (received: number, { version }: RecordFormat): Problem => ({
  path: 'version',
  received,
  expected: `at most ${version}: this scenario comes from a newer version of Thermocline; update the program to open it`,
});

const NO_SCENARIO: Problem = { path: 'scenario', received: undefined, expected: 'an object' };

const damaged = (name: string, problem: Problem = NO_SCENARIO): RecordRead => ({
  ...{ ok: false, newer: false, name, problem },
});

/** A storage holds more than JSON does, such as dates, circles and huge integers. */
export function plainOf(value: unknown): Readonly<Record<string, unknown>> | null {
  try {
    const plain = JSON.parse(JSON.stringify(value) ?? 'null') as unknown;
    return typeof plain === 'object' && plain !== null && !Array.isArray(plain)
      ? (plain as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** The name of a record that cannot be read, as far as it can be. */
function nameIn(plain: Readonly<Record<string, unknown>> | null): string {
  const { name, scenario } = plain ?? {};
  const inner =
    typeof scenario === 'object' && scenario && 'name' in scenario ? scenario.name : '';
  return [name, inner].find((each) => typeof each === 'string')?.slice(0, NAME_TOLD) ?? '';
}
