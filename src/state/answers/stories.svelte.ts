/** The stories that explain the outcome: chosen and told by the workers, one job at a time, when all else is done. */
import type { Biography } from '../../assess/biography.ts';
import { biographyJob, castJob } from '../../assess/asked.ts';
import type { Role } from '../../assess/cast.ts';
import type { Runner } from '../../assess/job.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Answer } from './answers.svelte.ts';
import { recomputation } from './recomputation.ts';
import { Turnstile } from './turnstile.ts';

/** A typical run at one size, and the number of customers that the water column shows of it. */
export interface Shown {
  readonly scenario: Scenario;
  readonly run: number;
  readonly size: number;
  readonly count: number;
}

export interface RoleStory {
  readonly role: Role;
  readonly biography: Biography;
}

export class Stories {
  private readonly runner: Runner;
  private readonly onError: (error: unknown) => void;
  private told = $state.raw<{
    readonly of: Shown;
    readonly stories: readonly RoleStory[];
  } | null>(null);
  private asked = $state.raw<Shown | null>(null);
  private failed = $state(false);
  private asking = new AbortController();

  /** @param onError told when they cannot be told */
  constructor(runner: Runner, onError: (error: unknown) => void) {
    this.runner = new Turnstile(runner, 1);
    this.onError = onError;
  }

  /** @param shown what is on the screen now; null while that is not known */
  of(shown: Shown | null): Answer<readonly RoleStory[]> {
    const { told } = this;
    return {
      value: told?.stories,
      stale: told !== null && !(shown && isSame(told.of, shown)),
      progress: this.asked ? { done: 0, planned: 0 } : null,
      failed: this.failed,
    };
  }

  /** Asks for the stories of what is shown, unless they are told or on their way. */
  ask(shown: Shown): void {
    const known = this.asked ?? this.told?.of;
    if (known && isSame(known, shown)) return;
    this.withdraw();
    this.asked = shown;
    this.failed = false;
    const { signal } = (this.asking = new AbortController());
    this.tell(shown, signal).then(
      (stories) => {
        if (signal.aborted) return;
        this.told = { of: shown, stories };
        this.asked = null;
      },
      (error: unknown) => {
        if (signal.aborted) return;
        [this.asked, this.failed] = [null, true];
        this.onError(error);
      },
    );
  }

  /** Withdraws what was asked for. */
  withdraw(): void {
    this.asking.abort();
    this.asked = null;
  }

  private async tell(
    { scenario, run, size, count }: Shown,
    signal: AbortSignal,
  ): Promise<RoleStory[]> {
    const { parts } = await this.runner.perform(castJob, [scenario, run, size, count], signal);
    return Promise.all(
      parts.map(async ({ role, id }) => ({
        role,
        biography: await this.runner.perform(biographyJob, [scenario, run, size, id], signal),
      })),
    );
  }
}

const isSame = (a: Shown, b: Shown): boolean =>
  a.run === b.run &&
  a.size === b.size &&
  a.count === b.count &&
  recomputation(a.scenario, b.scenario) === 'nothing';
