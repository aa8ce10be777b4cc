import { beforeAll, describe, expect, test } from 'vitest';
import type { CliffRun, DoseAxis } from '../../src/assess/assessment.ts';
import type { Runner } from '../../src/assess/job.ts';
import { assess } from '../../src/assess/assess.ts';
import { naiveForecast, naiveLine } from '../../src/assess/naive.ts';
import { assessmentText } from '../../src/cli/text.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import type { Scenario } from '../../src/model/scenario.ts';

let runner: Runner;
beforeAll(async () => {
  runner = await serialRunner();
});

const DOSES = [0, 0.04, 0.08, 0.12, 0.16, 0.2, 0.24, 0.28, 0.32];
const axis = (size: number): DoseAxis => ({
  kind: 'price',
  index: 0,
  size,
  limit: 1,
  doses: DOSES,
});

/** A run with a given loss at each size of the axis. */
function runWith(loss: (dose: number) => number, tip: number | null = null): CliffRun {
  const path = DOSES.map((dose) => ({ dose, loss: loss(dose) }));
  const breaks = tip === null ? [] : [{ from: tip, to: null }];
  return { run: 0, tip, breaks, monotone: true, losses: path.map((each) => each.loss), path };
}

describe('the naive forecast', () => {
  test('goes on as it began, and the gap is what it misses', () => {
    const cliff = runWith((dose) => (dose < 0.2 ? dose / 2 : 0.8), 0.2);
    const found = naiveForecast(axis(0.24), [cliff], [0.8]);
    expect(found?.slope.value).toBeCloseTo(0.5, 12);
    expect(found?.upTo).toBe(0.08);
    expect(found?.points.map(({ loss }) => loss)).toEqual(
      DOSES.map((dose) => expect.closeTo(dose / 2, 12) as number),
    );
    expect(found?.atSize).toBeCloseTo(0.12, 12);
    expect(found?.gap.value).toBeCloseTo(0.8 - 0.12, 12);
  });

  test('is compared with what the runs lose at the size, wherever that lies', () => {
    const line = runWith((dose) => 0.43 + dose);
    const gapAt = (size: number, ...losses: number[]) =>
      naiveForecast(axis(size), [line], losses)?.gap;
    expect(gapAt(0.1, 0.53)?.value).toBeCloseTo(0, 12);
    // A cut, and more than all: the axis has neither.
    expect(gapAt(-0.2, 0.3)?.value).toBeCloseTo(0.3 - 0.23, 12);
    expect(gapAt(2, 0.9, 0.96, 0.98)?.value).toBeCloseTo(0.96 - 1, 12);
    expect(gapAt(0.1)).toBeUndefined();
  });

  test('is fitted over all runs, and ranges over them', () => {
    const runs = [0.2, 0.4, 0.9].map((slope) => runWith((dose) => slope * dose));
    const {
      slope,
      gap,
      runs: count,
    } = naiveForecast(axis(0.2), runs, [0.04, 0.08, 0.18]) ?? {};
    expect(slope?.value).toBeCloseTo(0.5, 12);
    expect(slope?.low).toBeCloseTo(0.22, 12);
    expect(slope?.high).toBeCloseTo(0.85, 12);
    expect(gap?.value).toBeCloseTo((0.4 - 0.5) * 0.2, 12);
    expect(count).toBe(3);
  });

  test('has a range that holds its line, also where one run alone makes it steep', () => {
    const steep = (slope: number, others: number) => {
      const runs = Array.from({ length: 30 }, () => runWith((dose) => others * dose));
      return naiveLine(axis(0.2), [...runs, runWith((dose) => slope * dose)])?.slope;
    };
    const up = steep(3, 0.1);
    expect(up?.low).toBeCloseTo(0.1, 12);
    expect(up?.value).toBeGreaterThan(0.19);
    expect(up?.high).toBe(up?.value);
    const down = steep(-3, 0.1);
    expect(down?.high).toBeCloseTo(0.1, 12);
    expect(down?.value).toBeLessThan(0.01);
    expect(down?.low).toBe(down?.value);
  });

  test('is measured well before anything tips, at one size at least', () => {
    const early = (tip: number) => runWith((dose) => (dose < tip ? dose : 0.9), tip);
    expect(naiveLine(axis(0.2), [early(0.14)])?.upTo).toBe(0.04);
    expect(naiveLine(axis(0.2), [early(0.05)])?.upTo).toBe(0.04);
  });

  test('begins where the other decisions have brought the customers', () => {
    const found = naiveLine(axis(0.2), [runWith((dose) => 0.1 + dose)]);
    expect(found?.slope.value).toBeCloseTo(1, 12);
    expect(found?.points[0]?.loss).toBeCloseTo(0.1, 12);
  });

  test('never loses more than everybody, and is none without runs over all sizes', () => {
    expect(naiveLine(axis(0.2), [runWith((dose) => 9 * dose)])?.points.at(-1)?.loss).toBe(1);
    const searched = { ...runWith((dose) => dose), losses: [] };
    expect(naiveLine(axis(0.2), [searched])).toBeNull();
    expect(naiveLine(axis(0.2), [])).toBeNull();
  });

  test('of a general market misses its cliff', async () => {
    const scenario: Scenario = {
      ...{ version: 1, name: 'naive', seed: 'naive', horizon: 80, customers: 500, runs: 2 },
      template: 'general',
      decisions: [{ kind: 'price', week: 4, change: 0.37 }],
      buffers: [],
    };
    const { naive: found } = await assess(scenario, runner);
    expect(found?.runs).toBe(2);
    expect(found?.atSize).toBeLessThan(0.15);
    expect(found?.gap.value).toBeGreaterThan(0.2);
  });

  test('of a cut that another decision makes worse adds up to what is lost', async () => {
    const cut: Scenario = {
      ...{ version: 1, name: 'cut', seed: 'cut', horizon: 60, customers: 400, runs: 5 },
      template: 'general',
      decisions: [
        { kind: 'price', week: 8, change: -0.2 },
        { kind: 'shock', week: 10, size: 1.2 },
      ],
      buffers: [],
    };
    const assessment = await assess(cut, runner);
    const { naive: found, loss } = assessment;
    expect((found?.atSize ?? NaN) + (found?.gap.value ?? NaN)).toBeCloseTo(loss.value, 12);
    const said = (gap: number) =>
      assessmentText({
        ...assessment,
        naive: found && { ...found, gap: { value: gap, low: gap - 0.02, high: 0.1 } },
      });
    expect(said(-0.017)).toContain('the runs lose 1.7 points less (\u221210.0 to 3.7)');
    expect(said(0.05)).toContain('the runs lose 5.0 points more (3.0 to 10)');
  });
});
