/** The band of a launch as it is registered, and the months since as they are typed or read. */
import { registered } from '../../assess/launch.ts';
import { readActuals } from '../../data/monthly/actuals.ts';
import type { ActualsProblem } from '../../data/monthly/actuals.ts';
import type { Actual, Launch } from '../../model/scenario/launch.ts';
import type { Session } from '../session.svelte.ts';
import { STARTING, Task } from '../answers/task.svelte.ts';

/** Figures that are typed; a file may have more. */
export const TYPED = ['churn', 'customers', 'complaints'] as const;
export type Typed = (typeof TYPED)[number];

export class Launching {
  readonly task = new Task();
  problems = $state.raw<readonly ActualsProblem[]>([]);
  /** Months shown beyond those with a figure. */
  shown = $state(3);
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Registers what the runs expect now; months that were typed stay. */
  register(): Promise<void> {
    const { scenario, runner } = this.#session;
    return this.task.run(STARTING, async (signal, tell) => {
      const band = await registered(scenario, runner, {
        signal,
        onProgress: (done, planned) => {
          tell({ done, planned });
        },
      });
      if (signal.aborted) return;
      const { actuals = [], customers } = this.#session.scenario.launch ?? {};
      const launch = { ...band, actuals, ...(customers !== undefined && { customers }) };
      this.#session.edit((one) => ({ ...one, launch }));
    });
  }

  /** Reads a table in place of the months that are there; one that cannot be used changes nothing. */
  read(text: string): number | null {
    const read = readActuals(text);
    this.problems = read.ok ? [] : read.problems;
    if (!read.ok) return null;
    return this.#change({ actuals: [...read.actuals] }) ? read.actuals.length : null;
  }

  setCustomers(customers: number | null): void {
    const { launch } = this.#session.scenario;
    if (!launch) return;
    const { customers: _before, ...rest } = launch;
    this.#session.edit((scenario) => ({
      ...scenario,
      launch: { ...rest, ...(customers !== null && { customers }) },
    }));
  }

  /** A figure of a month; null takes it out. */
  set(month: number, name: Typed, value: number | null): void {
    const { actuals } = this.#session.scenario.launch ?? { actuals: [] };
    const { [name]: _before, ...known } =
      actuals.find((actual) => actual.month === month) ?? ({ month } satisfies Actual);
    const changed: Actual = { ...known, ...(value !== null && { [name]: value }) };
    const others = actuals.filter((actual) => actual.month !== month);
    const kept = Object.keys(changed).length > 1 ? [changed] : [];
    this.#change({ actuals: [...others, ...kept].sort((a, b) => a.month - b.month) });
  }

  #change(over: Partial<Launch>): boolean {
    const { launch } = this.#session.scenario;
    if (!launch) return false;
    return this.#session.edit((scenario) => ({ ...scenario, launch: { ...launch, ...over } }));
  }

  /** Months of the table: all with a figure, and some more to type. */
  months(launch: Launch): number[] {
    const most = (launch.bands.churn?.typical.length ?? 1) - 1;
    const first = Math.min(0, ...launch.actuals.map(({ month }) => month));
    const last = Math.max(-1, ...launch.actuals.map(({ month }) => month));
    const end = Math.min(most, Math.max(last + 1, this.shown - 1));
    return Array.from({ length: end - first + 1 }, (_, i) => first + i);
  }
}
