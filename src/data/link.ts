/**
 * A whole scenario as a piece of text for the address of the page, and back.
 *
 * The text is `<version>.<body>`; the body is base64url of four bytes of SHA-256 and the deflated JSON of
 * what the link carries. A scenario holds its customers as segments only, so a link never holds rows of a
 * customer file. The same scenario gives the same link: the keys are sorted, and deflate is a library's and
 * not the browser's.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { deflateSync, inflateSync } from 'fflate';
import { canonicalJson } from '../model/canonical.ts';
import { parseScenario } from '../model/parse.ts';
import type { Problem, Scenario } from '../model/scenario.ts';
import { MODEL_VERSION } from '../model/version.ts';
import { fromBase64url, toBase64url } from './base64url.ts';

export const LINK_VERSION = 1;
/** Characters of a link; browsers and mail programs take no more with certainty. */
export const LINK_LIMIT = 32_768;
/** Bytes of what a link carries, inflated. */
const INFLATED_LIMIT = 262_144;
/** Problems of a scenario that are told; a hostile link can have thousands. */
const PROBLEMS_TOLD = 20;
const CHECK_BYTES = 4;

/** What a link of the present version carries. */
interface Load {
  /** Version of the model that the link was made with. */
  readonly model: string;
  readonly scenario: unknown;
}

/** From what a link of one version carries to what a link of the next one carries. */
export type LinkConverter = (load: unknown) => unknown;

/** The present version, and how to get there from each earlier one. */
export interface LinkFormat {
  readonly version: number;
  readonly converters: Readonly<Record<number, LinkConverter>>;
}

const FORMAT: LinkFormat = { version: LINK_VERSION, converters: {} };

export type LinkProblem =
  /** Not of the form of a link at all. */
  | { readonly code: 'notALink' }
  /** Made by a newer version of the program. */
  | { readonly code: 'newer'; readonly version: number; readonly known: number }
  /** Cut short or altered on its way. */
  | { readonly code: 'damaged' }
  /** More characters, or more behind them, than a link may have. */
  | { readonly code: 'tooLarge' }
  /** Whole, but what it carries is no scenario. The first problems, and how many there are. */
  | {
      readonly code: 'notAScenario';
      readonly problems: readonly Problem[];
      readonly count: number;
    };

export type LinkRead =
  | {
      readonly ok: true;
      readonly scenario: Scenario;
      /** Version of the model that the link was made with; its numbers are those of that model. */
      readonly model: string;
    }
  | { readonly ok: false; readonly problem: LinkProblem };

/** The link of a scenario; null if it is too large for one. */
export function linkOf(scenario: Scenario): string | null {
  const load: Load = { model: MODEL_VERSION, scenario: carried(scenario) };
  const json = new TextEncoder().encode(canonicalJson(load));
  const link = sealed(LINK_VERSION, deflateSync(json, { level: 9, mem: 8 }));
  return json.length > INFLATED_LIMIT || link.length > LINK_LIMIT ? null : link;
}

/** What nothing is computed with and takes much room, the survival curves of a file, stays behind. */
function carried({ $schema: _schema, origin, ...scenario }: Scenario): Scenario {
  if (!origin) return scenario;
  const { survival: _survival, ...rest } = origin;
  return { ...scenario, origin: rest };
}

/** The text of a link: version, check, body. */
export function sealed(version: number, body: Uint8Array): string {
  return `${version}.${toBase64url(joined(checkOf(version, body), body))}`;
}

/**
 * Reads a link. Never throws for what stands in it: a link that is cut short, altered or hostile is answered
 * with the problem, in bounded time and memory.
 */
export function readLink(link: string, format: LinkFormat = FORMAT): LinkRead {
  try {
    return scenarioOf(loadOf(link, format));
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

class Refusal extends Error {
  readonly problem: LinkProblem;

  constructor(problem: LinkProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

function loadOf(link: string, format: LinkFormat): unknown {
  if (link.length > LINK_LIMIT) throw new Refusal({ code: 'tooLarge' });
  const [, digits, text] = /^(\d{1,4})\.(.*)$/s.exec(link) ?? [];
  if (digits === undefined || text === undefined) throw new Refusal({ code: 'notALink' });
  const version = Number(digits);
  if (version > format.version)
    throw new Refusal({ code: 'newer', version, known: format.version });
  return converted(jsonOf(inflated(opened(version, text))), version, format);
}

/** The body behind the check. */
function opened(version: number, text: string): Uint8Array {
  const bytes = fromBase64url(text);
  const body = bytes?.subarray(CHECK_BYTES);
  if (!bytes || !body || !same(bytes.subarray(0, CHECK_BYTES), checkOf(version, body)))
    throw new Refusal({ code: 'damaged' });
  return body;
}

function inflated(body: Uint8Array): Uint8Array {
  let bytes: Uint8Array;
  try {
    // A buffer of a fixed size is never grown: what a bomb has beyond it is not kept.
    bytes = inflateSync(body, { out: new Uint8Array(INFLATED_LIMIT + 1) });
  } catch {
    throw new Refusal({ code: 'damaged' });
  }
  if (bytes.length > INFLATED_LIMIT) throw new Refusal({ code: 'tooLarge' });
  return bytes;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal({ code: 'damaged' });
  }
}

function converted(load: unknown, from: number, { version, converters }: LinkFormat): unknown {
  let current = load;
  for (let at = from; at < version; at++) {
    const converter = converters[at];
    if (!converter) throw new Refusal({ code: 'notALink' });
    current = converter(current);
  }
  return current;
}

function scenarioOf(load: unknown): LinkRead {
  const { model, scenario } = isLoad(load) ? load : { model: '', scenario: load };
  const parsed = parseScenario(scenario);
  if (parsed.ok) return { ok: true, scenario: parsed.scenario, model };
  const { problems } = parsed;
  throw new Refusal({
    code: 'notAScenario',
    problems: problems.slice(0, PROBLEMS_TOLD),
    count: problems.length,
  });
}

const isLoad = (load: unknown): load is Load =>
  typeof load === 'object' &&
  load !== null &&
  'scenario' in load &&
  'model' in load &&
  typeof load.model === 'string' &&
  load.model.length <= 40;

/** A body that was altered on its way does not fit these bytes any more. */
const checkOf = (version: number, body: Uint8Array): Uint8Array =>
  sha256(joined(Uint8Array.of(version >> 8, version & 255), body)).subarray(0, CHECK_BYTES);

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);
