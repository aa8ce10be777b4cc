import { describe, expect, it } from 'vitest';
import { mergeFragment } from '../../src/data/merge.ts';
import { linkOf, readLink } from '../../src/data/link.ts';
import { parseScenario, parseScenarioText } from '../../src/model/parse.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { accepted, alike, csv } from './tables.ts';

const ROWS = [
  ...alike(80, [10, 'Month-to-month', 20, 'No']),
  ...alike(20, [5, 'Month-to-month', 20, 'Yes']),
  ...alike(100, [40, 'One year', 60, 'No']),
];
const { fragment } = await accepted(csv(ROWS));

function scenario(parts: object): Scenario {
  const parsed = parseScenario({
    version: 1,
    name: 'mine',
    seed: 's',
    horizon: 104,
    customers: 2000,
    runs: 4,
    template: 'streaming',
    parameters: { annual: 0.3, h0: 0.01, kappa: 0.1 },
    listPrice: 15,
    decisions: [{ kind: 'price', week: 10, change: 0.18 }],
    buffers: [],
    ...parts,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

describe('putting customers into a scenario', () => {
  it('replaces who the customers are and keeps the rest', () => {
    const before = scenario({});
    const merged = mergeFragment(before, fragment);
    expect(merged).toEqual({
      ok: true,
      scenario: {
        ...before,
        template: 'telco',
        segments: fragment.segments,
        listPrice: 40,
        origin: fragment.origin,
        parameters: { kappa: 0.1, annual: 0, h0: fragment.parameters.h0 },
      },
    });
  });

  it('does not keep parameters of earlier customers that the file does not tell', async () => {
    const prices = csv(
      ROWS.map((row) => [row[3] ?? '']),
      ['price'],
    );
    const merged = mergeFragment(scenario({}), (await accepted(prices)).fragment);
    expect(merged).toMatchObject({ ok: true, scenario: { parameters: { kappa: 0.1 } } });
    if (merged.ok) expect(Object.keys(merged.scenario.parameters ?? {})).toEqual(['kappa']);
  });

  it('refuses a decision and a buffer aimed at a segment that is no more, and changes nothing', () => {
    const before = scenario({
      decisions: [{ kind: 'price', week: 10, change: 0.18, segments: ['fans'] }],
      buffers: [
        { kind: 'compensation', week: 12, credit: 0.1, segments: ['casual', 'family'] },
      ],
    });
    const copy = structuredClone(before);
    const merged = mergeFragment(before, fragment);
    expect(merged.ok).toBe(false);
    if (!merged.ok)
      expect(merged.problems.map(({ path, received }) => [path, received])).toEqual([
        ['decisions[0].segments[0]', 'fans'],
        ['buffers[0].segments[0]', 'casual'],
        ['buffers[0].segments[1]', 'family'],
      ]);
    expect(before).toEqual(copy);
  });

  it('refuses a price in the money of another list price', () => {
    const before = scenario({ decisions: [{ kind: 'price', week: 10, newPrice: 17.99 }] });
    const merged = mergeFragment(before, fragment);
    expect(merged).toMatchObject({
      ok: false,
      problems: [{ path: 'decisions[0].newPrice', received: 17.99 }],
    });
    const again = scenario({ ...before, listPrice: 40 });
    expect(mergeFragment(again, fragment).ok).toBe(true);
  });

  it('keeps where they come from through a link and as JSON', () => {
    const merged = mergeFragment(scenario({}), fragment);
    if (!merged.ok) throw new Error('refused');
    expect(merged.scenario.origin).toMatchObject({ rows: 200, leftOut: 0 });
    expect(readLink(linkOf(merged.scenario) ?? '')).toMatchObject({
      ok: true,
      scenario: { ...merged.scenario, origin: { rows: 200, leftOut: 0 } },
    });
    expect(parseScenarioText(JSON.stringify(merged.scenario))).toEqual(merged);
  });

  it('takes the same customers twice', () => {
    const once = mergeFragment(scenario({}), fragment);
    if (!once.ok) throw new Error('refused');
    expect(mergeFragment(once.scenario, fragment)).toEqual(once);
  });
});
