import { deflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import example from '../../../public/examples/general-price-rise.json';
import { linkOf, sealed } from '../../../src/data/link.ts';
import { parseScenario } from '../../../src/model/parse.ts';
import { MODEL_VERSION } from '../../../src/model/version.ts';
import { readAddress } from '../../../src/state/opening/address.ts';
import { openingOf } from '../../../src/state/opening/opening.ts';
import { numbersFor } from '../../../src/words/numbers.ts';
import { LANGUAGES, wordsIn } from '../../../src/words/index.ts';
import { textOf } from '../../../src/views/assess/notice-text.ts';

const parsed = parseScenario(example);
if (!parsed.ok) throw new Error('The example must hold.');
const { $schema: _schema, ...scenario } = parsed.scenario;
const link = linkOf(scenario) ?? '';
const sealedJson = (value: unknown) =>
  sealed(1, deflateSync(new TextEncoder().encode(JSON.stringify(value))));
const opening = (hash: string) => openingOf(readAddress(new URL(hash, 'https://example.org/')));

describe('the page opens', () => {
  test('without a word, as the address asks', async () => {
    expect(await opening('')).toEqual({ scenario: null, notice: null });
    expect(await opening(`#s=${link}`)).toEqual({ scenario, notice: null });
  });

  test('with a word where a parameter is unknown, with the scenario all the same', async () => {
    expect(await opening(`?lang=tlh#s=${link}`)).toEqual({
      scenario,
      notice: {
        kind: 'ignoredParameters',
        parameters: [{ name: 'lang', value: 'tlh', expected: ['en', 'zh'] }],
      },
    });
  });

  test('with a word where the link comes from another model', async () => {
    const other = sealedJson({ model: '0.9.2', scenario });
    expect(await opening(`#s=${other}`)).toEqual({
      scenario,
      notice: { kind: 'otherModel', made: '0.9.2', here: MODEL_VERSION },
    });
  });
});

describe.each(LANGUAGES)('a link that cannot be used is a sentence in %s', (language) => {
  const voice = { language, words: wordsIn(language), numbers: numbersFor(language) };
  const surplus = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${i}`, i]));
  const broken = sealedJson({ model: MODEL_VERSION, scenario: { ...scenario, ...surplus } });

  test.each([
    ['empty', ''],
    ['cut short', link.slice(0, 99)],
    ['newer', link.replace(/^1/, '12')],
    ['too large', `1.${'A'.repeat(40_000)}`],
    ['no scenario', broken],
  ])('%s', async (_case, text) => {
    const { scenario: opened, notice } = await opening(`#s=${text}`);
    expect(opened).toBeNull();
    if (!notice) throw new Error('A notice was expected.');
    const { error, head, lines } = textOf(voice, notice);
    expect(error).toBe(true);
    expect(head).toBe(voice.words.sharing.refused);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).not.toMatch(/undefined|\[object|^$/);
  });

  test('the problems that are not told are counted', async () => {
    const { notice } = await opening(`#s=${broken}`);
    const lines = notice ? textOf(voice, notice).lines : [];
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toContain('30');
  });
});
