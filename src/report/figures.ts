/** What the pictures of the brief show, before they are drawn. */
import type { Stratum } from '../assess/assessment.ts';

/** A label at a place of an axis. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

type Line = readonly (readonly [size: number, loss: number])[];

export interface CliffFigure {
  readonly kind: 'cliff';
  /** Largest size, and deepest loss, of the axes. */
  readonly reach: number;
  readonly depth: number;
  readonly sizeTicks: readonly Tick[];
  readonly lossTicks: readonly Tick[];
  /** Single runs and the typical one, as points of size and loss. */
  readonly runs: readonly Line[];
  readonly typical: Line;
  /** What a constant elasticity says; null where none could be measured. */
  readonly forecast: { readonly line: Line; readonly label: string } | null;
  readonly tipping: { value: number; low: number; high: number; label: string } | null;
  readonly proposed: { size: number; loss: number; label: string; lossLabel: string };
}

export interface TimelineFigure {
  readonly kind: 'timeline';
  readonly weeks: number;
  readonly weekTicks: readonly Tick[];
  /** Reported: share of the customers who leave in four weeks. */
  readonly churn: readonly number[];
  /** Hidden, from the bed up: each with the height of its top, as a share of the customers of week 0. */
  readonly strata: readonly { readonly name: Stratum; readonly top: readonly number[] }[];
  readonly trust: readonly number[];
  /** Share of that week's customers who are past their breaking point. */
  readonly past: readonly number[];
  /** Weeks of the decisions. */
  readonly decisions: readonly number[];
  readonly labels: {
    readonly churn: string;
    readonly past: string;
    readonly captive: string;
    readonly trust: string;
    readonly gone: string;
  };
  /** Last week in which going back avoids the mass exit; null if there is no such week, or none is needed. */
  readonly lastSafe: Tick | null;
  /** Week in which the churn first shows it. */
  readonly visible: Tick | null;
}

export interface MovesFigure {
  readonly kind: 'moves';
  /** Ends of the axis, in the unit of the size. */
  readonly least: number;
  readonly most: number;
  readonly rows: readonly {
    readonly name: string;
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly text: string;
  }[];
  /** Shift that brings the tipping point to the decision; null where none is needed or none is known. */
  readonly needed: { readonly at: number; readonly text: string } | null;
}

export type Figure = CliffFigure | TimelineFigure | MovesFigure;
