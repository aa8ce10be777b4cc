/** What was there before, and what was there before it was undone. Immutable: every step returns a new history. */
export interface History<T> {
  /** Oldest first. */
  readonly past: readonly T[];
  readonly present: T;
  /** What was undone, the next to redo first. */
  readonly future: readonly T[];
  /** Name of the gesture that the present belongs to; null once it is over. */
  readonly gesture: string | null;
}

const STEPS_KEPT = 200;

export const historyOf = <T>(present: T): History<T> => ({
  past: [],
  present,
  future: [],
  gesture: null,
});

/**
 * Takes a new present. Those of one gesture, such as a drag, are one step: only the last one stays. A step
 * without the name of a gesture stands for itself.
 */
export function recorded<T>(
  history: History<T>,
  present: T,
  gesture: string | null = null,
): History<T> {
  if (present === history.present) return history;
  const goesOn = gesture !== null && gesture === history.gesture;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-STEPS_KEPT);
  return { past, present, future: [], gesture };
}

/** Ends a gesture: what follows is a step of its own, even under the same name. */
export const settled = <T>(history: History<T>): History<T> =>
  history.gesture === null ? history : { ...history, gesture: null };

/** One step back; the same history where there is none. */
export function undone<T>(history: History<T>): History<T> {
  const [before] = history.past.slice(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    gesture: null,
  };
}

/** One step forward again; the same history where nothing was undone. */
export function redone<T>(history: History<T>): History<T> {
  const [next] = history.future;
  if (next === undefined) return history;
  return {
    past: [...history.past, history.present],
    present: next,
    future: history.future.slice(1),
    gesture: null,
  };
}
