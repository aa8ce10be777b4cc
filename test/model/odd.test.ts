/**
 * MODEL.md against the code: whatever the model has stands in the document, with the same figures, and the
 * document describes nothing that the model has not.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { GLOBAL_LEVERS, SEGMENT_LEVERS } from '../../src/model/levers.ts';
import { PARAMETERS, PARAMETER_NAMES } from '../../src/model/parameters.ts';
import type { ParameterSpec } from '../../src/model/parameters.ts';
import { SOURCES } from '../../src/model/sources.ts';
import { REFERENCES } from '../../src/model/references.ts';
import { BufferSchema, DecisionSchema } from '../../src/model/scenario.ts';
import { SEGMENT_SERIES, SERIES } from '../../src/model/series.ts';
import {
  SEGMENT_DEFAULTS,
  SEGMENT_FIELDS,
  TEMPLATES,
  TEMPLATE_NAMES,
} from '../../src/model/templates.ts';
import * as layout from '../../workers/kernel/assembly/layout.ts';

const text = readFileSync(new URL('../../src/model/MODEL.md', import.meta.url), 'utf8');

/** From a heading to the next one of the same rank or a higher one. */
function section(heading: string): string {
  const rank = /^#+/.exec(heading)?.[0] ?? '';
  const start = text.indexOf(`\n${heading}`);
  if (start < 0) throw new Error(`MODEL.md has no heading "${heading}"`);
  const rest = text.slice(start + 1 + heading.length);
  const end = rest.search(new RegExp(`^#{1,${rank.length}} `, 'm'));
  return end < 0 ? rest : rest.slice(0, end);
}

/** Tables of a section: rows of cells, the first row its header. */
function tables(within: string): string[][][] {
  return [...within.matchAll(/(?:^\|.*\|\n)+/gm)].map(([table]) =>
    table
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('|---'))
      .map((line) =>
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      ),
  );
}

/** The rows of the one table whose header begins with these words. */
function rowsOf(heading: string, ...header: readonly string[]): string[][] {
  const found = tables(section(heading)).filter(([head = []]) =>
    header.every((word, i) => head[i] === word),
  );
  expect(found, `tables "${header.join(' | ')}" in ${heading}`).toHaveLength(1);
  return found[0]?.slice(1) ?? [];
}

const codes = (cell = ''): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
const symbols = (rows: readonly string[][], column = 0) =>
  rows.flatMap((row) => codes(row[column]));

/** Names in the layout with one of some prefixes, such as S_ for traits. */
const inLayout = (...prefixes: readonly string[]) =>
  Object.keys(layout).flatMap((name) =>
    prefixes.flatMap((prefix) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : [])),
  );

const sorted = (names: readonly string[]) => names.toSorted();
const sameNames = (found: readonly string[], expected: readonly string[]) => {
  expect(sorted(found)).toEqual(sorted(expected));
};

const kindsOf = (schema: { options: readonly { entries: { kind: { literal: string } } }[] }) =>
  schema.options.map(({ entries }) => entries.kind.literal);

test('the seven elements of the protocol stand in their order, with all design concepts', () => {
  const headings = [...text.matchAll(/^## (\d)\. (.*)$/gm)].map(([, , title]) => title);
  expect(headings.slice(0, 7)).toEqual([
    'Purpose and patterns',
    'Entities, state variables and scales',
    'Process overview and scheduling',
    'Design concepts',
    'Initialization',
    'Input data',
    'Submodels',
  ]);
  const concepts = [...section('## 4. Design concepts').matchAll(/^\*\*(.*?)\.\*\*/gm)];
  expect(concepts.map(([, name]) => name)).toEqual([
    ...['Basic principles', 'Emergence', 'Adaptation', 'Objectives', 'Learning', 'Prediction'],
    ...['Sensing', 'Interaction', 'Stochasticity', 'Collectives', 'Observation'],
  ]);
});

describe('parameters', () => {
  const rows = rowsOf('### 7.8 Parameters', 'symbol', 'meaning', 'unit', 'default');

  test('the table names every parameter and no other', () => {
    expect(symbols(rows)).toEqual(PARAMETER_NAMES);
  });

  test.each(PARAMETER_NAMES)('%s stands there as in the code', (name) => {
    const spec: ParameterSpec = PARAMETERS[name];
    const [, meaning, unit, value, range, evidence, source = ''] =
      rows[PARAMETER_NAMES.indexOf(name)] ?? [];
    expect(meaning?.replace(/^\+ /, '')).toBe(spec.meaning);
    expect([unit, value, range, evidence]).toEqual([
      spec.unit,
      String(spec.default),
      `${spec.low} to ${spec.high}`,
      spec.evidence,
    ]);
    const { found = '', cite = [] } = SOURCES[name] ?? {};
    expect(source).toContain(found);
    for (const reference of cite) expect(source).toContain(reference);
  });

  test('the references are those of the code, each of them cited', () => {
    const list = section('## 9. References').split('rest on:')[1] ?? '';
    const entries = list.trim().split('\n');
    expect(entries).toEqual(Object.values(REFERENCES).map((entry) => `- ${entry}`));
    const cited = Object.values(SOURCES).flatMap(({ cite = [] }) => cite);
    sameNames([...new Set(cited)], Object.keys(REFERENCES));
  });

  test('works named in the text stand in the references', () => {
    const before = text.slice(0, text.indexOf('## 9. References')).replace(/^\|.*$/gm, '');
    const named = [...before.matchAll(/\(([A-Z]\w+)[^()|]*? (\d{4})\)/g)];
    expect(named.length).toBeGreaterThan(3);
    for (const [, author = '', year = ''] of named)
      expect(section('## 9. References')).toMatch(
        new RegExp(`^- ${author}.*\\(${year}\\)`, 'm'),
      );
  });
});

describe('templates', () => {
  const others = TEMPLATE_NAMES.filter((name) => name !== 'general');

  test('values that differ from the defaults', () => {
    const rows = rowsOf('### 7.9 Templates', 'symbol', ...others);
    const written = others.map((_, i) =>
      Object.fromEntries(
        rows.flatMap((row): [string, number][] => {
          const cell = row[i + 1] ?? '';
          return cell === '' ? [] : [[codes(row[0])[0] ?? '', Number(cell)]];
        }),
      ),
    );
    expect(written).toEqual(others.map((name) => TEMPLATES[name].parameters));
    expect(TEMPLATES.general.parameters).toEqual({});
  });

  test('segments', () => {
    const written = rowsOf('### 7.9 Templates', 'template', 'segment').map(
      ([template, name, share, fields = '']) => [
        template,
        {
          name: codes(name)[0],
          share: Number(share),
          ...Object.fromEntries(
            fields
              .split(', ')
              .filter((field) => field !== '')
              .map((field) => field.split(' '))
              .map(([field = '', value]): [string, number] => [field, Number(value)]),
          ),
        },
      ],
    );
    expect(written).toEqual(
      TEMPLATE_NAMES.flatMap((template) =>
        TEMPLATES[template].segments.map((segment) => [template, segment]),
      ),
    );
  });

  test('fields of a segment, with what holds unless stated', () => {
    const rows = rowsOf('### 5.2 Segments', 'field', 'meaning');
    expect(symbols(rows)).toEqual(SEGMENT_FIELDS);
    expect(rows.map((row) => Number(row[2]))).toEqual(Object.values(SEGMENT_DEFAULTS));
  });

  test('each has a paragraph on what it is good for', () => {
    const paragraphs = section('### 7.9 Templates').split('\n\n');
    for (const opening of [
      ...['General subscription', 'Consumer streaming', 'B2B software with annual terms'],
      ...['Telco with lock-in', 'Online community', 'Commodity without a cliff'],
    ]) {
      const paragraph = paragraphs.find((p) => p.startsWith(`**${opening}.**`)) ?? '';
      expect(paragraph).toMatch(/Good (?:for|as)/);
      expect(paragraph).toMatch(/% a\s+month/);
    }
  });
});

describe('entities and levers', () => {
  test('traits are those of the kernel', () => {
    // The share of one neighbour is drawn as a trait is, and stands beside what neighbours change.
    sameNames(symbols(rowsOf('### 2.1 Traits', 'symbol')), [...inLayout('S_', 'SR_'), 'id']);
  });

  test('states are those of the kernel', () => {
    const states = inLayout('D_', 'DR_').filter((name) => name !== 'id');
    sameNames(symbols(rowsOf('### 2.2 State', 'symbol')), states);
  });

  test('the state of the whole is that of the kernel', () => {
    sameNames(symbols(rowsOf('### 2.3 State', 'symbol')), inLayout('B_'));
  });

  test('levers for everybody and for a segment', () => {
    sameNames(symbols(rowsOf('### 7.1 Levers', 'global lever')), Object.keys(GLOBAL_LEVERS));
    sameNames(symbols(rowsOf('### 7.1 Levers', 'segment lever')), Object.keys(SEGMENT_LEVERS));
  });

  test('levers are made from the kinds of decisions and buffers that there are', () => {
    const made = ['global lever', 'segment lever'].flatMap((head) =>
      symbols(rowsOf('### 7.1 Levers', head), 2),
    );
    const withoutLever = ['pilot', 'fatigue', 'referral'];
    sameNames(
      [...new Set(made), ...withoutLever],
      [...kindsOf(DecisionSchema), ...kindsOf(BufferSchema)],
    );
  });

  test('series, and who sees them', () => {
    const rows = rowsOf('### 7.6 Observation', 'series');
    expect(symbols(rows)).toEqual(Object.keys(SERIES));
    expect(rows.map((row) => row[2])).toEqual(
      Object.values(SERIES).map(({ reported }) => (reported ? 'company' : 'model')),
    );
    const ofSegments = codes(/Each segment also has (.*)\./.exec(text)?.[1]);
    sameNames(ofSegments, Object.keys(SEGMENT_SERIES));
  });

  test('channels of the draws are those of the kernel', () => {
    const source = readFileSync(
      new URL('../../workers/kernel/assembly/random.ts', import.meta.url),
      'utf8',
    );
    const channels = [...source.matchAll(/CH_\w+: u32 = (\d+)/g)].map(([, n]) => Number(n));
    const rows = rowsOf('### 5.1 Draws', 'channel', 'draws');
    const written = rows
      .flatMap((row) => [row[0], row[3]])
      .filter((cell) => cell !== '')
      .map(Number);
    expect(written.toSorted((a, b) => a - b)).toEqual(channels);
  });
});

test('the limits are stated plainly', () => {
  for (const statement of [
    /practitioner's picture, not a finding/,
    /Most price rises that became public did not end in a\s+mass exit/,
    /able to produce \*no cliff\*/,
    /\*\*Weak inputs\.\*\*/,
  ])
    expect(text).toMatch(statement);
});

test('it stands alone', () => {
  expect(text).not.toMatch(/\.\.\/|previous version|shared\//);
});

test('comments that name a section of it name one that exists', () => {
  const headings = [...text.matchAll(/^#+ (\d(?:\.\d+)?)\.? /gm)].map(([, number]) => number);
  const named = ['src', 'workers', 'test'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readFileSync(`${folder}/${file}`, 'utf8').matchAll(
          /MODEL\.md,?(?: section)? (\d(?:\.\d+)?)(?: and (\d(?:\.\d+)?))?/g,
        ),
      ])
      .flatMap(([, first, second]) => [first, second]),
  );
  const sections = new Set(named.filter((number) => number !== undefined));
  expect(sections.size).toBeGreaterThan(5);
  expect([...sections].filter((number) => !headings.includes(number))).toEqual([]);
});
