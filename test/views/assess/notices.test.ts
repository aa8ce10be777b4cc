import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/views/assess/notice-text.ts';
import { LANGUAGES, wordsIn } from '../../../src/words/index.ts';
import { numbersFor } from '../../../src/words/numbers.ts';

describe.each(LANGUAGES)('notices in %s', (language) => {
  const voice = { language, words: wordsIn(language), numbers: numbersFor(language) };

  test('end the reason of a stopped run as a sentence', () => {
    const { head } = textOf(voice, { kind: 'runStopped', reason: 'no memory' });
    expect(head).toMatch(/no memory(\.|）。)/);
  });

  test('name the file that was not opened, and say why', () => {
    const { head, lines, error } = textOf(voice, {
      kind: 'largeScenario',
      file: 'huge.json',
      limitBytes: 4 * 1024 * 1024,
    });
    expect(error).toBe(true);
    expect(head).toContain('huge.json');
    expect(lines).toEqual([expect.stringMatching(/4 MB.*CSV/)]);
  });
});
