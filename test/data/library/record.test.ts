import { describe, expect, test } from 'vitest';
import example from '../../../public/examples/general-price-rise.json';
import { readRecord, recordOf } from '../../../src/data/library/record.ts';
import type { RecordFormat } from '../../../src/data/library/record.ts';
import { parseScenario, sentenceOf } from '../../../src/model/parse.ts';

const parsed = parseScenario(example);
if (!parsed.ok) throw new Error('The example must hold.');
const { scenario } = parsed;
const record = recordOf(scenario, { id: 'a', time: 7, verdict: 'past', revision: 3 });

/** As it was kept before records knew anything but the scenario. */
const VERSION_0 = { version: 0, id: 'old', scenario: example };

describe('a record', () => {
  test('of the present version is read as it was kept', () => {
    expect(readRecord(record)).toEqual({ ok: true, record, converted: false });
    expect(record).toMatchObject({ name: scenario.name, template: 'general', version: 1 });
  });

  test('of version 0 is converted', () => {
    const { name } = scenario;
    expect(readRecord(VERSION_0)).toMatchObject({
      ok: true,
      converted: true,
      record: { id: 'old', version: 1, name, time: 0, verdict: null, revision: 1, scenario },
    });
  });

  test('of any earlier version is converted step by step', () => {
    const third: RecordFormat = {
      version: 3,
      converters: {
        1: ({ scenario: inner, ...rest }) => ({ ...rest, version: 2, content: inner }),
        2: ({ content, ...rest }) => ({ ...rest, version: 3, scenario: content }),
      },
    };
    expect(readRecord(record, third)).toMatchObject({ ok: true, converted: true });
    expect(readRecord(VERSION_0, third)).toMatchObject({ ok: false, newer: false });
    const throws = {
      ...third,
      converters: { ...third.converters, 2: () => JSON.parse('{') as unknown },
    };
    expect(readRecord(record, throws)).toMatchObject({
      ok: false,
      newer: false,
      name: record.name,
    });
  });

  test('of a newer version is left to that one', () => {
    const read = readRecord({ ...record, version: 2 });
    expect(read).toMatchObject({ ok: false, newer: true, name: scenario.name });
  });

  test('whose scenario is good survives damage to what the list shows', () => {
    const hurt = {
      ...record,
      time: NaN,
      verdict: 'drowned',
      revision: -1,
      name: 7,
      template: [],
    };
    expect(readRecord(hurt)).toMatchObject({
      ok: true,
      record: { id: 'a', name: scenario.name, time: 0, verdict: null, revision: 1 },
    });
  });

  const circle: Record<string, unknown> = { ...record };
  circle['scenario'] = circle;
  test.each([
    ['nothing', undefined, ''],
    ['a text', 'record', ''],
    ['a list', [record], ''],
    ['no version', { id: 'a', name: 'lost', scenario }, 'lost'],
    ['no id', { ...record, id: undefined }, record.name],
    ['no scenario', { ...record, scenario: null }, record.name],
    [
      'a scenario with a wrong number',
      { ...record, scenario: { ...scenario, horizon: -4 } },
      record.name,
    ],
    ['a name that only the scenario has', { version: 1, scenario: { name: 'inner' } }, 'inner'],
    ['a huge integer', { ...record, scenario: 10n }, ''],
    ['a circle', circle, ''],
    ['a date for a scenario', { ...record, scenario: new Date(0) }, record.name],
  ])(
    'that is %s is damaged, with a reason and what is left of its name',
    (_case, value, name) => {
      const read = readRecord(value);
      expect(read).toMatchObject({ ok: false, newer: false, name });
      expect(!read.ok && sentenceOf(read.problem)).toMatch(/^\w+.*: received .+, expected .+/s);
    },
  );
});
