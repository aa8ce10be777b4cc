/** The commands that look around: sweep, templates, and the gate of assess. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvParse } from 'd3-dsv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assess/assess.ts';
import { TEMPLATE_NAMES } from '../../src/model/templates.ts';
import { thermocline } from '../support/terminal.ts';

const scenario = {
  ...{ version: 1, name: 'Sweep', seed: 'sweep', horizon: 60, customers: 600, runs: 4 },
  template: 'general',
  decisions: [{ kind: 'price', week: 2, change: 0.3 }],
  buffers: [{ kind: 'notice', weeks: 4 }],
};
let folder = '';
let file = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thermocline-sweep-'));
  file = join(folder, 'scenario.json');
  await writeFile(file, JSON.stringify(scenario));
  await thermocline('help');
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

describe('sweep', { timeout: 60_000 }, () => {
  test('one row per combination, which is what assess finds at that size', async () => {
    const { code, stdout, stderr } = await thermocline(
      ...['sweep', file, '--csv', '--vary', 'decisions[0].change=0.1..0.9:0.4'],
      ...['--vary', 'buffers[0].weeks=0..8:8'],
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const rows = csvParse(stdout);
    expect(rows.columns).toEqual([
      'decisions[0].change [share of list price]',
      'buffers[0].weeks [weeks]',
      'runs [count]',
      'mass_exits [runs]',
      'chance [share of runs]',
      'chance_low90 [share of runs]',
      'chance_high90 [share of runs]',
      "loss_median [share of the twin's customers]",
      "loss_p05 [share of the twin's customers]",
      "loss_p95 [share of the twin's customers]",
    ]);
    const [change, weeks] = rows.columns;
    expect(rows.map((row) => [row[change ?? ''], row[weeks ?? '']])).toEqual([
      ...[
        ['0.1', '0'],
        ['0.1', '8'],
      ],
      ...[
        ['0.5', '0'],
        ['0.5', '8'],
      ],
      ...[
        ['0.9', '0'],
        ['0.9', '8'],
      ],
    ]);
    expect(rows.at(0)?.['chance [share of runs]']).toBe('0');
    expect(rows.at(-1)).toMatchObject({
      'runs [count]': '4',
      'mass_exits [runs]': '4',
      'chance [share of runs]': '1',
    });
    const assessed = await thermocline('assess', file, '--json', '--quick', '--size', '0.5');
    const { loss } = JSON.parse(assessed.stdout) as Assessment;
    const same = await thermocline(
      ...['sweep', file, '--csv', '--vary', 'decisions[0].change=0.5..0.5:1'],
    );
    expect(csvParse(same.stdout)[0]).toMatchObject({
      "loss_median [share of the twin's customers]": `${loss.value}`,
      "loss_p05 [share of the twin's customers]": `${loss.low}`,
      "loss_p95 [share of the twin's customers]": `${loss.high}`,
    });
  });

  test.each([
    ['--vary decisions[0].change=0..4:1', /decisions\[0\]\.change: received 4, expected/],
    ['--vary decisions[3].change=0..1:1', /there is no 3/],
    ['--vary parameters.charm=0..1:1', /parameters\.charm: received/],
    ['--vary decisions[0].change=1..0:0.1', /expected <path>=<from>\.\.<to>:<step>/],
    ['--vary decisions[0].change=0..1:0', /expected <path>=<from>\.\.<to>:<step>/],
    ['--vary customers=200..2000000:1', /expected <path>|expected at most 10000/],
    ['--vary decisions[0].week=60..70:10', /decisions\[0\]\.week: received/],
    ['--vary customers=1..199:0.00001', /expected at most 10000 values; these are 19800001$/m],
    [
      '--vary decisions[0].change=0.1..0.2:0.5',
      /leads from 0\.1 to 0\.2; this one leads to 0\.1$/m,
    ],
    [
      '--vary decisions[0].change=0..0.25:0.1',
      /leads from 0 to 0\.25; this one leads to 0\.2$/m,
    ],
    ['--vary customers=2..1e400:1', /expected <path>=<from>/],
    [
      '--vary customers=1..199:1',
      /^customers: received 1, .*\n\(and 197 more of the kind, up to\)\ncustomers: received 199, .*\n$/,
    ],
    [
      '--vary decisions[0].change=0.1..0.2:0.1 --vary decisions.0.change=0.1..0.2:0.1',
      /received "decisions\[0\]\.change" twice, expected two different inputs/,
    ],
    ['', /received 0 of them, expected one or two/],
  ])('refuses %s with a sentence', async (options, sentence) => {
    const words = options === '' ? [] : options.split(' ');
    const { code, stdout, stderr } = await thermocline('sweep', file, '--csv', ...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
  });
});

test('a file without a decision to assess is named', async () => {
  const path = join(folder, 'undecided.json');
  await writeFile(path, JSON.stringify({ ...scenario, decisions: [] }));
  const sweep = ['sweep', path, '--csv', '--vary', 'parameters.rho=0.1..0.1:1'];
  const launch = ['launch', path, '--actuals', 'none.csv'];
  const all = [['assess', path], ['brief', path], launch, sweep];
  for (const args of all) {
    const { code, stderr } = await thermocline(...args);
    expect({ code, stderr }, args[0]).toEqual({
      code: 2,
      stderr: `${path}: decisions: received [], expected a decision with a size, dated week 0 or later, to assess\n`,
    });
  }
}, 60_000);

describe('what assess prints', { timeout: 60_000 }, () => {
  const assessed = async (name: string, differences: object, ...args: string[]) => {
    const path = join(folder, `${name}.json`);
    await writeFile(path, JSON.stringify({ ...scenario, runs: 40, ...differences }));
    const [text, json] = await Promise.all([
      thermocline('assess', path, '--quick', ...args),
      thermocline('assess', path, '--quick', '--json', ...args),
    ]);
    return { text: text.stdout, ...(JSON.parse(json.stdout) as Assessment) };
  };

  test('openness is closed by what there is, and no further', async () => {
    const decisions = [{ kind: 'openness', week: 2, level: 0.05 }];
    const { text, decision, cliff } = await assessed('closing', { decisions });
    expect(decision).toMatchObject({ lever: 'openness', before: 0.2, limit: 0.2 });
    expect(cliff.at(-1)?.dose).toBeLessThanOrEqual(0.2);
    expect(text).toContain('export openness (openness) closed by 0.15 (to 0.05) in week 2');
    expect(text).toMatch(/Tipping point +none up to closing by 0\.2\n/);
    expect(text).toMatch(/Constant elasticity .* gained at closing by 0\.15;/);
    const closed = { kind: 'openness', week: -2, level: 0 };
    const opened = [{ kind: 'openness', week: 2, level: 0.7 }, closed];
    const opening = await assessed('opening', { decisions: opened });
    expect(opening.text).toContain('(openness) opened by 0.7 (to 0.7) in week 2');
  });

  test('the distance from the tipping point, and how many runs each figure is of', async () => {
    const { text, distance, tippingPoint, ...found } = await assessed('distance', {});
    expect(distance).toBeCloseTo(0.3 - (tippingPoint?.value ?? NaN), 12);
    const points = Math.abs((distance ?? NaN) * 100).toFixed(1);
    const side = (distance ?? NaN) > 0 ? 'beyond' : 'below';
    expect(text).toMatch(new RegExp(`Distance +${points} points ${side} the tipping point\\n`));
    expect(text).toContain(
      `By size: losses of ${found.sweptRuns} runs, chances of ${found.cliffRuns} runs; the chance above: all ${found.runs} runs at`,
    );
    expect(found.sweptRuns).toBe(40);
  });

  test('a price cut spares nothing where a shock alone breaks all runs', async () => {
    const decisions = [
      { kind: 'price', week: 2, change: -0.2 },
      { kind: 'shock', week: 3, size: 1.5 },
    ];
    const found = await assessed('cut', { decisions });
    expect(found.massExit.chance).toBe(1);
    expect(found).toMatchObject({ verdict: 'past', distance: null });
    expect(found.text).toContain('Past the thermocline');
    expect(found.text).toMatch(/Distance +none: half of the runs or more end in a mass exit/);
  });
});

describe('the gate', { timeout: 60_000 }, () => {
  const assess = (...args: string[]) =>
    thermocline('assess', file, '--json', '--quick', '--runs', '40', ...args);

  test('lets pass what does not exceed it, and ends with 1 otherwise', async () => {
    const [harmless, harmful, allowed] = await Promise.all([
      assess('--size', '0.02', '--gate', '0.05'),
      assess('--size', '0.95', '--gate', '5%'),
      assess('--size', '0.95', '--gate', '1'),
    ]);
    expect(harmless).toMatchObject({ code: 0, stderr: '' });
    expect(harmful.code).toBe(1);
    expect(harmful.stderr).toMatch(/chance of a mass exit is 1, expected at most 0\.05/);
    expect(harmful.stdout).toBe(allowed.stdout);
    expect(allowed.code).toBe(0);
  });

  test('is not passed where nothing is decided', async () => {
    const few = ['--size', '0.02', '--gate', '1', '--runs', '39'];
    const { code, stdout, stderr } = await assess(...few);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^--gate: received 39 runs to decide by, expected at least 40;/);
    expect(stdout).toContain('"verdict": "counting"');
  });

  test.each([
    ['--gate', 'soon', /--gate: received "soon", expected a chance from 0 to 1/],
    ['--gate', '1.5', /--gate: received "1.5"/],
    ['--runs', '0', /--runs: received "0", expected a whole number from 1/],
    ['--runs', '-3', /^--runs: received "-3", expected a whole number from 1/],
    ['--threshold', '-0.1', /^--threshold: received "-0.1", expected a number from 0.01/],
    ['--size', '-.99', /^decisions\[0\]\.change: received -0.99, expected a number from -0.9/],
    ['--customer', '600', /^--customer: received 600, expected a whole number from 0 to 599/],
    ['--quick', '--screen', /^--quick: received --screen as well, expected one of them/],
    ['--size', '1e400', /^--size: received "1e400", expected a number/],
    ['--threshold', '1.2', /--threshold: received "1.2", expected a number from 0.01 to 0.99/],
  ])('%s %s is refused', async (option, value, sentence) => {
    const { code, stderr } = await thermocline('assess', file, option, value);
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
  });
});

test('templates are listed with what they are good for', async () => {
  const { code, stdout } = await thermocline('templates');
  expect(code).toBe(0);
  for (const name of TEMPLATE_NAMES) expect(stdout).toMatch(new RegExp(`^${name}$`, 'm'));
  expect(stdout).toContain('there is no cliff');
}, 60_000);
