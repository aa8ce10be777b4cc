/** The do-nothing twin, and the week up to which two scenarios are one and the same. */
import { GLOBAL_LEVER_NAMES, noticeWeeks } from './levers.ts';
import type { LeverTable } from './levers.ts';
import { isBoundToADecision } from './bound.ts';
import type { Scenario } from './scenario.ts';

/**
 * What would happen if nothing were done: the same customers and the same past, no decision from week 0 on and
 * none of the buffers bound to one. Standing policies stay. So does the notice, which past rises had as well
 * and which does nothing where no price changes.
 */
export function doNothing(scenario: Scenario): Scenario {
  return {
    ...scenario,
    selected: undefined,
    decisions: scenario.decisions.filter(({ week }) => week < 0),
    buffers: scenario.buffers.filter((buffer) => !isBoundToADecision(buffer)),
  };
}

/**
 * The week in which the first decision from week 0 on can begin to matter: a price once it is announced, all else
 * once it is in force (MODEL.md 7.7). Infinity without such a decision; negative if announced before week 0.
 */
export function firstNews({ decisions, buffers }: Scenario): number {
  const notice = noticeWeeks(buffers);
  const weeks = decisions
    .filter(({ week }) => week >= 0)
    .map(({ kind, week }) => (kind === 'price' ? week - notice : week));
  return Math.min(...weeks);
}

/**
 * The first row in which two lever tables differ; the number of rows they share if they agree throughout. A
 * state taken before that row serves both. It is 0 if the runs differ from the start, as by their history,
 * their switches or the share in the pilot, whose complaints are counted from the first week on.
 */
export function firstDifference(a: LeverTable, b: LeverTable): number {
  if (differFromTheStart(a, b)) return 0;
  const weeks = Math.min(a.weeks, b.weeks);
  const globals = firstUnequal(a.globals, b.globals) / GLOBAL_LEVER_NAMES.length;
  const blocks = firstUnequal(a.blocks, b.blocks) / (a.blocks.length / a.weeks);
  return Math.min(weeks, Math.floor(globals), Math.floor(blocks));
}

function differFromTheStart(a: LeverTable, b: LeverTable): boolean {
  return (
    a.historyWeeks !== b.historyWeeks ||
    a.segments !== b.segments ||
    firstUnequal(a.startPrice, b.startPrice) < a.segments ||
    firstUnequal(a.pilotShare, b.pilotShare) < a.segments ||
    JSON.stringify(a.parameters) !== JSON.stringify(b.parameters) ||
    meansOther(a.cutBreadth, b.cutBreadth) ||
    meansOther(a.promiseShare, b.promiseShare) ||
    (a.liteValue ?? b.liteValue) !== (b.liteValue ?? a.liteValue)
  );
}

/** Whether the same column stands for another cut or promise; one that only one of the two has is no conflict. */
function meansOther(a: readonly number[], b: readonly number[]): boolean {
  return firstUnequal(a, b) < Math.min(a.length, b.length);
}

/** Index of the first pair that differs; the length of the shorter list if none does. */
function firstUnequal(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return i;
  return length;
}
