import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { accepted } from './tables.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FILE = path.join(ROOT, 'public/examples/customers-sample.csv');

describe('the sample of customers', () => {
  it('is what its script makes', () => {
    const script = path.join(ROOT, 'scripts/sample-customers.mjs');
    const made = execFileSync(process.execPath, [script, '-'], { maxBuffer: 1e7 });
    expect(made.equals(readFileSync(FILE))).toBe(true);
  });

  it('is read whole, its blank totals told by line', async () => {
    const bytes = readFileSync(FILE);
    const lines = bytes.toString('utf8').trimEnd().split('\n');
    const blank = lines.flatMap((line, i) =>
      line.split(',').at(-2)?.trim() === '' ? [i + 1] : [],
    );
    const { fragment, report } = await accepted(bytes);
    expect(report).toMatchObject({ rows: 1200, placed: 1200, leftOut: 0 });
    expect(blank.length).toBeGreaterThan(3);
    expect(report.problems.map(({ line, effect }) => [line, effect])).toEqual(
      blank.map((line) => [line, 'kept']),
    );
    expect(fragment.segments.map(({ name }) => name)).toEqual([
      'monthly-low',
      'monthly-middle',
      'monthly-high',
      'annual-low',
      'annual-middle',
      'annual-high',
    ]);
    expect(fragment.segments.reduce((sum, { share }) => sum + share, 0)).toBe(1200);
  });

  it('counts what a plain count of its lines counts', async () => {
    const text = readFileSync(FILE, 'utf8');
    const rows = text
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    const left = rows.filter((cells) => cells.at(-1) === 'Yes').length;
    const months = rows.reduce((sum, cells) => sum + Math.max(0.5, Number(cells[5])), 0);
    const { report } = await accepted(text);
    expect(report).toMatchObject({ churned: left, customerMonths: months });
    expect(report.observedMonthlyChurn).toBe(left / months);
    expect(report.notes).toContainEqual({
      code: 'longTermsAsAnnual',
      count: rows.filter((cells) => cells[15] === 'Two year').length,
    });
  });
});
