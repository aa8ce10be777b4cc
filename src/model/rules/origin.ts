/** Rules on where customers come from: fewer left out than there were, and curves that only fall. */
import type { Problem } from '../scenario.ts';
import type { SurvivalCurve } from '../scenario/origin.ts';
import type { Draft } from './draft.ts';

/** Problems of what is kept of the customer file. */
export function problemsOfOrigin({ origin }: Draft): Problem[] {
  if (origin === undefined) return [];
  const { rows, leftOut, survival = [] } = origin;
  return [
    ...(leftOut < rows
      ? []
      : [
          {
            path: 'origin.leftOut',
            received: leftOut,
            expected: `fewer than the ${rows} rows of the file`,
          },
        ]),
    ...survival.flatMap((curve, i) => curveProblems(survival, curve, i)),
  ];
}

function curveProblems(
  curves: readonly SurvivalCurve[],
  { segment, points }: SurvivalCurve,
  index: number,
): Problem[] {
  const path = `origin.survival[${index}]`;
  const isFirst = curves.findIndex((curve) => curve.segment === segment) === index;
  return [
    ...(isFirst
      ? []
      : [
          { path: `${path}.segment`, received: segment, expected: 'a name no other curve has' },
        ]),
    ...points.flatMap((point, i) =>
      pointProblems(`${path}.points[${i}]`, points[i - 1], point),
    ),
  ];
}

type Point = SurvivalCurve['points'][number];

function pointProblems(path: string, before: Point | undefined, point: Point): Problem[] {
  const { month, share, low, high } = point;
  const problems: Problem[] = [];
  if (before && month <= before.month)
    problems.push({
      path: `${path}.month`,
      received: month,
      expected: `a month after ${before.month}, that of the entry before`,
    });
  if (before && share > before.share)
    problems.push({
      path: `${path}.share`,
      received: share,
      expected: `at most ${before.share}, as in the entry before`,
    });
  if (share < low || share > high)
    problems.push({
      path: `${path}.share`,
      received: share,
      expected: `a share from ${low} to ${high}, its low and high`,
    });
  return problems;
}
