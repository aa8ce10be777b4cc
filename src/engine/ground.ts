/** The people of a seed, and the weeks that all sizes share: drawn and simulated once, whatever continues from them. */
import type { LeverTable } from '../model/levers.ts';
import { firstDifference } from '../model/twin.ts';
import type { Kernel, Measures, Snapshot } from './kernel.ts';
import { drawnWith } from './market.ts';
import { keyOf } from './seed.ts';
import type { Study } from './study.ts';
import { tripwireOf } from './tripwire.ts';
import { watchedWeeks } from './wired-pilot.ts';

/** Weeks by which what is shared may be shorter than it could be, if it is there already. */
const SPARE_WEEKS = 4;

export class Ground {
  /** First simulated week that is not shared. */
  readonly fork: number;
  /** Active customers of the do-nothing twin at the horizon, once somebody knows. */
  twinActive: number | undefined;
  readonly #kernel: Kernel;
  readonly #study: Study;
  readonly #measures: Measures;
  readonly #drawn: string;
  readonly #start: Snapshot;
  /** Levers of the shared weeks. */
  readonly #lead: LeverTable;
  /** First week of which everything is taken, as a tripwire looks back on it. */
  readonly #close: number;
  /** After the shared weeks, while the series still holds them. */
  #shared: Snapshot | undefined;

  /**
   * @param doses sizes that will be continued with
   * @param measures that are taken in the shared weeks
   * @param last the ground before on the same kernel, used by nobody else since: what is the same is not done again
   */
  constructor(
    kernel: Kernel,
    study: Study,
    run: number,
    doses: readonly number[],
    measures: Measures,
    last?: Ground,
  ) {
    const { market, twin } = study;
    this.#kernel = kernel;
    this.#study = study;
    this.#measures = measures;
    const key = keyOf(study.scenario.seed, run);
    this.#drawn = drawnWith(market, key, twin);
    const known = last && last.#drawn === this.#drawn ? last : null;
    if (known) kernel.adopt(market, twin);
    else kernel.begin(market, key, twin);
    this.#start = known ? known.#start : kernel.snapshot(0);
    this.#lead = leadOf(study, doses);
    const { close, end } = lookedBackOn(study, this.#lead);
    this.#close = close;
    const fork = Math.min(
      ...[twin.weeks, end],
      ...doses.map((dose) => firstDifference(this.#lead, study.levers(dose))),
    );
    if (known && known.#ledAs(study, known.#study.twin, twin))
      this.twinActive = known.twinActive;
    const ahead = known && known.#continues(this, fork) ? known : null;
    this.fork = ahead ? ahead.fork : fork;
    this.#shared = ahead ? ahead.#shared : undefined;
  }

  /** Whether a size continues from the shared weeks. */
  shares(levers: LeverTable): boolean {
    return firstDifference(this.#lead, levers) >= this.fork;
  }

  /** A state that these levers can be continued from. */
  before(levers: LeverTable): Snapshot {
    if (this.shares(levers)) return this.#atFork();
    // What begins anew overwrites the series of the shared weeks.
    if (this.fork > 0) this.#shared = undefined;
    return this.#start;
  }

  #atFork(): Snapshot {
    if (this.#shared) return this.#shared;
    const close = Math.min(this.fork, this.#close);
    this.#kernel.restore(this.#start);
    this.#kernel.setLevers(this.#lead);
    this.#kernel.run(0, close, this.#measures);
    this.#kernel.run(close, this.fork, 'all');
    return (this.#shared = this.#kernel.snapshot(this.fork));
  }

  /** Whether for so many weeks levers of a study do what own ones do, as the parameters are the same. */
  #ledAs(study: Study, own: LeverTable, levers: LeverTable, weeks = levers.weeks): boolean {
    const parameters = JSON.stringify(study.market.parameters);
    return (
      parameters === JSON.stringify(this.#study.market.parameters) &&
      firstDifference(own, levers) >= weeks
    );
  }

  /** Whether its shared weeks do for another one, of the same people, that could share so many. */
  #continues(other: Ground, fork: number): boolean {
    return (
      this.#shared !== undefined &&
      (this.#measures === 'all' || this.#measures === other.#measures) &&
      this.#close === other.#close &&
      this.fork <= fork &&
      fork <= this.fork + SPARE_WEEKS &&
      this.#ledAs(other.#study, this.#lead, other.#lead, this.fork)
    );
  }
}

/** The twin's levers; but with a pilot, of which the twin counts nobody, those of one of the sizes. */
function leadOf(study: Study, [first]: readonly number[]): LeverTable {
  const { twin } = study;
  const levers = first === undefined ? twin : study.levers(first);
  return firstDifference(twin, levers) > 0 ? twin : levers;
}

/**
 * A tripwire compares its pilot with the weeks from `close` to `end` before it, of which everything has to be taken,
 * and may stop it from then on.
 */
function lookedBackOn(study: Study, levers: LeverTable): { close: number; end: number } {
  const wire = tripwireOf(study.scenario);
  if (!wire) return { close: Infinity, end: Infinity };
  const { close, start } = watchedWeeks(wire, levers);
  return { close, end: start };
}
