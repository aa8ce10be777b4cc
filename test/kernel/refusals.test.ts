/** What the kernel cannot run it refuses, in words and before anything has happened. */
import { expect, describe, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import { leverTable, templateMarket } from '../support/kernel.ts';

const KEY = [1, 2] as const;
const WEEKS = 6;
const table = leverTable(WEEKS, 4);
const market = templateMarket('general', 200);

function messageOf(act: () => void): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  return 'not refused';
}

const refusal = async (over: Partial<typeof market>): Promise<string> => {
  const kernel = await Kernel.load();
  return messageOf(() => kernel.begin({ ...market, ...over }, KEY, table));
};

describe('a market is refused', () => {
  test.each([NaN, Infinity, -Infinity])('for a parameter that is %s', async (rho) => {
    const message = await refusal({ parameters: { ...market.parameters, rho } });
    expect(message).toBe(
      `parameters.rho: received ${rho}, expected a number from 0 to 1 (per week)`,
    );
  });

  test('for all parameters out of range at once, each named', async () => {
    const wrong = { beta: -0.1, mem: 1.2, kappa: 0, fearPow: 1.5 };
    const lines = (await refusal({ parameters: { ...market.parameters, ...wrong } })).split(
      '\n',
    );
    expect(lines.map((line) => line.split(': received ')[0])).toEqual([
      ...['parameters.beta', 'parameters.fearPow', 'parameters.kappa', 'parameters.mem'],
    ]);
    for (const [name, value] of Object.entries(wrong))
      expect(lines).toContainEqual(
        expect.stringContaining(`${name}: received ${value}, expected`),
      );
  });

  test.each([0, -5, 12.5, NaN, 2 ** 32 + 1])('for %s customers', async (customers) => {
    expect(await refusal({ customers })).toBe(
      `customers: received ${customers}, expected a whole number from 1 to 100000000`,
    );
  });

  test('for segments without a share, or with a field that is not a number', async () => {
    expect(await refusal({ segments: [] })).toContain('segments: received an empty list');
    const segments = [
      { name: 'a', share: 0 },
      { name: 'b', share: 1, voice: NaN },
    ];
    const lines = (await refusal({ segments })).split('\n');
    expect(lines[0]).toContain('segments[0].share: received 0, expected');
    expect(lines[1]).toContain('segments[1].voice: received NaN, expected');
  });

  test('for more customers than memory, with the memory asked for and the limit', async () => {
    const message = await refusal({ customers: 50_000_000 });
    expect(message).toMatch(
      /^customers: the simulation would need 1\d,\d{3} MiB of memory, and the limit is 2,048 MiB/,
    );
  });
});

describe('a refusal', () => {
  const tableOf = (kernel: Kernel) => kernel.series().table;

  test('leaves a new kernel without a market', async () => {
    const kernel = await Kernel.load();
    messageOf(() => kernel.begin({ ...market, customers: 0 }, KEY, table));
    for (const act of [
      () => kernel.run(0, 1, 'all'),
      () => kernel.passOnly(0),
      () => kernel.series(),
    ])
      expect(messageOf(act)).toBe('The kernel has no market yet: begin comes first.');
  });

  test('of a parameter leaves the market before as it was', async () => {
    const [kernel, undisturbed] = [await Kernel.load(), await Kernel.load()];
    for (const one of [kernel, undisturbed]) {
      one.begin(market, KEY, table);
      one.run(0, 3, 'all');
    }
    const parameters = { ...market.parameters, rho: NaN };
    expect(() => kernel.begin({ ...market, parameters }, [7, 8], table)).toThrow(
      'parameters.rho',
    );
    for (const one of [kernel, undisturbed]) one.run(3, WEEKS, 'all');
    expect(tableOf(kernel)).toEqual(tableOf(undisturbed));
  });

  test('for want of memory runs nothing, and the next market is none the worse for it', async () => {
    const [kernel, undisturbed] = [await Kernel.load(), await Kernel.load()];
    kernel.begin(market, KEY, table);
    expect(() => kernel.begin({ ...market, customers: 50_000_000 }, KEY, table)).toThrow('MiB');
    expect(() => kernel.run(0, 1, 'all')).toThrow();
    for (const one of [kernel, undisturbed]) {
      one.begin(market, KEY, table);
      one.run(0, WEEKS, 'all');
    }
    expect(tableOf(kernel)).toEqual(tableOf(undisturbed));
  });
});
