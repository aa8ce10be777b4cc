import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';
import { OTHER } from '../../src/data/grouping/column.ts';
import { RFM_GROUPS } from '../../src/data/grouping/rfm.ts';
import { SILENT } from '../../src/data/grouping/silent.ts';
import { BufferSchema, DecisionSchema } from '../../src/model/scenario.ts';
import { TEMPLATE_NAMES, TEMPLATES } from '../../src/model/templates.ts';
import { en } from '../../src/words/en.ts';
import { customerWordsIn } from '../../src/words/customers.ts';
import { historyWordsIn } from '../../src/words/history.ts';
import { marketWordsIn } from '../../src/words/markets.ts';
import { storyWordsIn } from '../../src/words/stories.ts';
import { languageFor, LANGUAGES, wordsIn } from '../../src/words/index.ts';

/** Every text of a dictionary with the path to it; functions are called with placeholders. */
function texts(entry: unknown, path: string): [string, string][] {
  if (typeof entry === 'string') return [[path, entry]];
  if (typeof entry === 'function')
    return ['1', '3'].flatMap((n) =>
      texts(
        said(entry, () => n),
        path,
      ),
    );
  if (typeof entry !== 'object' || entry === null) return [];
  return Object.entries(entry).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}

/** A phrase with something in each of its places: a list where it takes one. */
function said(phrase: unknown, given: (place: number) => string): string {
  const say = phrase as (...all: unknown[]) => string;
  for (const listAt of [-1, 0, 1, 2])
    try {
      return say(...Array.from({ length: 6 }, (_, i) => (i === listAt ? ['A'] : given(i))));
    } catch {
      // The phrase takes a list in another place.
    }
  throw new Error('A phrase could not be said.');
}

describe.each(LANGUAGES)('the words in %s', (language) => {
  const all = [
    ...texts(wordsIn(language), language),
    ...texts(customerWordsIn(language), `${language}.customers`),
    ...texts(historyWordsIn(language), `${language}.history`),
    ...texts(storyWordsIn(language), `${language}.biography`),
    ...texts(marketWordsIn(language), `${language}.markets`),
  ];

  test('leave nothing empty', () => {
    expect(all.length).toBeGreaterThan(150);
    expect(all.filter(([path, text]) => text.trim() === '' && !path.endsWith('.gap'))).toEqual(
      [],
    );
    expect(all.filter(([, text]) => /undefined|\[object/.test(text))).toEqual([]);
  });

  test('name every template, segment, decision and buffer', () => {
    const words = wordsIn(language);
    const names = TEMPLATE_NAMES.flatMap((template) =>
      TEMPLATES[template].segments.map(({ name }) => name),
    );
    expect(Object.keys(words.templates)).toEqual([...TEMPLATE_NAMES]);
    expect(Object.keys(words.segments).sort()).toEqual(
      [...new Set([...names, ...RFM_GROUPS, OTHER, SILENT])].sort(),
    );
    expect(Object.keys(words.decisions)).toEqual(kindsOf(DecisionSchema));
    expect(Object.keys(words.buffers).sort()).toEqual(kindsOf(BufferSchema).sort());
  });

  test('write a percentage as the numbers beside them do, with a zero before the point', () => {
    expect(all.filter(([, text]) => /\d %|(^|[\s(])\.\d/.test(text))).toEqual([]);
  });

  test('do not shout, and promise nothing', () => {
    const shouting =
      /[!！]|\b(collapse|disaster|guaranteed|optimal)\b|AI-powered|您|爆雷|崩盘/i;
    expect(all.filter(([, text]) => shouting.test(text))).toEqual([]);
  });
});

describe('the words in zh', () => {
  const customers = customerWordsIn('zh');
  const history = historyWordsIn('zh');
  const all = [
    ...texts(wordsIn('zh'), 'zh'),
    ...texts(customers, 'zh.customers'),
    ...texts(history, 'zh.history'),
    ...texts(storyWordsIn('zh'), 'zh.biography'),
    ...texts(marketWordsIn('zh'), 'zh.markets'),
  ];

  test('are Chinese, but for names and abbreviations', () => {
    const kept =
      /^(zh\.gap|zh\.verdict\.stop|zh\.segmentOf|zh\.biography\.(portrait|part)|zh\.timeline\.nps|zh\.evidence\.measures\.nps|zh\.header\.languages\.en|zh\.table\.key|zh\.stats\.waiting|zh\.tabs\.counted|zh\.inputs\.(fromTo|comma|nth)|zh\.customers\.importing\.formats\.(pdf|json)|zh\.brief\.(colon|range|assumptions\.cited|plan\.(decisions?|detailed))|zh\.customers\.(segments\.of|dialog\.rows\.kind)|zh\.history\.(fit\.changeAt|launch\.(heading|tripwires\.range)))$/;
    expect(
      all.filter(([path, text]) => !/\p{Script=Han}/u.test(text) && !kept.test(path)),
    ).toEqual([]);
  });

  test('put one space between Chinese and digits or Latin, none before full-width marks', () => {
    expect(all.filter(([, text]) => LOOSE.test(text))).toEqual([]);
    expect(badlySpaced('zh', wordsIn('zh'))).toEqual([]);
    expect(badlySpaced('zh.customers', customers)).toEqual([]);
    expect(badlySpaced('zh.history', history)).toEqual([]);
  });

  test('and words that do not would be found', () => {
    const wrong = {
      a: '第3 周',
      b: (n: string) => `第${n}周。`,
      c: (n: string) => `第 ${n} 周`,
    };
    expect(badlySpaced('x', { ...wrong, d: '3 次 ，' })).toEqual(['x.a', 'x.b']);
    expect(LOOSE.test('3 次 ，')).toBe(true);
  });
});

const LOOSE = /\s[，。：；、（）]|[，。：；、]\s/u;
const TIGHT =
  /\p{Script=Han}[0-9A-Za-z]|[0-9A-Za-z%]\p{Script=Han}|\p{Script=Han} \p{Script=Han}/u;

/** Arguments that are Chinese words, by their places; all others are numbers or names. */
const WORDS_GIVEN: Readonly<Record<string, readonly number[]>> = {
  'zh.history.launch.chart.label': [0],
  'zh.verdict.definition': [1],
  'zh.stats.revenue': [0],
  'zh.cliff.subtitle': [0],
  'zh.timeline.finding': [0],
  'zh.brief.frequency': [3],
  'zh.brief.plan.decision': [0, 2],
  'zh.brief.leavers.columns.lost': [0],
  'zh.brief.definition': [1],
  'zh.brief.stats.anyIn': [0],
  'zh.brief.stats.revenue': [0],
  'zh.brief.stats.customers': [0],
  'zh.brief.cliff.title': [0],
  'zh.brief.timeline.finding': [0],
  'zh.biography.and': [0, 1],
  'zh.biography.fell': [2],
  'zh.biography.fellBelow': [3],
  'zh.biography.rose': [2],
  'zh.evidence.effect.most': [0],
  'zh.evidence.leaves.share': [0],
  'zh.evidence.leaves.finding': [0],
  'zh.evidence.stats.any': [0],
  'zh.evidence.warning.first': [0],
  'zh.customers.importing.notes.columnChosen': [0],
  'zh.customers.importing.notes.columnIgnored': [0],
  'zh.customers.importing.fault': [3, 4],
  'zh.customers.importing.surplusCells': [2],
  'zh.customers.dialog.silent.found': [2],
  'zh.customers.dialog.silent.split': [2],
};

/** Paths of phrases without the right spaces around what they are given. */
function badlySpaced(path: string, entry: unknown): string[] {
  if (typeof entry === 'string') return TIGHT.test(entry) ? [path] : [];
  if (typeof entry === 'function') {
    const given = WORDS_GIVEN[path] ?? [];
    return TIGHT.test(said(entry, (place) => (given.includes(place) ? '甲' : '3')))
      ? [path]
      : [];
  }
  if (typeof entry !== 'object' || entry === null) return [];
  return Object.entries(entry).flatMap(([key, value]) => badlySpaced(`${path}.${key}`, value));
}

test('the language is the first of the reader that the page speaks', () => {
  expect(languageFor(['zh-TW', 'en'])).toBe('zh');
  expect(languageFor(['de-DE', 'zh-CN'])).toBe('zh');
  expect(languageFor(['fr', 'en-US', 'zh'])).toBe('en');
  expect(languageFor([])).toBe('en');
});

test('sentences about one and about several agree with their verbs', () => {
  expect(en.verdict.inTwenty(1)).toContain('1 in 20 simulated runs ends');
  expect(en.verdict.inTwenty(14)).toContain(
    '14 in 20 simulated runs end in a mass exit; 6 in 20 do not',
  );
  expect(en.verdict.inTwenty(19)).toContain('1 in 20 does not');
  expect(en.inputs.values.weeks(1, '1')).toBe('1 week');
});

describe('no component has words of its own', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.svelte'),
  );

  test('all of them are looked at', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files).toContain('App.svelte');
  });

  test.each(files)('%s', (name) => {
    const source = readFileSync(join('src', name), 'utf8');
    expect(ownWords(parse(source, { modern: true }).fragment)).toEqual([]);
  });

  test('nor has the page that they stand in, but for its name and what search engines say of it', () => {
    const source = readFileSync('index.html', 'utf8').replace(/^<!doctype html>/i, '');
    expect(ownWords(parse(source, { modern: true }).fragment)).toEqual([en.app.name]);
  });

  test('and one that had would be found', () => {
    const source =
      '<p title="Hello">{words.a}: <b>World</b></p>{#if a}<input placeholder="Name" alt={`x`} />{/if}';
    expect(ownWords(parse(source, { modern: true }).fragment)).toEqual([
      'Hello',
      'World',
      'Name',
      'x',
    ]);
  });

  test('a text in an expression would be found as well', () => {
    const source =
      '<p aria-label={on ? "On" : words.off}>{on ? `Ready, ${name}` : words.wait}</p>';
    expect(ownWords(parse(source, { modern: true }).fragment)).toEqual(['On', 'Ready,']);
  });
});

const SAID_ATTRIBUTES = [
  'title',
  'alt',
  'placeholder',
  'aria-label',
  'aria-valuetext',
  'aria-description',
  'label',
  'caption',
  'subtitle',
];

interface MarkupNode {
  readonly type?: string;
  readonly data?: string;
  readonly name?: string;
  readonly expression?: unknown;
}

/** Texts with letters, and attributes that are read out, as they stand in a component's markup. */
function ownWords(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(ownWords);
  if (typeof node !== 'object' || node === null) return [];
  const { type, data, name, expression } = node as MarkupNode;
  if (type === 'Text') return /\p{L}/u.test(data ?? '') ? [data?.trim() ?? ''] : [];
  if (type === 'ExpressionTag') return literals(expression);
  if (type === 'StyleDirective') return [];
  if (type === 'Attribute' && !SAID_ATTRIBUTES.includes(name ?? '')) return [];
  return Object.values(node).flatMap(ownWords);
}

/** Texts that an expression can come to: not those that it compares, asks for by key or hands to a function. */
function literals(node: unknown): string[] {
  const { type, value, quasis, consequent, alternate, left, right, operator } = node as Record<
    string,
    unknown
  >;
  const said = (text: unknown) =>
    typeof text === 'string' && /\p{L}/u.test(text) ? [text.trim()] : [];
  switch (type) {
    case 'Literal':
      return said(value);
    case 'TemplateLiteral':
      return (quasis as { value: { cooked: string } }[]).flatMap((part) =>
        said(part.value.cooked),
      );
    case 'ConditionalExpression':
      return [consequent, alternate].flatMap(literals);
    case 'LogicalExpression':
      return [left, right].flatMap(literals);
    case 'BinaryExpression':
      return operator === '+' ? [left, right].flatMap(literals) : [];
    default:
      return [];
  }
}

function kindsOf(schema: {
  options: readonly { entries: { kind: { literal: string } } }[];
}): string[] {
  return schema.options.map(({ entries }) => entries.kind.literal);
}
