/**
 * Question 9: what does the answer depend on? How far the tipping point moves when one assumption at a time goes to
 * an end of its plausible range (a tornado), and which of them alone changes the answer.
 *
 * Run r under an assumption is compared with run r without it. All assumptions are screened with few runs; those
 * that then move the tipping point most get more. An assumption whose first run comes out the same to the customer
 * at both ends is about something that the scenario does not have; it is set aside.
 */
import { selectedOf } from '../engine/selected.ts';
import { assuming, assumptionsOf } from '../model/assumptions.ts';
import type { Assumption } from '../model/assumptions.ts';
import { doseOf, largestDose } from '../model/dose.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Standing } from './assessment.ts';
import { ENDS, barOf } from './bars.ts';
import type { End, Varied } from './bars.ts';
import { crossingJob } from './crossing.ts';
import type { Search, SeedCrossing } from './crossing.ts';
import type { Asking, Runner } from './job.ts';
import { meanShift } from './paired.ts';
import { standOf } from './stand.ts';
import { concludeSensitivity } from './tornado.ts';
import type { Sensitivity } from './tornado.ts';

/** Runs at most: of the scenario itself and of the assumptions that matter most; of all others. */
const RUNS = 12;
const RUNS_SCREENED = 4;
/** Assumptions that get the larger number. */
const REFINED = 10;
/** First steps of the search, as shares of the largest size: from the decision's, and from another run's tip. */
const FAR = 1 / 25;
const NEAR = 1 / 100;

export interface SensitivityAsking extends Asking {
  /** How the decision stands by all its runs: what changes the verdict is told of that. */
  readonly standing?: Standing | undefined;
}

/**
 * @throws Error if no decision of the scenario has a size to vary
 */
export async function sensitivity(
  scenario: Scenario,
  runner: Runner,
  { standing, ...asking }: SensitivityAsking = {},
): Promise<Sensitivity> {
  const tornado = new Tornado(scenario, runner, asking);
  await tornado.measureBase();
  const all = await tornado.screen(assumptionsOf(scenario));
  const live = all.filter((varied) => !isIdle(varied));
  const screened = await tornado.extend(live, RUNS_SCREENED);
  const ranked = [...screened].sort((a, b) => tornado.spanOf(b) - tornado.spanOf(a));
  const refined = await tornado.extend(ranked.slice(0, REFINED), RUNS);
  const varied = [...refined, ...ranked.slice(REFINED)];
  return concludeSensitivity(scenario, tornado.base, varied, all.filter(isIdle), standing);
}

const isIdle = ({ runs }: Varied): boolean =>
  ENDS.every((end) => runs[end].every(({ unchanged }) => unchanged));

/** The runs of one scenario with one assumption at a time at an end of its range. */
class Tornado {
  readonly #scenario: Scenario;
  readonly #runner: Runner;
  readonly #asking: Asking;
  readonly #size: number;
  readonly #limit: number;
  base: readonly SeedCrossing[] = [];
  #done = 0;
  #planned = 0;

  constructor(scenario: Scenario, runner: Runner, asking: Asking) {
    const { index } = selectedOf(scenario);
    this.#scenario = scenario;
    this.#runner = runner;
    this.#asking = asking;
    this.#size = doseOf(scenario, index);
    this.#limit = largestDose(scenario, index);
  }

  /**
   * The scenario as it stands. Each tip is looked for a second time from where it was found, as those under other
   * assumptions will be, so that all are equally exact.
   */
  async measureBase(): Promise<void> {
    const runs = numbers(0, Math.min(RUNS, this.#scenario.runs));
    const search = { guess: this.#size, stride: FAR * this.#limit };
    const found = await this.#all(runs.map((run) => [this.#scenario, run, search]));
    this.base = await this.#all(
      found.map(({ tip }, run) => [this.#scenario, run, this.#near(tip, 0)]),
    );
  }

  /** The first run of every assumption at both ends. */
  async screen(assumptions: readonly Assumption[]): Promise<Varied[]> {
    const [known] = this.base;
    if (!known) return [];
    const search = { ...this.#near(known.guess.dose, 0), known };
    const runs = await this.#all(
      assumptions.flatMap((assumption) =>
        ENDS.map((end) => [this.#at(assumption, end), 0, search] as const),
      ),
    );
    return assumptions.map((assumption, i) => ({
      assumption,
      runs: { low: runs.slice(2 * i, 2 * i + 1), high: runs.slice(2 * i + 1, 2 * i + 2) },
    }));
  }

  /** More runs of some assumptions, up to a number of them, each looked for where those before lead one to expect it. */
  async extend(all: readonly Varied[], upTo: number): Promise<Varied[]> {
    const missing = ({ runs }: Varied) =>
      numbers(runs.low.length, Math.min(upTo, this.base.length));
    const planned = all.flatMap((varied) =>
      ENDS.flatMap((end) => missing(varied).map((run) => this.#expected(varied, end, run))),
    );
    const found = await this.#all(planned);
    let next = 0;
    return all.map((varied) => {
      const count = missing(varied).length;
      const [low, high] = ENDS.map((end) => [
        ...varied.runs[end],
        ...found.slice(next, (next += count)),
      ]);
      return { ...varied, runs: { low: low ?? [], high: high ?? [] } };
    });
  }

  spanOf(varied: Varied): number {
    const stand = standOf(undefined, this.base, this.#size, this.#limit);
    return barOf(varied, this.base, stand).span;
  }

  #expected(varied: Varied, end: End, run: number): Planned {
    const placeOf = (tip: number | null = null) => tip ?? this.#limit;
    const { value } = meanShift(
      varied.runs[end].map(({ tip }, i) => placeOf(tip) - placeOf(this.base[i]?.tip)),
    );
    const search = this.#near(this.base[run]?.guess.dose ?? null, value);
    return [this.#at(varied.assumption, end), run, search];
  }

  #near(tip: number | null, shift: number): Search {
    return { guess: (tip ?? this.#limit) + shift, stride: NEAR * this.#limit };
  }

  #at(assumption: Assumption, end: End): Scenario {
    return assuming(this.#scenario, { [assumption.name]: assumption[end] });
  }

  async #all(planned: readonly Planned[]): Promise<SeedCrossing[]> {
    const { signal, onProgress } = this.#asking;
    this.#planned += planned.length;
    return Promise.all(
      planned.map(async (args) => {
        const run = await this.#runner.perform(crossingJob, [...args], signal);
        onProgress?.(++this.#done, this.#planned);
        return run;
      }),
    );
  }
}

type Planned = readonly [scenario: Scenario, run: number, search: Search];

const numbers = (from: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - from) }, (_, i) => from + i);
