/** A fit to past churn as it is put together: the months typed or read, the run, and what it found. */
import { MONTH_WEEKS } from '../../assess/fit/churn.ts';
import { fit } from '../../assess/fit/fit.ts';
import type { Fit } from '../../assess/fit/fit.ts';
import { monthAfter, pastChanges, readPast } from '../../data/monthly/past.ts';
import type { PastProblem } from '../../data/monthly/past.ts';
import { parametersOf } from '../../model/scenario.ts';
import type { Month, Scenario } from '../../model/scenario.ts';
import type { Past } from '../../model/scenario/fitted.ts';
import type { Session } from '../session.svelte.ts';
import { STARTING, Task } from '../answers/task.svelte.ts';

/** Months shown around a change. */
const BEFORE = 6;
const AFTER = 18;
const MONTHS_AT_LEAST = 3;
/** Progress is told once for so many draws. */
const TOLD_EVERY = 25;

/** A month of the table; `churn` is null where nothing is known. */
export interface MonthRow {
  readonly month: number;
  readonly week: number;
  readonly churn: number | null;
}

export class Fitting {
  problems = $state.raw<readonly PastProblem[]>([]);
  readonly task = new Task();
  found = $state.raw<Fit | null>(null);
  #asked = $state.raw('');
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The months that the scenario knows, those of its own fit if it has no others. */
  get months(): readonly Month[] {
    const { past, fitted } = this.#session.scenario;
    return past?.months ?? fitted?.months ?? [];
  }

  get customers(): number {
    const { scenario } = this.#session;
    const { past, fitted } = scenario;
    const simulated = Math.round(scenario.customers * parametersOf(scenario).actShare);
    return past?.customers ?? fitted?.customers ?? simulated;
  }

  setCustomers(customers: number): void {
    this.#change({ customers });
  }

  #change(over: Partial<Past>): boolean {
    const { months } = this;
    return this.#session.edit((scenario) => ({
      ...scenario,
      past: { months: [...months], ...scenario.past, ...over },
    }));
  }

  /** The months around a change that are over, with the churn known of each. */
  rowsAround(change: number): MonthRow[] {
    return Array.from({ length: BEFORE + AFTER }, (_, i) => i - BEFORE)
      .map((month) => ({ month, week: monthAfter(change, month) }))
      .filter(({ week }) => week + MONTH_WEEKS < 0.5)
      .map((row) => ({ ...row, churn: this.#at(row.week)?.churn ?? null }));
  }

  #at(week: number): Month | undefined {
    return this.months.find((month) => Math.abs(month.week - week) < MONTH_WEEKS / 2);
  }

  setChurn(week: number, churn: number | null): void {
    const known = this.#at(week);
    const others = this.months.filter((month) => month !== known);
    const month = churn === null ? [] : [{ ...(known ?? { week }), churn }];
    this.#change({ months: [...others, ...month].sort((a, b) => a.week - b.week) });
  }

  /** Reads a table; one that cannot be used leaves the months as they are. */
  read(text: string): boolean {
    const read = readPast(text, this.#session.scenario);
    this.problems = read.ok ? [] : read.problems;
    return read.ok && this.#change({ months: [...read.months] });
  }

  /** Whether there is enough to look at. */
  canRun(scenario: Scenario): boolean {
    const [first = Infinity] = pastChanges(scenario);
    return (
      this.months.length >= MONTHS_AT_LEAST &&
      this.months.some(({ week }) => week > first - MONTH_WEEKS / 2)
    );
  }

  /** Whether what was found answers what is typed now. */
  isCurrent(scenario: Scenario): boolean {
    return this.found !== null && this.#asked === this.#question(scenario);
  }

  #question({
    past: _past,
    fitted: _fitted,
    launch: _launch,
    name: _name,
    ...scenario
  }: Scenario): string {
    return JSON.stringify([scenario, this.months, this.customers]);
  }

  /** Another run in the place of the one before; what was found stays until the new one is done. */
  run(scenario: Scenario): Promise<void> {
    const asked = this.#question(scenario);
    const { months, customers } = this;
    return this.task.run(STARTING, async (signal, tell) => {
      const found = await fit(scenario, { months, customers }, this.#session.runner, {
        signal,
        onProgress: (done, planned) => {
          if (done % TOLD_EVERY === 0) tell({ done, planned });
        },
      });
      if (!signal.aborted) [this.found, this.#asked] = [found, asked];
    });
  }
}
