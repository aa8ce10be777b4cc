/** The examples that are delivered, asked everything; and what each of them is there to show. */
import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { USUAL_QUESTIONS } from '../../src/assess/answers.ts';
import type { QuestionName } from '../../src/assess/answers.ts';
import type { Runner } from '../../src/assess/job.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { assessmentText } from '../../src/cli/text.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { openScenario } from '../../src/engine/seeded.ts';
import { seriesOf } from '../../src/engine/series.ts';
import type { Buffer, Scenario } from '../../src/model/scenario.ts';
import { doNothing } from '../../src/model/twin.ts';

const folder = 'public/examples/';
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const exampleOf = (file: string) =>
  JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as Scenario;

let runner: Runner;
beforeAll(async () => {
  runner = await serialRunner();
});

interface Found {
  readonly path: string;
  readonly problem: string;
}

/** Numbers that are none, and ranges that are reversed or leave their value out. */
function problemsIn(value: unknown, path = ''): Found[] {
  if (typeof value === 'number')
    return Number.isFinite(value) ? [] : [{ path, problem: `${value}` }];
  if (typeof value !== 'object' || value === null)
    return value === undefined ? [{ path, problem: 'undefined' }] : [];
  const entries = Object.entries(value);
  const { low, high, ...rest } = value as Record<string, unknown>;
  const middle = rest['value'] ?? rest['typical'] ?? rest['chance'];
  const isRange = typeof low === 'number' && typeof high === 'number';
  const within =
    typeof middle !== 'number' || (Number(low) <= middle && middle <= Number(high));
  const wrong = isRange && !(low <= high && within);
  return [
    ...(wrong ? [{ path, problem: `${low} to ${high}, ${String(middle)}` }] : []),
    ...entries.flatMap(([name, each]) => problemsIn(each, `${path}.${name}`)),
  ];
}

/** Hundreds of variants of each scenario: asked of the one in which nothing tips alone. */
const SLOW: readonly QuestionName[] = ['sensitivity'];
const ASKED_ALL = 'telco-service-cut.json';

describe('asked everything', () => {
  test.each(files)('%s gives numbers, ordered ranges and plain words', async (file) => {
    const questions = USUAL_QUESTIONS.filter(
      (name) => file === ASKED_ALL || !SLOW.includes(name),
    );
    const small = { ...exampleOf(file), customers: 160, runs: 1 };
    const assessment = await assess(small, runner, { questions });
    expect(Object.keys(assessment.answers)).toEqual(questions);
    expect(problemsIn(assessment)).toEqual([]);
    expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment);
    expect(assessmentText(assessment)).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
  });

  test('what is wrong would be found', () => {
    const range = { low: 0.1, high: 0.3 };
    expect(
      problemsIn({
        a: [
          { value: 0.2, ...range },
          { chance: null, ...range },
        ],
      }),
    ).toEqual([]);
    for (const wrong of [NaN, undefined, { ...range, value: 0.4 }, { low: 0.3, high: 0.1 }])
      expect(problemsIn({ a: [wrong] })).toMatchObject([{ path: '.a.0' }]);
  });
});

describe('the example with a save desk that holds customers up', () => {
  const DECISION = 8;
  const HALF_A_YEAR = 26;
  const desk = exampleOf('general-obstructing-desk.json');
  const isDesk = ({ kind }: Buffer) => kind === 'saveDesk';
  const plain: Scenario = { ...desk, buffers: desk.buffers.filter((b) => !isDesk(b)) };

  test('looks fine for half a year and then breaks, as it would not without the desk', async () => {
    expect(desk.buffers.filter(isDesk)).toMatchObject([{ mode: 'obstruct' }]);
    const kernel = await Kernel.load();
    for (const run of [0, 1, 2]) {
      const [held, free, nothing] = [desk, plain, doNothing(desk)].map((scenario) => {
        const series = openScenario(kernel, scenario, run);
        const sum = (name: 'exits' | 'attempts', from: number, to: number) =>
          [...seriesOf(series, name)]
            .slice(series.historyWeeks + from, series.historyWeeks + to)
            .reduce((all, each) => all + each, 0);
        const soon = [DECISION, DECISION + HALF_A_YEAR] as const;
        return {
          exits: sum('exits', ...soon),
          attempts: sum('attempts', ...soon),
          late: sum('exits', 60, desk.horizon),
          active: seriesOf(series, 'active').at(-1) ?? NaN,
        };
      }) as [Figures, Figures, Figures];
      // The desk's own numbers: half of those who tried stay, and no more leave than if nothing had been done.
      expect(held.exits / held.attempts).toBeLessThan(0.55);
      expect(held.exits).toBeLessThan(1.1 * nothing.exits);
      expect(free.exits).toBeGreaterThan(1.5 * nothing.exits);
      // And then: a mass exit, which the same rise without the desk is not.
      expect(held.late).toBeGreaterThan(1.5 * free.late);
      expect(1 - held.active / nothing.active).toBeGreaterThan(0.2);
      expect(1 - free.active / nothing.active).toBeLessThan(0.2);
    }
  });
});

interface Figures {
  readonly exits: number;
  readonly attempts: number;
  readonly late: number;
  readonly active: number;
}
