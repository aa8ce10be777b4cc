import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { doseOf, selectedDecision } from '../../src/model/dose.ts';
import { compileLevers } from '../../src/model/levers.ts';
import { parseScenarioText, sentenceOf } from '../../src/model/parse.ts';

const folder = new URL('../../public/examples/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

function exampleOf(file: string) {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const parsed = parseScenarioText(text);
  if (!parsed.ok) throw new Error(parsed.problems.map(sentenceOf).join('\n'));
  return { text, scenario: parsed.scenario };
}

describe('examples', () => {
  test('there is one for every market and every way of deciding', () => {
    const scenarios = files.map((file) => exampleOf(file).scenario);
    const markets = scenarios.map(({ template }) => template);
    for (const market of ['general', 'streaming', 'saas', 'telco', 'community', 'commodity'])
      expect(markets).toContain(market);
    const some = (found: (scenario: (typeof scenarios)[number]) => boolean) =>
      expect(scenarios.some(found)).toBe(true);
    some(({ decisions }) => decisions.some(({ week }) => week < 0));
    some(({ buffers }) => buffers.some(({ kind }) => kind === 'pilot'));
    some(({ buffers }) => buffers.some((b) => b.kind === 'saveDesk' && b.mode === 'obstruct'));
  });

  test.each(files)('%s can be assessed', (file) => {
    const { text, scenario } = exampleOf(file);
    expect(text).toContain('"$schema": "../scenario.schema.json"');
    const selected = selectedDecision(scenario);
    expect(typeof selected === 'number' && doseOf(scenario, selected)).toBeGreaterThan(0);
    const table = compileLevers(scenario);
    expect(table.blocks.every(Number.isFinite)).toBe(true);
    expect(table.globals.every(Number.isFinite)).toBe(true);
  });

  test('the page opens with a rise of 25 % in the general market', () => {
    expect(exampleOf('general-price-rise.json').scenario).toMatchObject({
      template: 'general',
      horizon: 112,
      customers: 4000,
      runs: 120,
      decisions: [{ kind: 'price', week: 8, change: 0.25 }],
      buffers: [{ kind: 'notice', weeks: 4 }],
    });
  });
});
