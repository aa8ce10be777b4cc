/** The story of the customer who is picked: asked for when the pick has stood for a moment. */
import { biographyJob } from '../assess/biography.ts';
import type { Biography } from '../assess/biography.ts';
import type { Column } from '../assess/column.ts';
import type { Runner } from '../assess/job.ts';
import type { Scenario } from '../model/scenario.ts';

/** Arrow keys pass by many customers. */
const REST_MS = 120;

export class BiographyOf {
  private readonly runner: Runner;
  private answer = $state.raw<Biography | null>(null);
  private asking = new AbortController();
  private resting: ReturnType<typeof setTimeout> | undefined;

  constructor(runner: Runner) {
    this.runner = runner;
  }

  /** The story of a customer of a column; null until it is there. */
  of({ run, size }: Column, id: number): Biography | null {
    const { answer } = this;
    return answer?.id === id && answer.run === run && answer.size === size ? answer : null;
  }

  /**
   * Asks for a story; what was asked before is withdrawn.
   *
   * @param onError told when the run stopped
   */
  ask(
    scenario: Scenario,
    { run, size }: Column,
    id: number,
    onError: (error: unknown) => void,
  ): void {
    this.withdraw();
    const { signal } = (this.asking = new AbortController());
    this.resting = setTimeout(() => {
      this.runner.perform(biographyJob, [scenario, run, size, id], signal).then(
        (biography) => {
          if (!signal.aborted) this.answer = biography;
        },
        (error: unknown) => {
          if (!signal.aborted) onError(error);
        },
      );
    }, REST_MS);
  }

  withdraw(): void {
    clearTimeout(this.resting);
    this.asking.abort();
  }
}
