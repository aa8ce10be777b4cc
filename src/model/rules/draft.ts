/** What the rules look at: as much of a scenario as is well formed. */
import type { Buffer, Decision, Scenario } from '../scenario.ts';

/** As much of a scenario as is well formed. */
export type Draft = Partial<Omit<Scenario, 'decisions' | 'buffers'>> & {
  /** At their own places; undefined where an entry is not well formed. */
  readonly decisions: readonly (Decision | undefined)[];
  readonly buffers: readonly (Buffer | undefined)[];
  /** Fields that stand there and are not well formed. */
  readonly broken: ReadonlySet<string>;
};

/** An entry and where it stands, such as `decisions[1]`. */
export interface Placed<E> {
  readonly path: string;
  readonly entry: E;
}
