/** The customers of the water column: asked for when the run to show has stood for a moment. */
import { columnJob } from '../assess/column.ts';
import type { Column } from '../assess/column.ts';
import type { Runner } from '../assess/job.ts';
import type { Scenario } from '../model/scenario.ts';

/** While runs come in, the typical one among them changes often. */
const REST_MS = 300;

export class ColumnOfRun {
  /** What is shown; null before the first answer. */
  column = $state.raw<Column | null>(null);

  private readonly runner: Runner;
  private asking = new AbortController();
  private asked = '';
  private resting: ReturnType<typeof setTimeout> | undefined;

  constructor(runner: Runner) {
    this.runner = runner;
  }

  /**
   * Asks for the customers of a run, and keeps what is shown until they are there.
   *
   * @param count customers at most
   * @param onError told when the run stopped
   */
  ask(
    scenario: Scenario,
    [run, size, count]: readonly [run: number, size: number, count: number],
    onError: (error: unknown) => void,
  ): void {
    const wanted = JSON.stringify([scenario, run, size, count]);
    if (wanted === this.asked) return;
    this.cancel();
    this.asked = wanted;
    const { signal } = (this.asking = new AbortController());
    this.resting = setTimeout(() => {
      this.runner.perform(columnJob, [scenario, run, size, count], signal).then(
        (column) => {
          if (!signal.aborted) this.column = column;
        },
        (error: unknown) => {
          if (!signal.aborted) onError(error);
        },
      );
    }, REST_MS);
  }

  /** Withdraws what was asked for last. */
  cancel(): void {
    clearTimeout(this.resting);
    this.asking.abort();
    this.asked = '';
  }
}
