import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import everything from '../../../public/examples/general-after-two-rises.json';
import { libraryText, readLibraryFile, scenarioText } from '../../../src/data/library/file.ts';
import type { LibraryFileRead } from '../../../src/data/library/file.ts';
import { readRecord, recordOf } from '../../../src/data/library/record.ts';
import type { ScenarioRecord } from '../../../src/data/library/record.ts';
import { parseScenario, parseScenarioText } from '../../../src/model/parse.ts';
import type { Problem, Scenario } from '../../../src/model/scenario.ts';
import { LANGUAGES } from '../../../src/words/language.ts';
import { expectedInChinese, problemSentence } from '../../../src/words/problems.ts';
import { ANSWER_WITHIN_MS, FUZZ_CASES, FUZZ_TIMEOUT_MS } from '../../support/fuzz.ts';

const parsed = parseScenario(everything);
if (!parsed.ok) throw new Error('The example must hold.');
const { scenario } = parsed;
const record = recordOf(scenario, { id: 'a', time: 7, verdict: 'past', revision: 3 });
const runs = { numRuns: FUZZ_CASES, seed: 6 };

const isValid = (read: Scenario) => {
  expect(parseScenario(JSON.parse(JSON.stringify(read)))).toMatchObject({ ok: true });
};
const isARecord = (read: ScenarioRecord) => {
  isValid(read.scenario);
  expect(read.name).toBe(read.scenario.name);
  expect(read.id).not.toBe('');
  expect(Number.isSafeInteger(read.revision) && read.revision >= 1).toBe(true);
  expect(new Date(read.time).toISOString()).toMatch(/^[+-]?\d{4}/);
};
/** It is a sentence, and in Chinese as well. */
const isTold = (problem: Problem) => {
  for (const sentence of LANGUAGES.map((language) => problemSentence(problem, language))) {
    expect(sentence.length).toBeGreaterThan(5);
    expect(sentence.length).toBeLessThan(800);
    expect(sentence).not.toMatch(/\[object/);
  }
  expect(expectedInChinese(problem.expected)).not.toBeNull();
};

/** What `read` answers, as soon as a page has to. */
function soon<T>(read: () => T): T {
  const began = performance.now();
  const answer = read();
  expect(performance.now() - began).toBeLessThan(ANSWER_WITHIN_MS);
  return answer;
}

/** Anything that a storage can hold, and JSON cannot. */
const anyValue = fc.anything({
  maxDepth: 4,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
});

type Plain = Record<string, unknown>;
const HOSTILE_KEYS = ['__proto__', 'constructor', 'toString', 'length', 'version', 'scenario'];

/** The same value with something else at one place in it, wherever that is. */
const altered = (original: object) => {
  const places = placesOf(original);
  return fc
    .tuple(
      fc.oneof(
        fc.constantFrom(...places),
        fc.constantFrom(...HOSTILE_KEYS).map((key) => [key]),
      ),
      fc.oneof(anyValue, fc.constantFrom(NaN, -1, 1e300, '', [], {}, null, undefined)),
    )
    .map(([path, value]) => withAt(structuredClone(original), path, value));
};

function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, each]) => placesOf(each, [...path, key]));
  return path.length > 0 ? [path, ...inner] : inner;
}

function withAt(root: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const holder = root as Plain;
  Object.defineProperty(holder, key, {
    value: rest.length > 0 ? withAt(holder[key] ?? {}, rest, value) : value,
    ...{ enumerable: true, configurable: true, writable: true },
  });
  return holder;
}

/** A text with pieces of it gone, and others in their place. */
const cut = (text: string) =>
  fc
    .array(
      fc.tuple(
        fc.nat(text.length),
        fc.nat(60),
        fc.oneof(
          fc.string({ maxLength: 12 }),
          fc.constantFrom('{', '[', '}', ',', '"', '1e999', '-', 'null', '\u0000'),
        ),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((cuts) =>
      cuts.reduce((so, [at, gone, come]) => so.slice(0, at) + come + so.slice(at + gone), text),
    );

describe(`whatever stands in the storage or in a file, ${FUZZ_CASES} of each`, () => {
  const readsAsARecord = (value: unknown) => {
    const read = soon(() => readRecord(value));
    if (read.ok) isARecord(read.record);
    else isTold(read.problem);
    return read;
  };

  test(
    'a stored record is read, or set aside with a reason',
    () => {
      const before = JSON.stringify(record);
      const refused = { count: 0 };
      fc.assert(
        fc.property(fc.oneof(anyValue, altered(record)), (value) => {
          if (!readsAsARecord(value).ok) refused.count++;
        }),
        runs,
      );
      expect(refused.count).toBeGreaterThan(FUZZ_CASES / 4);
      expect(JSON.stringify(record)).toBe(before);
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
    FUZZ_TIMEOUT_MS,
  );

  test(
    'a file of one or of many is read, or refused in sentences',
    () => {
      const answered = (read: LibraryFileRead) => {
        if (!read.ok) {
          read.problems.slice(0, 5).forEach(isTold);
          expect(read.problems.length).toBeGreaterThan(0);
          return;
        }
        read.records.forEach(isARecord);
        for (const { problem } of read.refused) isTold(problem);
      };
      const text = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value)),
        cut(scenarioText(scenario)),
        cut(libraryText([record, record])),
        fc
          .array(altered(record), { maxLength: 3 })
          .map((records) =>
            JSON.stringify({ library: 1, records }, (_key, part: unknown) =>
              typeof part === 'bigint' ? String(part) : part,
            ),
          ),
      );
      fc.assert(
        fc.property(text, (any) => {
          answered(soon(() => readLibraryFile(any, () => 'new')));
        }),
        runs,
      );
    },
    FUZZ_TIMEOUT_MS,
  );

  test(
    'the text of a scenario is read, or refused in sentences',
    () => {
      const text = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.jsonValue({ maxDepth: 5 }).map((value) => JSON.stringify(value)),
        cut(scenarioText(scenario)),
        altered(scenario).map((value) => {
          try {
            return JSON.stringify(value) ?? '';
          } catch {
            return '';
          }
        }),
      );
      const taken = { count: 0 };
      fc.assert(
        fc.property(text, (any) => {
          const read = soon(() => parseScenarioText(any));
          if (read.ok) {
            taken.count++;
            isValid(read.scenario);
            return;
          }
          expect(read.problems.length).toBeGreaterThan(0);
          read.problems.slice(0, 5).forEach(isTold);
        }),
        runs,
      );
      // Some of what is altered is still a scenario: otherwise little of the reading was tried.
      expect(taken.count).toBeGreaterThan(FUZZ_CASES / 100);
    },
    FUZZ_TIMEOUT_MS,
  );

  test('what is nested too deeply for any text is refused like the rest', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(readsAsARecord({ ...record, scenario: deep }).ok).toBe(false);
    const text = `{"library":1,"records":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    const read = soon(() => readLibraryFile(text, () => 'new'));
    expect(read).toMatchObject(read.ok ? { records: [] } : { ok: false });
  });
});

describe('a file', () => {
  test('of one scenario loads again, the same to the letter', () => {
    const read = readLibraryFile(scenarioText(scenario), () => 'new');
    expect(read).toMatchObject({ ok: true, records: [{ id: 'new', scenario }], refused: [] });
    expect(parseScenarioText(scenarioText(scenario))).toEqual({ ok: true, scenario });
  });

  test('of many loads those that are good, under new ids, and names the others', () => {
    const bad = { ...record, name: 'bad', scenario: { ...scenario, runs: 0 } };
    const read = readLibraryFile(libraryText([record, bad]), () => 'new');
    expect(read).toMatchObject({
      ok: true,
      records: [{ ...record, id: 'new' }],
      refused: [{ name: 'bad', problem: { path: 'runs', received: 0 } }],
    });
  });

  test('of a newer version says so', () => {
    const read = readLibraryFile('{"library": 2, "records": []}', () => 'new');
    expect(read).toMatchObject({
      ok: false,
      problems: [{ received: 2, expected: expect.stringContaining('newer version') as string }],
    });
  });
});
