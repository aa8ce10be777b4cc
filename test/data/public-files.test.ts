/** Customer files that others have published. They are not part of the repository; without them there is nothing to test. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sentenceOfRowProblem } from '../../src/data/sentences.ts';
import { accepted } from './tables.ts';

const FOLDER = path.resolve(
  fileURLToPath(new URL('../../', import.meta.url)),
  '../shared/data',
);

/** Describes a file, or says why it is skipped. */
function describeFile(name: string, tests: (bytes: Uint8Array) => void): void {
  const file = path.join(FOLDER, name);
  const found = existsSync(file);
  if (!found) console.warn(`skipped: ${name} is not in ../shared/data`);
  describe.skipIf(!found)(name, () => {
    tests(found ? readFileSync(file) : new Uint8Array());
  });
}

const sum = (values: readonly number[]) => values.reduce((so, value) => so + value, 0);

describeFile('ibm-telco-churn.csv', (bytes) => {
  it('is read whole: six segments that add up to its rows', async () => {
    const { fragment, report } = await accepted(bytes);
    expect(report).toMatchObject({ rows: 7043, placed: 7043, leftOut: 0 });
    expect(fragment.segments).toHaveLength(6);
    expect(sum(fragment.segments.map(({ share }) => share))).toBe(7043);
    expect(Math.min(...fragment.segments.map(({ share }) => share))).toBeGreaterThan(7043 / 20);
  });

  it('has 11 blank totals, told by line', async () => {
    const { report } = await accepted(bytes);
    expect(report.problems.map(({ line }) => line)).toEqual([
      490, 755, 938, 1084, 1342, 3333, 3828, 4382, 5220, 6672, 6756,
    ]);
    expect(report.problems.slice(0, 1).map(sentenceOfRowProblem)).toEqual([
      'line 490: TotalCharges is blank; the row is kept, since the total is not used',
    ]);
    expect(report.notes).toEqual([
      { code: 'longTermsAsAnnual', count: 1695 },
      { code: 'shortTenure', count: 11 },
    ]);
  });

  it('gives terms, prices and churn', async () => {
    const { fragment, report } = await accepted(bytes);
    const annual = report.segments.filter(({ term }) => term === 'annual');
    expect(sum(annual.map(({ count }) => count))).toBe(1473 + 1695);
    expect(sum(fragment.segments.map(({ share, annual: part = 0 }) => share * part))).toBe(
      3168,
    );
    expect(report.meanPrice).toBeCloseTo(64.7617, 4);
    expect(fragment.listPrice).toBe(64.7617);
    expect(
      sum(fragment.segments.map(({ share, arpu = 0 }) => share * arpu)) / 7043,
    ).toBeCloseTo(1, 5);
    expect(report).toMatchObject({ churned: 1869, customerMonths: 227_990 + 5.5 });
    expect(report.observedMonthlyChurn).toBeCloseTo(0.0081975, 7);
    expect(fragment.parameters.h0).toBeCloseTo((0.0081975 * 12) / 52, 6);
  });
});

describeFile('maven-telecom-churn.csv', (bytes) => {
  it('is read but for 120 customers with a negative charge, each told', async () => {
    const { fragment, report } = await accepted(bytes);
    expect(report).toMatchObject({ rows: 7043, placed: 6923, leftOut: 120 });
    expect(sum(fragment.segments.map(({ share }) => share))).toBe(6923);
    expect(report.problemCounts).toEqual([
      {
        code: 'outOfRange',
        field: 'price',
        column: 'Monthlycharge',
        effect: 'leftOut',
        count: 120,
      },
    ]);
    expect(report.problems[0]).toMatchObject({ line: 3, value: '-4' });
    expect(report.columns).toEqual({
      id: 'Customerid',
      price: 'Monthlycharge',
      tenure: 'Tenureinmonths',
      contract: 'Contract',
      churned: 'Customerstatus',
      total: 'Totalcharges',
      revenue: 'Totalrevenue',
      churnReason: 'Churnreason',
    });
    expect(fragment.origin).toMatchObject({ rows: 7043, leftOut: 120 });
    expect(report.churnReasons[0]).toEqual({
      reason: 'Competitor had better devices',
      count: 313,
    });
  });
});

describeFile('iranian-telecom-churn.csv', (bytes) => {
  it('is read as one segment: it has no price and no terms', async () => {
    const { fragment, report } = await accepted(bytes);
    expect(fragment.segments).toEqual([{ name: 'all', share: 3150, h0: 1 }]);
    expect(report.columns).toEqual({
      tenure: 'Subscription Length',
      churned: 'Churn',
      complaints: 'Complains',
    });
    expect(report.notes).toEqual([
      { code: 'gradeNotPrice', column: 'Charge Amount' },
      { code: 'noPrice', revenue: false },
      { code: 'noContract' },
    ]);
    expect(report.silent).toBeNull();
    expect(report.segments[0]?.complaintShare).toBeCloseTo(241 / 3150, 10);
    expect(report.churned).toBe(495);
  });
});
