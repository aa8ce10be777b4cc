/** Keys that a scenario should not have: each with what was expected instead, and why. */
import { PILOTED_KINDS } from './scenario.ts';
import type { Problem } from './scenario.ts';
import { nearest } from './spelling.ts';

/** As much of a valibot schema as it takes to follow an input through it. */
export interface Node {
  readonly type: string;
  readonly wrapped?: Node;
  readonly item?: Node;
  readonly key?: string;
  readonly options?: readonly unknown[];
  readonly entries?: Readonly<Record<string, Node>>;
  readonly literal?: unknown;
}

/** More keys than this are not listed in a message. */
const KEYS_LISTED = 20;

/** Levers that act on everybody, each with the reason (MODEL.md 7.1). */
const FOR_EVERYBODY: Readonly<Record<string, string>> = {
  notice: 'notice holds for the whole price list',
  crisisResponse: 'a public answer is heard by everybody',
  oneMessage: 'one message means the same words for everybody',
  opinionLeaders: 'opinion leaders are followed across all segments',
  empowerment: 'the complaint staff serve all customers',
  fatigue: 'the complaint staff serve all customers',
  referral: 'the goodwill of the base is one for all',
};

/** A copy of the input without surplus keys; each of them is added to `problems`. */
export function withoutSurplus(
  schema: Node,
  value: unknown,
  path: string,
  problems: Problem[],
): unknown {
  if (schema.wrapped) return withoutSurplus(schema.wrapped, value, path, problems);
  if (typeof value !== 'object' || value === null) return value;
  if (schema.item) return listWithoutSurplus(schema.item, value, path, problems);
  if (schema.type === 'variant')
    return withoutSurplus(optionFor(schema, value), value, path, problems);
  return schema.entries ? knownKeys(schema.entries, value, path, problems) : value;
}

function listWithoutSurplus(item: Node, value: object, path: string, problems: Problem[]) {
  if (!Array.isArray(value)) return value;
  return value.map((entry, i) => withoutSurplus(item, entry, `${path}[${i}]`, problems));
}

/** The alternative that the value's own kind names; a schema that says nothing if there is none. */
export function optionFor({ key = '', options = [] }: Node, value: object): Node {
  const kind = (value as Record<string, unknown>)[key];
  const fits = (option: Node) => option.entries?.[key]?.literal === kind;
  return (options as readonly Node[]).find(fits) ?? { type: 'unknown' };
}

function knownKeys(
  entries: Readonly<Record<string, Node>>,
  value: object,
  path: string,
  problems: Problem[],
): unknown {
  if (Array.isArray(value)) {
    problems.push({ path, received: value, expected: 'an object' });
    return null;
  }
  const known: [string, unknown][] = [];
  for (const [key, content] of Object.entries(value)) {
    const keyPath = path === '' ? key : `${path}.${key}`;
    const entry = Object.hasOwn(entries, key) ? entries[key] : undefined;
    if (entry) known.push([key, withoutSurplus(entry, content, keyPath, problems)]);
    else problems.push({ path: keyPath, received: content, expected: instead(key, entries) });
  }
  return Object.fromEntries(known);
}

/** What was expected in place of a surplus key. */
function instead(key: string, entries: Readonly<Record<string, Node>>): string {
  const kind = entries.kind?.literal;
  const reason = typeof kind === 'string' ? reasonAgainst(key, kind) : undefined;
  if (reason !== undefined) return `no key ${key}: ${reason}`;
  const known = Object.keys(entries);
  const meant = nearest(key, known);
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  if (known.length <= KEYS_LISTED) return `only the keys ${known.join(', ')}${hint}`;
  return hint === '' ? `one of the ${known.length} known keys` : `a known key${hint}`;
}

function reasonAgainst(key: string, kind: string): string | undefined {
  if (key === 'segments' && FOR_EVERYBODY[kind] !== undefined)
    return `${FOR_EVERYBODY[kind]} and cannot be limited to segments`;
  if (key !== 'pilot') return undefined;
  return PILOTED_KINDS.some((piloted) => piloted === kind)
    ? 'a pilot is a buffer of its own, of the kind pilot, and covers what is dated at or after its week'
    : `${kind} reaches everybody at once and cannot be piloted; ${PILOTED_KINDS.join(', ')} can`;
}
