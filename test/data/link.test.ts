import fc from 'fast-check';
import { deflateSync, zlibSync } from 'fflate';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { LINK_LIMIT, linkOf, readLink, sealed } from '../../src/data/link.ts';
import type { LinkFormat, LinkProblem, LinkRead } from '../../src/data/link.ts';
import { PARAMETERS, PARAMETER_NAMES } from '../../src/model/parameters.ts';
import { parseScenario, sentenceOf } from '../../src/model/parse.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { TEMPLATES } from '../../src/model/templates.ts';
import { MODEL_VERSION } from '../../src/model/version.ts';
import { ANSWER_WITHIN_MS, FUZZ_CASES, FUZZ_TIMEOUT_MS } from '../support/fuzz.ts';

const folder = fileURLToPath(new URL('../../public/examples/', import.meta.url));
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => [name, JSON.parse(readFileSync(folder + name, 'utf8')) as unknown] as const);

function scenarioOf(input: unknown): Scenario {
  const parsed = parseScenario(input);
  if (!parsed.ok) throw new Error(parsed.problems.map(sentenceOf).join('; '));
  return parsed.scenario;
}

const small = scenarioOf({
  version: 1,
  name: '涨价 “18 %” 🌊',
  seed: 'link',
  horizon: 60,
  customers: 600,
  runs: 6,
  template: 'community',
  decisions: [{ kind: 'price', week: 2, change: 0.18 }],
  buffers: [],
});
const link = linkOf(small) ?? '';

/** A link to the same scenario as it was made with the first version of links. It stays as it is. */
const KEPT =
  '1.9AdPOB2OQQrCMBBFr1I-uAsldSGSq4iLmo4a2iSStoqWgmvxCIpbT6ALb1PEtUdw4nL-8B6vg_UFVVDIUplKCNSaXB6Mh-qwaJdLCjXUbC6g27rx9n9OpBQoSJvaeBffHfQ6dyuCkmk2FSiNK9i5CUYTO3dEJdS4Z8vaB3PwLjoEXG4Zwedxf7-eyXC8ZNNkNByvyfd2PjEX2mifcBRR9FXGlTw3ZDdV3kRUe2tbZ5o9z1tu4x6orO9_';

const sealedText = (text: string, version = 1) =>
  sealed(version, deflateSync(new TextEncoder().encode(text)));
const sealedJson = (value: unknown, version = 1) => sealedText(JSON.stringify(value), version);

function problemOf(text: string, format?: LinkFormat): LinkProblem | null {
  const read = format ? readLink(text, format) : readLink(text);
  return read.ok ? null : read.problem;
}

describe('a scenario goes into a link and comes out as it was', () => {
  test.each(examples)('%s, in under 2,000 characters', (_name, input) => {
    const { $schema: _schema, ...scenario } = scenarioOf(input);
    const text = linkOf(scenario) ?? '';
    expect(text.length).toBeGreaterThan(100);
    expect(text.length).toBeLessThan(2000);
    expect(text).toMatch(/^1\.[\w-]+$/);
    expect(readLink(text)).toEqual({ ok: true, scenario, model: MODEL_VERSION });
  });

  test('a template with every parameter set and six decisions, in under 2,000 characters', () => {
    const parameters = Object.fromEntries(
      PARAMETER_NAMES.map((name) => [name, PARAMETERS[name].default]),
    );
    const scenario = scenarioOf({
      ...small,
      template: 'general',
      parameters,
      decisions: Array.from({ length: 6 }, (_, i) => ({
        kind: 'price',
        week: i * 7,
        change: 0.03 + i / 97,
      })),
      buffers: [{ kind: 'notice', weeks: 6 }],
    });
    const text = linkOf(scenario) ?? '';
    expect(text.length).toBeLessThan(2000);
    expect(readLink(text)).toMatchObject({ ok: true, scenario });
  });

  test('segments of imported customers are carried, as segments', () => {
    const segments = TEMPLATES.telco.segments.map((segment, i) => ({
      ...segment,
      share: 1000 + i,
    }));
    const scenario = scenarioOf({ ...small, template: 'telco', segments });
    const text = linkOf(scenario) ?? '';
    expect(text.length).toBeLessThan(2000);
    expect(readLink(text)).toMatchObject({ ok: true, scenario });
  });

  test('the same scenario gives the same link, whatever the order of its keys', () => {
    const turned = Object.fromEntries(Object.entries(small).reverse()) as unknown as Scenario;
    expect(Object.keys(turned)).not.toEqual(Object.keys(small));
    expect(linkOf(turned)).toBe(link);
    expect(linkOf({ ...small, seed: 'other' })).not.toBe(link);
  });

  test('a link that somebody keeps since the first version loads', () => {
    expect(readLink(KEPT)).toEqual({ ok: true, scenario: small, model: '1.0.0' });
  });

  test('a scenario that is too large for a link gives none', () => {
    let state = 1;
    const next = () => (state = (state * 48271) % 2147483647);
    const noise = () =>
      String.fromCharCode(...Array.from({ length: 180 }, () => 0x4e00 + (next() % 20000)));
    const segments = Array.from({ length: 24 }, () => ({ name: noise(), share: 1 }));
    const scenario = { ...small, segments };
    expect(parseScenario(scenario).ok).toBe(true);
    const large = {
      ...scenario,
      decisions: Array.from({ length: 60 }, (_, week) => ({
        kind: 'price' as const,
        week,
        change: 0.01,
        segments: segments.map(() => noise()),
      })),
    };
    expect(linkOf(large)).toBeNull();
    expect(linkOf(scenario)?.length).toBeLessThan(LINK_LIMIT);
  });
});

describe('a link that cannot be used is told by its problem', () => {
  test.each<[string, string, LinkProblem['code']]>([
    ['nothing', '', 'notALink'],
    ['another text', 'result', 'notALink'],
    ['a newer version', link.replace(/^1/, '7'), 'newer'],
    ['version 0', link.replace(/^1/, '0'), 'damaged'],
    ['cut short', link.slice(0, -1), 'damaged'],
    ['cut to its version', '1.', 'damaged'],
    [
      'one character altered',
      `${link.slice(0, 40)}${link[40] === 'A' ? 'B' : 'A'}${link.slice(41)}`,
      'damaged',
    ],
    ['something behind it', `${link}AAAA`, 'damaged'],
    ['not base64url', `${link}+/=`, 'damaged'],
    ['too long', `1.${'A'.repeat(LINK_LIMIT)}`, 'tooLarge'],
    ['sealed, not deflated', sealed(1, new TextEncoder().encode('{}')), 'damaged'],
    ['sealed, deflated otherwise', sealed(1, zlibSync(new Uint8Array(9))), 'damaged'],
    ['sealed, not JSON', sealedText('{"scenario":'), 'damaged'],
    ['sealed, not UTF-8', sealed(1, deflateSync(Uint8Array.of(34, 255, 34))), 'damaged'],
    ['sealed, no scenario', sealedJson({ model: '1', scenario: 7 }), 'notAScenario'],
    ['sealed, nothing', sealedJson(null), 'notAScenario'],
  ])('%s', (_case, text, code) => {
    expect(problemOf(text)?.code).toBe(code);
  });

  test('a bomb is not inflated', () => {
    const bomb = sealed(1, deflateSync(new Uint8Array(8_000_000), { level: 9 }));
    expect(bomb.length).toBeLessThan(LINK_LIMIT);
    const began = performance.now();
    expect(problemOf(bomb)).toEqual({ code: 'tooLarge' });
    expect(performance.now() - began).toBeLessThan(ANSWER_WITHIN_MS);
  });

  test('what is nested deeply is told like any other', () => {
    const depth = 120_000;
    const text = `{"model":"1","scenario":{"version":1,"name":${'['.repeat(depth)}${']'.repeat(depth)}}}`;
    const problem = problemOf(sealedText(text));
    expect(problem?.code).toBe('notAScenario');
    if (problem?.code === 'notAScenario')
      for (const each of problem.problems) expect(sentenceOf(each).length).toBeLessThan(400);
  });

  test('thousands of problems are counted, not all told', () => {
    const surplus = Object.fromEntries(Array.from({ length: 4000 }, (_, i) => [`k${i}`, i]));
    const began = performance.now();
    const problem = problemOf(sealedJson({ model: '1', scenario: { ...small, ...surplus } }));
    expect(performance.now() - began).toBeLessThan(ANSWER_WITHIN_MS);
    expect(problem).toMatchObject({ code: 'notAScenario', count: 4000 });
    expect(problem?.code === 'notAScenario' && problem.problems.length).toBe(20);
  });
});

describe('a link of an earlier version is converted', () => {
  /** As if links of version 1 had carried the scenario bare, and those of version 2 its name under a title. */
  const third: LinkFormat = {
    version: 3,
    converters: {
      1: (load) => ({ title: 'converted', ...(load as object) }),
      2: (load) => {
        const { title, scenario, model } = load as Record<string, unknown>;
        return { model, scenario: { ...(scenario as object), name: title } };
      },
    },
  };

  test('one version after the other', () => {
    expect(readLink(link, third)).toMatchObject({
      ok: true,
      scenario: { ...small, name: 'converted' },
    });
    const second = sealedJson({ title: 'second', model: '0.9', scenario: small }, 2);
    expect(readLink(second, third)).toEqual({
      ok: true,
      scenario: { ...small, name: 'second' },
      model: '0.9',
    });
  });

  test('the present one is not, one without a way is refused, a newer one as well', () => {
    const present = sealedJson({ model: '9', scenario: small }, 3);
    expect(readLink(present, third)).toMatchObject({ ok: true, scenario: small });
    expect(problemOf(sealedJson(small, 0), third)?.code).toBe('notALink');
    expect(problemOf(sealedJson(small, 4), third)).toEqual({
      code: 'newer',
      version: 4,
      known: 3,
    });
  });
});

describe(`any text for a link, ${FUZZ_CASES} of each kind: an answer, soon, and never another scenario`, () => {
  const longest = { milliseconds: 0 };
  function read(text: string): LinkRead {
    const began = performance.now();
    const answer = readLink(text);
    longest.milliseconds = Math.max(longest.milliseconds, performance.now() - began);
    expect(performance.now() - began).toBeLessThan(ANSWER_WITHIN_MS);
    if (!answer.ok && answer.problem.code === 'notAScenario')
      for (const problem of answer.problem.problems)
        expect(sentenceOf(problem)).not.toMatch(/\[object/);
    return answer;
  }
  const third = Math.ceil(FUZZ_CASES / 3);

  test(
    'random texts are refused',
    () => {
      const text = fc.oneof(
        fc
          .array(fc.nat(0xffff), { maxLength: 60 })
          .map((codes) => String.fromCharCode(...codes)),
        fc.string({ maxLength: 80 }).map((body) => `1.${body}`),
        fc.base64String({ maxLength: 120 }).map((body) => `1.${body}`),
      );
      fc.assert(
        fc.property(text, (any) => {
          expect(read(any).ok).toBe(false);
        }),
        { numRuns: third, seed: 6 },
      );
    },
    FUZZ_TIMEOUT_MS,
  );

  test(
    'a link with anything altered is refused',
    () => {
      const at = fc.nat(link.length);
      const change = fc.oneof(
        fc.tuple(at, fc.nat(300), fc.constant('')),
        fc.tuple(at, fc.constant(1), fc.constantFrom(...'ABCDwxyz0189-_.')),
        fc.tuple(at, fc.nat(3), fc.string({ maxLength: 8 })),
      );
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
          const altered = changes.reduce(
            (text, [from, gone, come]) => text.slice(0, from) + come + text.slice(from + gone),
            link,
          );
          expect(read(altered).ok).toBe(altered === link);
        }),
        { numRuns: third, seed: 6 },
      );
    },
    FUZZ_TIMEOUT_MS,
  );

  test(
    'a link sealed by somebody who knows how holds a valid scenario or is refused',
    () => {
      const anyValue = fc.jsonValue({ maxDepth: 5 });
      const mutated = fc
        .tuple(fc.constantFrom(...Object.keys(small), '__proto__', 'constructor'), anyValue)
        .map(([key, value]) => ({ ...small, [key]: value }));
      const body = fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc
          .oneof(anyValue, mutated)
          .map((scenario) =>
            deflateSync(new TextEncoder().encode(JSON.stringify({ model: '1', scenario }))),
          ),
      );
      fc.assert(
        fc.property(body, (bytes) => {
          const answer = read(sealed(1, bytes));
          if (answer.ok) expect(parseScenario(answer.scenario)).toMatchObject({ ok: true });
        }),
        { numRuns: third, seed: 6 },
      );
    },
    FUZZ_TIMEOUT_MS,
  );
});
