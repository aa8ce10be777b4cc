import { describe, expect, test } from 'vitest';
import { ASSUMED, assumptionsOf } from '../../src/model/assumptions.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { TEMPLATE_NAMES } from '../../src/model/templates.ts';
import type { TemplateName } from '../../src/model/templates.ts';
import { readingOf } from '../../src/words/assumption-readings.ts';
import { LANGUAGES, wordsIn } from '../../src/words/index.ts';
import { numbersFor } from '../../src/words/numbers.ts';

const assumptionsIn = (template: TemplateName) =>
  assumptionsOf({ template } as unknown as Scenario);

describe.each(LANGUAGES)('assumptions in %s', (language) => {
  const { parameters } = wordsIn(language);
  const numbers = numbersFor(language);

  test('every one has a name of its own', () => {
    expect(Object.keys(parameters).sort()).toEqual([...ASSUMED].sort());
    const labels = ASSUMED.map((name) => parameters[name].label);
    expect(new Set(labels).size).toBe(ASSUMED.length);
  });

  test('either end of every range means something else, in every market', () => {
    for (const template of TEMPLATE_NAMES)
      for (const { name, base, low, high } of assumptionsIn(template)) {
        const { low: least, high: most } = parameters[name];
        const said = [
          least(readingOf(name, low, base, numbers)),
          most(readingOf(name, high, base, numbers)),
        ];
        expect(said[0], `${template} ${name}`).not.toBe(said[1]);
        for (const text of said) expect(text).not.toMatch(/NaN|Infinity|undefined| {2}|^ | $/);
      }
  });
});

test('values are shown as what they mean', () => {
  const numbers = numbersFor('en');
  // Half-lives: .7 ^ 2 is about half, .88 ^ 5.4 as well, .98 ^ 34.3.
  expect(readingOf('mem', 0.7, 0.8, numbers)).toBe('2');
  expect(readingOf('mem', 0.88, 0.8, numbers)).toBe('5');
  expect(readingOf('eta', 0.02, 0.03, numbers)).toBe('34');
  // 1 - exp(-.0028 x 52 / 12) is 1.2 % a month.
  expect(readingOf('h0', 0.0028, 0.0028, numbers)).toBe('1.2%');
  expect(readingOf('push', 20, 40, numbers)).toBe('0.5');
  expect(readingOf('psi', 0.3, 0.3, numbers)).toBe('1.3');
  expect(readingOf('Tmean', 0.88, 0.88, numbers)).toBe('88');
  expect(readingOf('h0x', 0.5, 0.35, numbers)).toBe('40%');
  expect(readingOf('vCv', 0.3, 0.25, numbers)).toBe('');
  expect(wordsIn('en').parameters.patience.low('1')).toContain('after 1 week ');
  expect(wordsIn('en').parameters.patience.high('4')).toContain('after 4 weeks ');
});
