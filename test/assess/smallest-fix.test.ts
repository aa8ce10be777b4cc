/** The order in which a smallest fix is looked for, on markets made up: which runs break is a rule. */
import { describe, expect, test } from 'vitest';
import { concludeFixes } from '../../src/assess/fixes.ts';
import type { Fixes } from '../../src/assess/fixes.ts';
import type { FixId } from '../../src/assess/fixTable.ts';
import type { Runner } from '../../src/assess/job.ts';
import { smallestFix } from '../../src/assess/smallestFix.ts';
import type { SmallestFix } from '../../src/assess/smallestFix.ts';
import { smallestLines } from '../../src/cli/fixText.ts';
import type { Costed, Scenario } from '../../src/model/scenario.ts';
import { shown } from '../../src/views/assess/rail/fix-card.ts';
import { wordsIn } from '../../src/words/index.ts';
import { numbersFor } from '../../src/words/numbers.ts';
import { sizesFor } from '../../src/words/sizes.ts';

const rise: Scenario = {
  ...{ version: 1, name: 'least', seed: 'least', horizon: 70, customers: 800, runs: 8 },
  ...{ template: 'general', buffers: [] },
  decisions: [{ kind: 'price', week: 8, change: 0.36 }],
};

/** A market that breaks or holds by the fixes in place and the size. */
const market = (breaks: (fixes: ReadonlySet<string>, size: number) => boolean): Runner => ({
  perform: (_job, args) => {
    const [{ buffers, decisions }] = args as unknown as [Scenario];
    const [decision] = decisions;
    const size = (decision?.kind === 'price' && decision.change) || 0;
    const kinds = new Set([...buffers, ...decisions].map(({ kind }) => kind as string));
    return Promise.resolve((breaks(kinds, size) ? 0.5 : 0) as never);
  },
});

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

/** Each of these moves the tipping point up. */
const helping = (...ids: FixId[]): Fixes =>
  concludeFixes(
    'price',
    0.36,
    [{ tip: 0.2 }],
    ids.map((id) => ({ id, scenario: rise, runs: [{ tip: 0.25 }] })),
  );

const found = (fixes: Fixes, runner: Runner, ...costOrder: Costed[]): Promise<SmallestFix> =>
  smallestFix(costOrder.length > 0 ? { ...rise, costOrder } : rise, fixes, runner);

const said = (fix: SmallestFix) => smallestLines(fix, 'price').join('\n');

describe('where a smaller decision comes before some fixes', () => {
  const both = market(
    (has, size) => size > 0 && !(has.has('explanation') && has.has('openness')),
  );

  test('they are looked at all the same if no size is small enough', async () => {
    const fix = await found(
      ...([helping('explanation', 'openness'), both] as const),
      ...(['smallerDecision', 'explanation', 'openness'] as const),
    );
    expect(fix).toMatchObject({
      kind: 'found',
      fixes: ['explanation', 'openness'],
      size: null,
    });
  });

  test('and are not if one is', async () => {
    const small = market((_has, size) => size > 0.2);
    const fix = await found(helping('explanation'), small, 'smallerDecision', 'explanation');
    expect(fix).toMatchObject({ kind: 'found', fixes: [], size: 0.2, alternative: null });
  });

  test('a smaller size with all of them is the last resort', async () => {
    const all = market((has, size) => !has.has('explanation') || size > 0.3);
    const fix = await found(helping('explanation'), all, 'smallerDecision', 'explanation');
    expect(fix).toMatchObject({ kind: 'found', fixes: ['explanation'], size: 0.3 });
  });
});

describe('where no fix suffices at the size', () => {
  const larger = market((has, size) => size > (has.has('explanation') ? 0.3 : 0.15));

  test('the largest size is told without them, and with those that let it be larger', async () => {
    const fix = await found(helping('explanation', 'openness'), larger);
    expect(fix).toMatchObject({
      ...{ kind: 'found', fixes: [], size: 0.15 },
      alternative: { fixes: ['explanation'], size: 0.3, after: { exits: 0, runs: 8 } },
    });
    expect(said(fix)).toBe(
      [
        'A decision of only +15 %: 8 of 8 runs become 0 of 8, chance 0.0 % (0.0 to 25).',
        'Or Explain the reasons (explanation) + only +30 %: 8 of 8 runs become 0 of 8, chance 0.0 % (0.0 to 25).',
      ].join('\n'),
    );
    const voice = {
      words: wordsIn('en'),
      sizes: sizesFor(wordsIn('en'), numbersFor('en'), 'price'),
    };
    expect(shown(voice, fix)).toMatchObject({
      ...{ steps: [{ label: 'Only +15%' }] },
      other: { names: ['Explain the reasons', 'Only +30%'], after: { chance: 0 } },
    });
  });

  test('what costs more than a smaller decision is no other one to choose', async () => {
    const fix = await found(
      ...([helping('explanation', 'openness'), larger] as const),
      ...(['openness', 'smallerDecision', 'explanation'] as const),
    );
    expect(fix).toMatchObject({ kind: 'found', fixes: [], size: 0.15, alternative: null });
  });

  test('there is no other one to choose where they let it be no larger', async () => {
    const alike = market((_has, size) => size > 0.15);
    const fix = await found(helping('explanation', 'openness'), alike);
    expect(fix).toMatchObject({ kind: 'found', fixes: [], size: 0.15, alternative: null });
  });
});

describe('the least', () => {
  const three = helping('explanation', 'openness', 'pause');
  const order = ['explanation', 'openness', 'pause'] as const;

  test('has nothing in it that it does without', async () => {
    const last = market((has) => !has.has('pause'));
    expect(await found(three, last, ...order)).toMatchObject({ fixes: ['pause'] });
  });

  test('spares what costs more where it can do without either', async () => {
    const either = market(
      (has) => !(has.has('pause') && (has.has('explanation') || has.has('openness'))),
    );
    expect(await found(three, either, ...order)).toMatchObject({
      fixes: ['explanation', 'pause'],
    });
  });

  test('is made of what helps alone, and of nothing that only does no harm', async () => {
    const idle = concludeFixes('price', 0.36, times(8, { tip: 0.2 }), [
      { id: 'explanation', scenario: rise, runs: times(8, { tip: 0.2 }) },
    ]);
    expect(idle.fixes[0]?.effect).toBe('nothing');
    const market1 = market((has) => !has.has('explanation'));
    expect(await found(idle, market1, 'explanation')).toMatchObject({ kind: 'noneFound' });
  });

  test('is looked for while a quarter of the runs break', async () => {
    const breakingIn = (runs: number): Runner => ({
      perform: (_job, args) => Promise.resolve(((args[1] as number) < runs ? 0.5 : 0) as never),
    });
    expect((await found(helping(), breakingIn(1))).kind).toBe('notNeeded');
    expect((await found(helping(), breakingIn(2))).kind).toBe('noneFound');
  });

  test.each([0.005, 0.205, 0.355])('size is found to half a point: %f', async (most) => {
    const small = market((_has, size) => size > most);
    expect(await found(helping(), small)).toMatchObject({ kind: 'found', size: most });
  });

  test('is no smaller cut of a price that is cut', async () => {
    const cut: Scenario = { ...rise, decisions: [{ kind: 'price', week: 8, change: -0.2 }] };
    const fix = await smallestFix(
      cut,
      helping(),
      market(() => true),
    );
    expect(fix).toMatchObject({ kind: 'noneFound', smaller: false });
  });
});

describe('where none is found', () => {
  const always = market(() => true);

  test('what was tried is told, and nothing else is claimed', async () => {
    const fix = await found(helping('explanation', 'openness'), always);
    expect(fix).toMatchObject({
      ...{ kind: 'noneFound', tried: ['explanation', 'openness'], smaller: true, leftOut: [] },
    });
    expect(said(fix)).toBe(
      'None was found: Explain the reasons (explanation) + Open the data export (openness) together do not suffice, nor with the decision at next to nothing.',
    );
  });

  test('what the order of costs leaves out was not tried, and is told', async () => {
    const fix = await found(helping('explanation', 'openness'), always, 'explanation');
    expect(fix).toMatchObject({
      ...{ kind: 'noneFound', tried: ['explanation'], smaller: false, leftOut: ['openness'] },
    });
    expect(said(fix)).toBe(
      [
        'None was found: Explain the reasons (explanation) alone does not suffice.',
        'Not tried, as the cost order leaves it out: Open the data export (openness).',
      ].join('\n'),
    );
    const voice = {
      words: wordsIn('zh'),
      sizes: sizesFor(wordsIn('zh'), numbersFor('zh'), 'price'),
    };
    expect(shown(voice, fix)).toEqual({ leftOut: ['开放数据导出'] });
  });

  test('nothing is said to fail together where nothing helps alone', async () => {
    const fix = await found(helping(), always);
    expect(said(fix)).toBe(
      'None was found: no fix that may be used helps, and no smaller decision does.',
    );
  });
});
