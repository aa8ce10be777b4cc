/** A stylised fact: what is known of mass exits, and how one seed of the model is measured against it. */
import type { Kernel } from '../../engine/kernel.ts';
import type { Summary } from './summary.ts';

/** `info` is a figure without a target. */
export type Met = 'yes' | 'partly' | 'no' | 'info';

export interface Finding {
  /** The figures in words, each with its interval over the seeds. */
  readonly measured: string;
  readonly met: Met;
  /** Why it is met only in part, or what to keep in mind. */
  readonly note?: string;
  /** The same figures by name, in the units of the model. */
  readonly values: Readonly<Record<string, Summary>>;
}

/** `M` is what one seed yields: plain values that can be cloned from a worker. */
export interface Fact<M> {
  readonly id: string;
  readonly claim: string;
  /** What counts as met. */
  readonly target: string;
  /** Measured by the plain command; the others only when asked for. */
  readonly always: boolean;
  measure(kernel: Kernel, seed: string): M;
  /** @param measures one per seed, in the order of the seeds */
  conclude(measures: readonly M[]): Finding;
}

/** Any fact. What its seeds yield is known to itself alone, and comes back to it unchanged. */
export type AnyFact = Fact<unknown>;

/** The first number of the texts of the seeds; none of them served to choose a parameter. */
const FIRST_SEED = 201;

/** Texts of the first `count` seeds. */
export const factSeeds = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `fact ${FIRST_SEED + i}`);
