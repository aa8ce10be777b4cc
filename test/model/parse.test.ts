import { describe, expect, test } from 'vitest';
import { parseScenario, parseScenarioText, sentenceOf } from '../../src/model/parse.ts';
import { ScenarioSchema } from '../../src/model/scenario.ts';

const sound = {
  version: 1,
  name: 'Price rise',
  seed: 'a',
  horizon: 60,
  customers: 1000,
  runs: 1,
  template: 'general',
  decisions: [{ kind: 'price', week: 8, change: 0.2 }],
  buffers: [],
};

/** What is said of a scenario that differs from a sound one; nothing if it is taken. */
function saidOf(differences: object): string[] {
  const parsed = parseScenario({ ...sound, ...differences });
  return parsed.ok ? [] : parsed.problems.map(sentenceOf);
}

const saidOfDecisions = (...decisions: unknown[]) => saidOf({ decisions });
const saidOfBuffers = (...buffers: unknown[]) => saidOf({ buffers });

describe('a sound scenario', () => {
  test('is taken as it is', () => {
    const parsed = parseScenario(sound);
    expect(parsed).toEqual({ ok: true, scenario: sound });
  });

  test('may carry the address of its schema', () => {
    expect(saidOf({ $schema: '../scenario.schema.json' })).toEqual([]);
  });

  test('may bring segments of its own in place of a template', () => {
    const segments = [
      { name: 'all', share: 3 },
      { name: 'few', share: 1, data: 0.6, fear: 0.3, contract: 0.1, bond: 1 },
    ];
    expect(saidOf({ template: undefined, segments })).toEqual([]);
  });

  test('is not changed by reading it', () => {
    const input = JSON.stringify(sound);
    const parsed = parseScenarioText(`\uFEFF${input}`);
    expect(parsed.ok && JSON.stringify(parsed.scenario)).toBe(input);
  });
});

describe('texts', () => {
  test('a text that is no JSON is one problem', () => {
    const parsed = parseScenarioText('{"name": ');
    expect(parsed.ok).toBe(false);
    expect(!parsed.ok && parsed.problems.map(sentenceOf).join()).toMatch(
      /^scenario: received "\{\\"name\\": ", expected JSON \(.+\)$/,
    );
  });

  test('a long text is shown by its beginning', () => {
    const parsed = parseScenarioText('x'.repeat(1000));
    expect(!parsed.ok && parsed.problems[0]?.received).toBe(`${'x'.repeat(40)}…`);
  });

  test.each([
    [[], '[]'],
    [5, '5'],
    [null, 'null'],
    ['text', '"text"'],
  ])('%j is no scenario', (input, shown) => {
    const parsed = parseScenario(input);
    expect(!parsed.ok && parsed.problems.map(sentenceOf)).toEqual([
      `scenario: received ${shown}, expected an object`,
    ]);
  });

  test('a scenario of a newer version says so, and nothing else', () => {
    expect(saidOf({ version: 2, decisions: 'another shape' })).toEqual([
      'version: received 2, expected at most 1: this scenario comes from a newer version of Thermocline; update the program to open it',
    ]);
  });

  test('a version that is no number is a problem of its own', () => {
    expect(saidOf({ version: '1' })).toEqual(['version: received "1", expected 1']);
    expect(saidOf({ version: undefined })).toEqual(['version: received nothing, expected 1']);
  });
});

describe('fields', () => {
  test('names the field, the value and what was expected', () => {
    expect(
      saidOfDecisions(
        { kind: 'price', week: 8, change: 0.2 },
        { kind: 'price', week: 9, change: 'lots' },
      ),
    ).toEqual(['decisions[1].change: received "lots", expected a number from -0.9 to 3']);
  });

  test('a value that breaks two rules is one problem', () => {
    expect(saidOf({ horizon: 3.5 })).toEqual([
      'horizon: received 3.5, expected a whole number from 4 to 520',
    ]);
  });

  test('every problem is listed, those between fields as well', () => {
    expect(
      saidOf({
        name: '',
        runs: 0,
        decisions: [
          { kind: 'price', week: 60, change: 0.2 },
          { kind: 'ads', week: 'soon', load: 2 },
          { kind: 'shock', week: 3, size: 1, segments: ['nobody'] },
        ],
        buffers: [{ kind: 'fatigue', level: 1 }, { kind: 'fatigue' }],
      }),
    ).toEqual([
      'buffers[0].level: received 1, expected only the keys kind',
      'name: received "", expected a text of 1 to 200 characters',
      'runs: received 0, expected a whole number from 1 to 10000',
      'decisions[1].week: received "soon", expected a whole number from -260 to 519',
      'decisions[1].load: received 2, expected a number from 0 to 1',
      'decisions[0].week: received 60, expected a week before the end of the horizon (60)',
      'decisions[2].segments[0]: received "nobody", expected one of the segments mainstream, power, budget, vip',
      'buffers[1]: received "fatigue", expected at most 1 of the kind fatigue in a scenario',
    ]);
  });

  test('a missing field says what belongs there', () => {
    expect(saidOf({ seed: undefined, decisions: [{ kind: 'shock', week: 3 }] })).toEqual([
      'seed: received nothing, expected a text of 1 to 200 characters',
      'decisions[0].size: received nothing, expected a number from 0 to 3',
    ]);
    expect(saidOf({ buffers: undefined })).toEqual([
      'buffers: received nothing, expected a list',
    ]);
  });

  test('an unknown kind lists the kinds', () => {
    expect(saidOfDecisions({ kind: 'prize', week: 1 })).toEqual([
      'decisions[0].kind: received "prize", expected one of the kinds price, featureCut, openness, service, ads, shock, friction, lockIn, overPromise, noticeMail',
    ]);
    expect(saidOfBuffers({})).toEqual([
      'buffers[0].kind: received nothing, expected one of the kinds notice, explanation, grandfathering, compensation, apology, crisisResponse, oneMessage, opinionLeaders, capacity, empowerment, fatigue, outreach, saveDesk, referral, litePlan, pause, winBack, pilot',
    ]);
    expect(saidOfDecisions(null)[0]).toMatch(/^decisions\[0\]: received null, expected one of/);
  });

  test.each([
    [{ customers: 0 }, 'customers: received 0, expected a whole number from 200 to 2000000'],
    [
      { customers: 1e308 * 10 },
      'customers: received Infinity, expected a whole number from 200 to 2000000',
    ],
    [
      { template: 'bank' },
      'template: received "bank", expected one of general, streaming, saas, telco, community, commodity',
    ],
    [{ parameters: { rho: 2 } }, 'parameters.rho: received 2, expected a number from 0 to 1'],
    [
      { parameters: { rho: NaN } },
      'parameters.rho: received NaN, expected a number from 0 to 1',
    ],
    [
      { parameters: { k: 7.5 } },
      'parameters.k: received 7.5, expected a whole number from 2 to 64',
    ],
    [{ threshold: 1 }, 'threshold: received 1, expected a number from 0.01 to 0.99'],
    [{ segments: [] }, 'segments: received [], expected at least one segment'],
    [
      { segments: [{ name: 'a', share: 1, bond: 2 }] },
      'segments[0].bond: received 2, expected 0 or 1',
    ],
    [{ decisions: {} }, 'decisions: received {}, expected a list'],
    [{ parameters: [] }, 'parameters: received [], expected an object'],
  ])('%j', (differences, sentence) => {
    expect(saidOf(differences)).toEqual([sentence]);
  });

  test('long values are cut', () => {
    const [sentence = ''] = saidOf({ name: 'x'.repeat(300) });
    expect(sentence.length).toBeLessThan(150);
    expect(sentence).toMatch(/…, expected a text/);
  });

  test('too many entries', () => {
    const decisions = Array.from({ length: 65 }, () => ({ kind: 'noticeMail', week: 1 }));
    expect(saidOf({ decisions })[0]).toMatch(/^decisions: .+ expected at most 64 entries$/);
  });
});

const KEYS = Object.keys(ScenarioSchema.entries).length;

describe('surplus keys', () => {
  test('one near a known key asks whether that was meant', () => {
    expect(saidOf({ parameters: { rhoo: 0.2 } })).toEqual([
      'parameters.rhoo: received 0.2, expected a known key; did you mean rho?',
    ]);
    expect(saidOf({ parameters: { FEARPOW: 1 } })).toEqual([
      'parameters.FEARPOW: received 1, expected a known key; did you mean fearPow?',
    ]);
  });

  test('one near nothing does not list a hundred keys', () => {
    expect(saidOf({ parameters: { somethingElse: 1 } })).toEqual([
      'parameters.somethingElse: received 1, expected one of the 100 known keys',
    ]);
  });

  test('short lists of keys are given', () => {
    expect(saidOfDecisions({ kind: 'noticeMail', weak: 3, week: 3 })).toEqual([
      'decisions[0].weak: received 3, expected only the keys kind, week, segments; did you mean week?',
    ]);
  });

  test('all of them are listed, in nested objects as well', () => {
    expect(
      saidOf({
        colour: 'red',
        shape: 'round',
        buffers: [{ kind: 'pilot', week: 8, tripwire: { times: 3, weks: 2, until: 4 } }],
      }),
    ).toEqual([
      'buffers[0].tripwire.weks: received 2, expected only the keys times, weeks, base; did you mean weeks?',
      'buffers[0].tripwire.until: received 4, expected only the keys times, weeks, base',
      `colour: received "red", expected one of the ${KEYS} known keys`,
      `shape: received "round", expected one of the ${KEYS} known keys`,
    ]);
  });

  test('keys of every object are not known keys', () => {
    const parsed = parseScenarioText(
      JSON.stringify(sound).replace('{', '{"__proto__": 1, "toString": 2, '),
    );
    expect(!parsed.ok && parsed.problems.map(({ path }) => path)).toEqual([
      '__proto__',
      'toString',
    ]);
  });

  test.each([
    [{ kind: 'notice', weeks: 4 }, 'notice holds for the whole price list'],
    [{ kind: 'crisisResponse', week: 3, hours: 4 }, 'a public answer is heard by everybody'],
    [
      { kind: 'oneMessage', week: 3, strength: 1 },
      'one message means the same words for everybody',
    ],
    [
      { kind: 'opinionLeaders', week: 3, strength: 1 },
      'opinion leaders are followed across all segments',
    ],
    [{ kind: 'empowerment', level: 1 }, 'the complaint staff serve all customers'],
    [{ kind: 'fatigue' }, 'the complaint staff serve all customers'],
    [{ kind: 'referral', share: 0.2 }, 'the goodwill of the base is one for all'],
  ])('$kind cannot be limited to segments', (buffer, reason) => {
    expect(saidOfBuffers({ ...buffer, segments: ['vip'] })).toEqual([
      `buffers[0].segments: received ["vip"], expected no key segments: ${reason} and cannot be limited to segments`,
    ]);
  });

  test('a pilot is a buffer of its own', () => {
    expect(
      saidOfDecisions({ kind: 'price', week: 8, change: 0.2, pilot: { share: 0.1 } }),
    ).toEqual([
      'decisions[0].pilot: received {"share":0.1}, expected no key pilot: a pilot is a buffer of its own, of the kind pilot, and covers what is dated at or after its week',
    ]);
  });

  test.each([
    { kind: 'openness', week: 8, level: 0 },
    { kind: 'shock', week: 8, size: 1 },
    { kind: 'noticeMail', week: 8 },
  ])('$kind cannot be piloted', (decision) => {
    expect(saidOfDecisions({ ...decision, pilot: true })).toEqual([
      `decisions[0].pilot: received true, expected no key pilot: ${decision.kind} reaches everybody at once and cannot be piloted; price, featureCut, service, ads, lockIn, friction, overPromise, litePlan, pause can`,
    ]);
  });

  test('nor can a buffer that softens', () => {
    expect(
      saidOfBuffers({ kind: 'explanation', week: 8, strength: 1, pilot: true })[0],
    ).toMatch(
      /^buffers\[0\]\.pilot: .+ explanation reaches everybody at once and cannot be piloted/,
    );
  });
});

test('a sentence stays short, however deep and however large what was received is', () => {
  const depth = 100_000;
  const deep: unknown = JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
  const wide = Object.fromEntries(Array.from({ length: 9000 }, (_, i) => [`key${i}`, i]));
  for (const received of [deep, wide])
    expect(sentenceOf({ path: 'name', received, expected: 'a text' }).length).toBeLessThan(130);
  expect(sentenceOf({ path: 'name', received: deep, expected: 'a text' })).toBe(
    'name: received [[["[…]"]]], expected a text',
  );
});
