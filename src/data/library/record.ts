/**
 * A scenario as the library keeps it. Records carry a version of their own and are converted step by step; what
 * is read from the storage is validated like any scenario that comes from outside.
 */
import * as v from 'valibot';
import { parseScenario, sentenceOf } from '../../model/parse.ts';
import type { Scenario } from '../../model/scenario.ts';
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
  | { readonly ok: false; readonly newer: true; readonly name: string; readonly reason: string }
  /** `name` is what can still be read of it, perhaps nothing; `reason` is a sentence for experts. */
  | {
      readonly ok: false;
      readonly newer: false;
      readonly name: string;
      readonly reason: string;
    };

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
  if (!plain) return damaged(name, 'it is no record');
  const { version } = plain;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0)
    return damaged(name, `version: received ${JSON.stringify(version) ?? 'nothing'}`);
  if (version > format.version)
    return { ok: false, newer: true, name, reason: `version ${version}` };
  return finished(plain, version, format, name);
}

function finished(
  plain: Readonly<Record<string, unknown>>,
  version: number,
  format: RecordFormat,
  name: string,
): RecordRead {
  const current = converted(plain, version, format);
  const kept = v.safeParse(Kept, current);
  if (!current || !kept.success) return damaged(name, 'it cannot be converted');
  const parsed = parseScenario(current.scenario);
  if (!parsed.ok) return damaged(name, parsed.problems.slice(0, 1).map(sentenceOf).join());
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

const damaged = (name: string, reason: string): RecordRead => ({
  ...{ ok: false, newer: false, name, reason },
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
