/** What a save desk's own figures show. */
import { describe, expect, test } from 'vitest';
import { deskFigures, deskRun } from '../../src/assess/desk.ts';
import type { DeskCount, DeskRun } from '../../src/assess/desk.ts';
import type { Buffer, Scenario } from '../../src/model/scenario.ts';
import { seriesMade } from '../support/series.ts';

const desk = (week: number | undefined, mode: DeskRun['mode'] = 'listen'): Buffer => ({
  ...{ kind: 'saveDesk', mode, strength: 0.5 },
  ...(week !== undefined && { week }),
});
const having = (horizon: number, ...buffers: Buffer[]): Scenario => ({
  ...{ version: 1, name: 'Desk', seed: 'desk', horizon, customers: 400, runs: 5 },
  ...{ template: 'general', decisions: [{ kind: 'price', week: 8, change: 0.2 }], buffers },
});

describe('a run', () => {
  /** A hundred try in every week and none stays before week 0, one of them in week 0, two in week 1 and so on. */
  const HISTORY = 26;
  const series = (horizon: number) =>
    seriesMade({
      ...{ historyWeeks: HISTORY, weeks: HISTORY + horizon },
      values: {
        attempts: () => 100,
        exits: (row) => (row < HISTORY ? 100 : 100 - (row - HISTORY + 1)),
      },
    });
  const counted = (horizon: number, ...buffers: Buffer[]) =>
    deskRun(having(horizon, ...buffers), series(horizon));

  test('is that of the desk that comes first', () => {
    expect(counted(60, desk(30, 'obstruct'), desk(10))).toMatchObject({ mode: 'listen' });
    expect(counted(60, desk(30, 'obstruct'), desk(undefined))).toMatchObject({
      mode: 'listen',
    });
    expect(counted(60)).toBeNull();
  });

  test('is counted over a quarter from its week on, and over the last quarter', () => {
    // Weeks 10 to 22 and 47 to 59: 11 + ... + 23 and 48 + ... + 60 stay.
    expect(counted(60, desk(10))).toMatchObject({
      first: { weeks: 13, attempts: 1300, saved: 221 },
      last: { weeks: 13, attempts: 1300, saved: 702 },
    });
  });

  test('is counted within the horizon only', () => {
    const fromTheStart = { weeks: 13, attempts: 1300, saved: 91 };
    expect(counted(60, desk(undefined))?.first).toEqual(fromTheStart);
    expect(counted(60, desk(-20))?.first).toEqual(fromTheStart);
    expect(counted(60, desk(58))?.first).toEqual({ weeks: 2, attempts: 200, saved: 119 });
    const all = { weeks: 12, attempts: 1200, saved: 78 };
    expect(counted(12, desk(0))).toMatchObject({ first: all, last: all });
  });
});

describe('the figures', () => {
  const of = (...counts: DeskCount[]) =>
    deskFigures(counts.map((count) => ({ mode: 'obstruct', first: count, last: count })))
      ?.first;

  test('are attempts a month, and the share after which the customer stayed', () => {
    const figures = of({ weeks: 13, attempts: 39, saved: 13 });
    expect(figures?.attempts.value).toBeCloseTo((3 * 52) / 12, 12);
    expect(figures?.saved?.value).toBeCloseTo(1 / 3, 12);
    expect(of({ weeks: 2, attempts: 6, saved: 2 })?.attempts.value).toBeCloseTo(13, 12);
  });

  test('have no share of nobody, and none at all without a desk', () => {
    const none = { weeks: 13, attempts: 0, saved: 0 };
    expect(of(none)).toMatchObject({ attempts: { value: 0 }, saved: null });
    expect(of(none, { weeks: 13, attempts: 4, saved: 1 })?.saved).toMatchObject({
      ...{ value: 0.25, runs: 1 },
    });
    expect(deskFigures([null, null])).toBeNull();
  });
});
