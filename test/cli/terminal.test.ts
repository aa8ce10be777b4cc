import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvParse } from 'd3-dsv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { USUAL_QUESTIONS } from '../../src/assess/answers.ts';
import type { Assessment } from '../../src/assess/assess.ts';
import { inputDigest } from '../../src/assess/digest.ts';
import type { CustomerFragment } from '../../src/data/fragment.ts';
import type { CustomerReport } from '../../src/data/report.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { SERIES_NAMES } from '../../src/model/series.ts';
import { root, thermocline } from '../support/terminal.ts';

const example = 'public/examples/streaming-price-rise.json';
const sharedFile = join(root, '../shared/data/ibm-telco-churn.csv');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thermocline-'));
  await thermocline('help');
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

async function scenarioFile(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const small = {
  version: 1,
  name: 'Small',
  seed: 'terminal',
  horizon: 60,
  customers: 600,
  runs: 6,
  template: 'community',
  decisions: [{ kind: 'price', week: 2, change: 0.5 }],
  buffers: [],
};

test('tells how a command is used, whatever else is asked of it', async () => {
  const [all, brief, again] = await Promise.all([
    thermocline('--help'),
    thermocline('brief', 'missing.json', '--help'),
    thermocline('help', 'brief'),
  ]);
  expect(all.stdout).toContain('thermocline sweep');
  expect(brief).toMatchObject({ code: 0, stderr: '' });
  expect(brief.stdout).toMatch(/^thermocline brief [^]*\nAll: --workers/);
  expect(brief.stdout).not.toContain('thermocline sweep');
  expect(again.stdout).toBe(brief.stdout);
});

describe('assess', { timeout: 120_000 }, () => {
  test('prints the same bytes twice, and with one worker or three', async () => {
    const args = ['assess', example, '--json', '--quick', '--runs', '4', '--seed', 'bytes'];
    const [two, again, one, three] = await Promise.all([
      thermocline(...args),
      thermocline(...args),
      thermocline(...args, '--workers', '1'),
      thermocline(...args, '--workers', '3'),
    ]);
    expect(two).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toBe(two.stdout);
    expect(one.stdout).toBe(two.stdout);
    expect(three.stdout).toBe(two.stdout);
    const assessment = JSON.parse(two.stdout) as Assessment;
    expect(assessment).toMatchObject({
      seed: 'bytes',
      customers: 4000,
      runs: 4,
      verdict: 'counting',
      massExit: { threshold: 0.2, runs: 4 },
      tippingPoint: { lever: 'price' },
    });
    expect(assessment.cliff[0]).toMatchObject({ dose: 0, chance: 0 });
    expect(assessment.cliff.at(-1)?.chance).toBe(1);
  });

  test('a larger size loses more, and the options reach the answer', async () => {
    const path = await scenarioFile('small.json', small);
    const at = async (...args: string[]) => {
      const { stdout } = await thermocline('assess', path, '--json', '--quick', ...args);
      return JSON.parse(stdout) as Assessment;
    };
    const [gentle, harsh] = await Promise.all([
      at('--size', '5%'),
      at('--size', '0.8', '--threshold', '0.9'),
    ]);
    expect(gentle.decision.size).toBe(0.05);
    expect(gentle.massExit.chance).toBe(0);
    expect(harsh.loss.value).toBeGreaterThan(gentle.loss.value);
    expect(harsh.massExit.threshold).toBe(0.9);
  });

  test('text carries the figures of the JSON', async () => {
    const path = await scenarioFile('small-text.json', {
      ...{ ...small, customers: 240, horizon: 30 },
    });
    const [text, json, alone] = await Promise.all([
      thermocline('assess', path),
      thermocline('assess', path, '--json'),
      thermocline('assess', path, '--json', '--workers', '1'),
    ]);
    expect(alone.stdout).toBe(json.stdout);
    const { massExit, answers } = JSON.parse(json.stdout) as Assessment;
    expect(Object.keys(answers)).toEqual([...USUAL_QUESTIONS]);
    // Nothing was decided before, and everybody is hit: those questions do not arise.
    expect(answers).toMatchObject({ history: null, homophily: null });
    for (const fix of answers.fixes?.fixes ?? []) expect(text.stdout).toContain(fix.id);
    expect(text.stdout).toContain('Way back (');
    expect(text.stdout).toContain('Early warning (');
    expect(text.stdout).toContain('Would a pilot tell (');
    expect(text.stdout).toContain('a loss wears trust 0.7 times as fast as assumed');
    expect(text.stdout).toContain(`${massExit.exits} of 6 runs lose 20 % or more`);
    expect(text.stdout).toContain('Still counting');
  });

  test('tells why a customer stays or leaves, and who is a customer', async () => {
    const path = await scenarioFile('small-story.json', {
      ...{ ...small, customers: 240, horizon: 30, runs: 2 },
    });
    const story = (...args: string[]) =>
      thermocline('assess', path, '--quick', '--customer', ...args);
    const told = await Promise.all(['0', '1', '2'].map((id) => story(id, '--json')));
    const known = told.findIndex(({ code }) => code === 0);
    const { biography } = JSON.parse(told[known]?.stdout ?? '') as Assessment;
    expect(biography).toMatchObject({ id: known, size: 0.5 });
    const { code, stdout } = await story(`${known}`);
    expect(code).toBe(0);
    const lines = stdout
      .split(`\nCustomer ${known} (in run ${biography?.run}, `)[1]
      ?.split('\n');
    expect(lines?.[1]).toMatch(/plan, pays .* friends are customers too\.$/);
    const points = biography?.points ?? [];
    expect(points.length).toBeGreaterThan(0);
    expect(lines?.slice(2, 2 + points.length).every((line) => /^ {2}Weeks? /.test(line))).toBe(
      true,
    );
    // A fifth of the people are none: of so many somebody is not.
    const refused = (
      await Promise.all(['11', '40', '70', '100', '130', '160', '190'].map((id) => story(id)))
    ).find((outcome) => outcome.code !== 0);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused?.stderr).toMatch(
      /^--customer: received \d+, expected the id of a customer of week 0, such as \d+\n$/,
    );
  });

  test('screens the assumptions where it is asked to', async () => {
    const path = await scenarioFile('small-screen.json', {
      ...{ ...small, customers: 240, horizon: 30, runs: 2 },
    });
    const { stdout } = await thermocline('assess', path, '--screen');
    expect(stdout).toMatch(
      /Which assumptions matter .* 2 trajectories\)\n {2}\S.*points, spread/,
    );
  });
});

describe(
  'bad input: exit 2, every problem on stderr, nothing on stdout',
  { timeout: 60_000 },
  () => {
    const refused = async (args: string[], ...expected: (string | RegExp)[]) => {
      const { code, stdout, stderr } = await thermocline(...args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      for (const part of expected) expect(stderr).toMatch(part);
      expect(stderr).not.toMatch(/\n\s+at /);
    };

    test('a scenario with several problems', async () => {
      const path = await scenarioFile('bad.json', {
        ...small,
        runs: 0,
        decisions: [
          { kind: 'price', week: 2, change: 0.1 },
          { kind: 'price', week: 900, change: 'lots', surprise: 1 },
        ],
      });
      await refused(
        ['assess', path],
        /runs: received 0, expected a whole number from 1/,
        /decisions\[1\]\.change: received "lots", expected a number from -0.9 to 3/,
        /decisions\[1\]\.week: received 900/,
        /surprise/,
      );
    });

    test('a scenario from a newer version', async () => {
      const path = await scenarioFile('newer.json', { ...small, version: 2 });
      await refused(['assess', path], /version: received 2.*newer version/);
    });

    test('no JSON, no file, no decision, no command', async () => {
      await refused(['assess', await scenarioFile('text.json', 'once upon')], /JSON/);
      await refused(['assess', join(folder, 'nowhere.json')], /no such file/);
      await refused(
        ['assess', await scenarioFile('quiet.json', { ...small, decisions: [] })],
        /a decision with a size, dated week 0 or later/,
      );
      await refused(
        ['predict'],
        /received the command "predict", expected one of assess, brief, run/,
      );
    });

    test('options', async () => {
      await refused(['assess', example, '--runs', 'many'], /--runs: received "many"/);
      await refused(['assess', example, '--threshold', '7'], /--threshold: received "7"/);
      await refused(['assess', example, '--csv'], /--csv: not an option of this command/);
      await refused(['assess'], /received no file/);
    });

    test('customer files', async () => {
      const file = (name: string, text: string) => scenarioFile(name, text);
      await refused(['import', await file('empty.csv', '')], /empty/);
      await refused(['import', await file('page.csv', '<!doctype html><p>')], /not CSV/);
      const people = await file('people.csv', 'price\n5\n');
      await refused(['import', people, '--by', 'rfm'], /last purchase/);
      await refused(
        ['import', people, '--by', 'moon', '--decimal', '!', '--dates', 'ymd'],
        /--by.*column, terms, rfm/,
        /--decimal.*point, comma/,
        /--dates.*dmy, mdy/,
      );
      await refused(['assess', '--customers', 'nowhere.csv'], /no such file/);
      await refused(['assess'], /received no file/);
      await refused(['import', await file('other.csv', 'colour,shape\nred,round\n')], /colour/);
    });
  },
);

describe('run', { timeout: 60_000 }, () => {
  test('one row per run, week and series, history as negative weeks', async () => {
    const path = await scenarioFile('run.json', small);
    const { code, stdout } = await thermocline('run', path, '--csv', '--runs', '2');
    expect(code).toBe(0);
    const rows = csvParse(stdout);
    // The rise of week 2 is announced before week 0, and a half-year lies before that.
    const weeks = 52 + small.horizon;
    const segments = 3;
    expect(rows.length).toBe(2 * weeks * (SERIES_NAMES.length + segments * 3));
    expect(rows[0]).toMatchObject({
      run: '0',
      week: '-52',
      series: 'active',
      seen: 'reported',
    });
    const last = rows.filter(({ run, week }) => run === '1' && week === '59');
    const active = (segment: string) =>
      Number(last.find((row) => row.series === 'active' && row.segment === segment)?.value);
    expect(active('members') + active('contributors') + active('moderators')).toBe(active(''));
    expect(last.every(({ value }) => Number.isFinite(Number(value)))).toBe(true);
  });

  test('a reader that stops early is no error', async () => {
    const path = await scenarioFile('pipe.json', small);
    const child = spawn(process.execPath, ['scripts/thermocline.mjs', 'run', path, '--csv'], {
      cwd: root,
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

interface Found {
  readonly fragment: CustomerFragment;
  readonly report: CustomerReport;
}

describe('import', { timeout: 120_000 }, () => {
  const fragmentOf = async (path: string) => {
    const { code, stdout, stderr } = await thermocline('import', path);
    expect(code).toBe(0);
    return { fragment: JSON.parse(stdout) as CustomerFragment, stderr };
  };

  test('the sample becomes a fragment whose churn the simulation meets', async () => {
    const { fragment, stderr } = await fragmentOf('public/examples/customers-sample.csv');
    expect(fragment.segments.length).toBeGreaterThanOrEqual(3);
    expect(fragment.segments.every(({ h0 }) => h0 !== undefined)).toBe(true);
    expect(stderr).not.toContain('could not be brought');
    const { survival, ...told } = fragment.origin ?? {};
    expect(told).toEqual({ rows: 1200, leftOut: 0, file: 'customers-sample.csv' });
    expect(survival?.map(({ segment }) => segment)).toEqual(
      fragment.segments.map(({ name }) => name),
    );
  });

  test('a decision is assessed for the customers of a file', async () => {
    const market = { ...small, template: 'telco' };
    const { code, stdout, stderr } = await thermocline(
      'assess',
      '--customers',
      'public/examples/customers-sample.csv',
      await scenarioFile('small.json', market),
      '--json',
      '--quick',
    );
    expect(code).toBe(0);
    expect(stderr).toContain('1,200 customers in 6 segments; 0 rows left out');
    const { digest } = JSON.parse(stdout) as Assessment;
    const { fragment } = await fragmentOf('public/examples/customers-sample.csv');
    expect(digest).toBe(inputDigest({ ...market, ...fragment } as Scenario));
    expect(digest).not.toBe(inputDigest(market as Scenario));
  });

  test('a file as people write it is told how to be read, and all that was found is printed', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) =>
        `${i % 2 ? 'Gold' : 'Iron'};1.${200 + i} €;0${1 + (i % 9)}/02/2023;${i % 5 ? '' : '03/04/2024'}`,
    );
    const file = ['Segment;Monthly price;Signup date;Churn date', ...rows].join('\r\n');
    const { code, stdout, stderr } = await thermocline(
      'import',
      await scenarioFile('people.csv', file),
      ...[
        '--decimal',
        ',',
        '--dates',
        'mdy',
        '--by',
        'column',
        '--json',
        '--map',
        'price=Monthly price',
      ],
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { fragment, report } = JSON.parse(stdout) as Found;
    expect(fragment.segments.map(({ name, share }) => [name, share])).toEqual([
      ['Iron', 30],
      ['Gold', 30],
    ]);
    expect(fragment.listPrice).toBe(1229.5);
    expect(report).toMatchObject({
      by: 'column',
      churned: 12,
      form: { delimiter: ';', decimal: ',', dates: 'mdy' },
    });
  });

  test.skipIf(!existsSync(sharedFile))(
    `the telco file as it is${existsSync(sharedFile) ? '' : ' (skipped: ../shared/data is not there)'}`,
    async () => {
      const { fragment, stderr } = await fragmentOf(sharedFile);
      const count = fragment.segments.reduce((sum, { share }) => sum + share, 0);
      expect(count).toBe(7043);
      expect(fragment.segments.length).toBeGreaterThanOrEqual(3);
      expect(fragment.segments.length).toBeLessThanOrEqual(6);
      expect(stderr.match(/line \d+: TotalCharges is blank/g)).toHaveLength(11);
      expect(stderr).toContain('line 490');
      expect(stderr).toMatch(/1,695 customers on terms of two years or longer count as annual/);
      expect(stderr).not.toContain('could not be brought');
    },
  );
});
