import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { parseScenario, sentenceOf } from '../../src/model/parse.ts';
import { ScenarioSchema } from '../../src/model/scenario.ts';
import { expectedInChinese, problemSentence } from '../../src/words/problems.ts';
import example from '../../public/examples/general-price-rise.json';

/** Every message of the schema, wherever it stands. */
function messages(node: unknown, seen = new Set<unknown>()): string[] {
  if (typeof node !== 'object' || node === null || seen.has(node)) return [];
  seen.add(node);
  const { message } = node as { message?: unknown };
  const own = typeof message === 'string' ? [message] : [];
  return [...own, ...Object.values(node).flatMap((part) => messages(part, seen))];
}

/** Every text that the source gives as `expected`, with 3 in the place of its values. */
function expectedTexts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const source = readFileSync(join(folder, name), 'utf8');
      const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        const isExpected =
          (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) &&
          node.name.getText() === 'expected';
        if (isExpected && node.initializer) {
          const { initializer } = node;
          if (ts.isStringLiteralLike(initializer)) found.push(initializer.text);
          else if (ts.isTemplateExpression(initializer))
            found.push(
              initializer.templateSpans.reduce(
                (text, span) => `${text}3${span.literal.text}`,
                initializer.head.text,
              ),
            );
        }
        ts.forEachChild(node, visit);
      };
      visit(file);
      return found;
    });
}

const isChinese = (text: string | null) =>
  text !== null && (/\p{Script=Han}/u.test(text) || /^[\d"]|（/.test(text));

describe('what is expected is said in Chinese as well', () => {
  test('whatever the schema expects', () => {
    const all = [...new Set(messages(ScenarioSchema))];
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter((text) => !isChinese(expectedInChinese(text)))).toEqual([]);
  });

  test('whatever the rules expect', () => {
    const all = [...expectedTexts('src/model'), ...expectedTexts('src/data')];
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((text) => !isChinese(expectedInChinese(text)))).toEqual([]);
  });

  test('and a phrase that nobody has put into Chinese would be found', () => {
    expect(expectedInChinese('something quite new')).toBeNull();
  });
});

const broken = {
  ...example,
  horizont: 3,
  customers: 'many',
  selected: 7,
  template: 'bank',
  decisions: [
    { kind: 'price', week: 8, change: 'lots', newPrice: 4 },
    { kind: 'prise', week: 8 },
    { kind: 'featureCut', week: 999, breadth: 0.2, depth: 0.3, segments: ['Nobody'] },
    { kind: 'shock', week: 3, size: 9, pilot: true },
    { kind: 'price', week: 8, revert: 2, change: 0.1, newPrice: 2 },
  ],
  buffers: [
    { kind: 'notice', weeks: 4, segments: ['mainstream'] },
    { kind: 'notice', weeks: 4 },
    { kind: 'pilot', week: 40, widen: 3 },
  ],
};

test('sentences stand in the language of the reader, and without values that are lost', () => {
  const parsed = parseScenario(broken);
  if (parsed.ok) throw new Error('It should be refused.');
  expect(parsed.problems.length).toBeGreaterThan(8);
  for (const problem of parsed.problems) {
    expect(problemSentence(problem, 'en')).toBe(sentenceOf(problem));
    const chinese = problemSentence(problem, 'zh');
    expect(chinese).toMatch(/^\S+：实际为.+，应为.+$/u);
    expect(chinese).not.toMatch(/undefined|expected|received/);
    // One space between Chinese and Latin, none before full-width marks.
    expect(chinese).not.toMatch(
      /\p{Script=Han}[0-9A-Za-z"]|[0-9A-Za-z]\p{Script=Han}|\s[，：；（）]/u,
    );
  }
  expect(
    problemSentence({ path: 'runs', received: 'x', expected: 'a number from 1 to 9' }, 'zh'),
  ).toBe('runs：实际为 "x"，应为 1 至 9 之间的数');
  expect(problemSentence({ path: 'seed', received: undefined, expected: 'a text' }, 'zh')).toBe(
    'seed：实际为没有内容，应为文字',
  );
});
