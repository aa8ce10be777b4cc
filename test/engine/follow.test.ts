/** The page of equations, fed with what is read off a customer, comes to what the kernel made of the week. */
import { beforeAll, describe, expect, test } from 'vitest';
import { Follower } from '../../src/engine/follow.ts';
import type { FollowedWeek } from '../../src/engine/follow.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { studyOf } from '../../src/engine/study.ts';
import { Walk } from '../../src/engine/walk.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { week as page } from '../../src/model/week.ts';
import { everything } from '../support/digest.ts';

const scenario: Scenario = { ...everything, customers: 400, horizon: 40 };
const IDS = [0, 57, 230, 269, 301, 333, 370, 399];

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

/** All weeks of a customer of a scenario that holds all there is. */
function weeksOf(id: number): { weeks: FollowedWeek[]; margins: number[]; follower: Follower } {
  const study = studyOf(scenario);
  const walk = new Walk(kernel, study, 0, study.size);
  const follower = new Follower(kernel, study.market, walk, id);
  const [weeks, margins]: [FollowedWeek[], number[]] = [[], []];
  while (walk.done < walk.weeks) {
    weeks.push(follower.step());
    margins.push(kernel.states('m', [id])[0] ?? NaN);
  }
  return { weeks, margins, follower };
}

/** Nothing happened to this customer after the pass. */
function isQuiet(before: FollowedWeek | undefined, { given, after }: FollowedWeek): boolean {
  const { E, Vt } = after.state;
  const waited = before?.after.waiting.length ?? 0;
  return waited === 0 && Vt === given.was.Vt && E === given.was.E;
}

describe('following a customer', () => {
  test.each(IDS)('%i: trust and margin of every week are those of the page', (id) => {
    const { weeks, margins } = weeksOf(id);
    let quiet = 0;
    weeks.forEach((week, t) => {
      const { next, margin } = page(week.given);
      expect(Math.abs(margin - (margins[t] ?? NaN))).toBeLessThan(3e-6);
      if (!isQuiet(weeks[t - 1], week)) return;
      quiet++;
      // Float32 rounding of some thirty operations on numbers up to 1.
      expect(Math.abs(next.T - week.after.state.T)).toBeLessThan(1e-6);
    });
    expect(quiet).toBeGreaterThan(weeks.length / 2);
  });

  test('each week begins as the one before ended', () => {
    const { weeks } = weeksOf(57);
    weeks.slice(1).forEach(({ given, t }) => {
      expect(given.was).toEqual(weeks[t - 1]?.after.state);
    });
  });

  test('knows who is in the pilot, and in which segment', () => {
    const people = IDS.map((id) => weeksOf(id).follower.person);
    expect(new Set(people.map(({ inPilot }) => inPilot)).size).toBe(2);
    expect(people.map(({ segment }) => segment)).toEqual([0, 0, 0, 1, 1, 2, 3, 3]);
    expect(() => weeksOf(400)).toThrow(
      'id: received 400, expected a whole number from 0 to 399',
    );
  });
});
