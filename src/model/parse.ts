/** Reading a scenario: taken whole, or refused whole with every problem found. */
import * as v from 'valibot';
import { problemsOfRules } from './rules.ts';
import type { Draft } from './rules.ts';
import { BufferSchema, DecisionSchema, SCENARIO_VERSION, ScenarioSchema } from './scenario.ts';
import type { Problem, Scenario } from './scenario.ts';
import { withoutSurplus } from './surplus.ts';

export type Parsed =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a scenario from any JSON value. It is taken whole or refused whole: with every problem found, one
 * for each path, never with a guess in place of one.
 */
export function parseScenario(input: unknown): Parsed {
  const unreadable = notAScenario(input);
  if (unreadable) return { ok: false, problems: [unreadable] };
  const surplus: Problem[] = [];
  const known = withoutSurplus(ScenarioSchema, input, '', surplus);
  const result = v.safeParse(ScenarioSchema, known);
  const problems = onePerPath([
    ...surplus,
    ...(result.issues ?? []).map(problemOfIssue),
    ...problemsOfRules(draftOf(known as Record<string, unknown>)),
  ]);
  return result.success && problems.length === 0
    ? { ok: true, scenario: result.output }
    : { ok: false, problems };
}

/** Reads a scenario from a text; text that is not JSON is a problem like any other. */
export function parseScenarioText(text: string): Parsed {
  const json = parseJson(text, 'scenario');
  return json.ok ? parseScenario(json.value) : json;
}

/** @param path what the text is, for the problem that it is no JSON */
export function parseJson(
  text: string,
  path: string,
): { readonly ok: true; readonly value: unknown } | Extract<Parsed, { ok: false }> {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    const received = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    const expected = `JSON (${(error as Error).message})`;
    return { ok: false, problems: [{ path, received, expected }] };
  }
}

/** More than a sentence has room for. */
const ENTRIES_SHOWN = 40;

/** One problem as a sentence: `decisions[1].change: received "lots", expected a number from -0.9 to 3`. */
export function sentenceOf({ path, received, expected }: Problem): string {
  const shown = received === undefined ? 'nothing' : shownValue(received);
  return `${path}: received ${shown}, expected ${expected}`;
}

/** As much of a value as a sentence has room for, as JSON; a number that JSON has no word for (1e400) by its own. */
export function shownValue(received: unknown): string {
  if (typeof received === 'number') return String(received);
  const shown = JSON.stringify(shallow(received)) ?? String(received);
  return shown.length > 80 ? `${shown.slice(0, 79)}…` : shown;
}

/** As much of a value as a sentence shows, however deep it is: a text cannot be made of what is too deep. */
function shallow(value: unknown, levels = 3): unknown {
  // A storage can hold what JSON cannot.
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) return Array.isArray(value) ? '[…]' : '{…}';
  if (Array.isArray(value))
    return value.slice(0, ENTRIES_SHOWN).map((v) => shallow(v, levels - 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, ENTRIES_SHOWN)
      .map(([key, content]) => [key, shallow(content, levels - 1)]),
  );
}

/** What keeps an input from being looked at more closely. */
function notAScenario(input: unknown): Problem | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return { path: 'scenario', received: input, expected: 'an object' };
  const version = 'version' in input ? input.version : undefined;
  if (typeof version !== 'number' || version <= SCENARIO_VERSION) return undefined;
  return {
    path: 'version',
    received: version,
    expected: `at most ${SCENARIO_VERSION}: this scenario comes from a newer version of Thermocline; update the program to open it`,
  };
}

function problemOfIssue(issue: v.BaseIssue<unknown>): Problem {
  const path = (issue.path ?? []).reduce((text, { key }) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
  const received = issue.path?.at(-1)?.value ?? issue.input;
  return { path: path || 'scenario', received, expected: issue.message };
}

/** A number can break several rules at once (a whole number, from 4 on); the first sentence says them all. */
function onePerPath(problems: readonly Problem[]): Problem[] {
  const byPath = new Map<string, Problem>();
  for (const problem of problems)
    if (!byPath.has(problem.path)) byPath.set(problem.path, problem);
  return [...byPath.values()];
}

/** As much of the input as is well formed, so that the rules between fields can be checked as well. */
function draftOf(input: Record<string, unknown>): Draft {
  const sound: Record<string, unknown> = {};
  const broken = new Set<string>();
  for (const [key, schema] of Object.entries(ScenarioSchema.entries)) {
    const result = v.safeParse(schema, input[key]);
    if (result.success) sound[key] = result.output;
    else broken.add(key);
  }
  return {
    ...(sound as Partial<Scenario>),
    decisions: soundEntries(DecisionSchema, input.decisions),
    buffers: soundEntries(BufferSchema, input.buffers),
    broken,
  };
}

/** The well-formed entries of a list, each at its own place. */
function soundEntries<T>(
  schema: v.GenericSchema<unknown, T>,
  list: unknown,
): (T | undefined)[] {
  const entries: readonly unknown[] = Array.isArray(list) ? list : [];
  return entries.map((entry) => {
    const result = v.safeParse(schema, entry);
    return result.success ? result.output : undefined;
  });
}
