/** Going back on a decision, week after week, from states that its own run has passed through. */
import type { BackTables } from './backTables.ts';
import type { Kernel, Snapshot } from './kernel.ts';

/** States that are kept at most; beyond it, runs are continued from an earlier one. */
const KEPT_BYTES = 64 * 2 ** 20;

export class Reversal {
  readonly #kernel: Kernel;
  readonly #tables: BackTables;
  /** Of the decision's own run, ascending by week. */
  readonly #states: Snapshot[];
  #keptBytes = 0;

  /**
   * @param kernel with the seed's people in it, as long as this is used
   * @param start a state before the decision can matter
   */
  constructor(kernel: Kernel, tables: BackTables, start: Snapshot) {
    this.#kernel = kernel;
    this.#tables = tables;
    this.#states = [start];
  }

  /** Active customers at the horizon if the decisions are gone back on in a week, unannounced. */
  activeAtEnd(week: number): number {
    const { levers, shared } = this.#tables.from(week);
    this.#advanceTo(shared);
    this.#kernel.setLevers(levers);
    this.#kernel.run(shared, levers.weeks, 'events');
    return this.#kernel.active();
  }

  /** Brings the decision's own run to the start of a row, and keeps the state for the next time. */
  #advanceTo(row: number): void {
    const place = this.#states.findLastIndex(({ week }) => week <= row);
    const from = this.#states[place];
    if (!from) throw new RangeError(`row: received ${row}, expected one from the start on`);
    this.#kernel.restore(from);
    if (from.week === row) return;
    this.#kernel.setLevers(this.#tables.kept);
    this.#kernel.run(from.week, row, 'events');
    if (this.#keptBytes >= KEPT_BYTES) return;
    const state = this.#kernel.snapshot(row);
    this.#keptBytes += state.state.byteLength;
    this.#states.splice(place + 1, 0, state);
  }
}
