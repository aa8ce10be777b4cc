/** Rules on the customers: segments and parameters that fit together. */
import { segmentEnds } from '../levers/table.ts';
import { parametersWith } from '../parameters.ts';
import type { Problem } from '../scenario.ts';
import { SEGMENT_DEFAULTS, TEMPLATES } from '../templates.ts';
import type { Draft } from './draft.ts';

/** Problems of the market. */
export function problemsOfMarket(draft: Draft): Problem[] {
  if (draft.broken.has('template') || draft.broken.has('segments')) return [];
  if (draft.template === undefined && draft.segments === undefined)
    return [
      {
        path: 'template',
        received: undefined,
        expected: 'a template, or segments of your own',
      },
    ];
  return [...ownSegments(draft), ...emptySegments(draft), ...parameters(draft)];
}

function ownSegments({ segments = [] }: Draft): Problem[] {
  const seen = new Set<string>();
  return segments.flatMap(({ name, data, fear, contract }, i) => {
    const problems: Problem[] = [];
    if (seen.has(name))
      problems.push({
        path: `segments[${i}].name`,
        received: name,
        expected: 'a name no other segment has',
      });
    seen.add(name);
    const { data: d, fear: f, contract: c } = SEGMENT_DEFAULTS;
    const sum = (data ?? d) + (fear ?? f) + (contract ?? c);
    if (Math.abs(sum - 1) > 1e-6)
      problems.push({
        path: `segments[${i}]`,
        received: { data, fear, contract },
        expected: `data, fear and contract that add up to 1 (${d}, ${f} and ${c} where not given)`,
      });
    return problems;
  });
}

function emptySegments({ segments, customers }: Draft): Problem[] {
  if (segments === undefined || customers === undefined) return [];
  let start = 0;
  return segmentEnds(segments, customers).flatMap((end, i) => {
    const count = end - start;
    start = end;
    if (count > 0) return [];
    return [
      {
        path: `segments[${i}].share`,
        received: segments[i]?.share,
        expected: `a share that comes to at least one of the ${customers} customers`,
      },
    ];
  });
}

function parameters(draft: Draft): Problem[] {
  if (draft.broken.has('parameters')) return [];
  const { template, parameters: own = {} } = draft;
  const { actShare, leftShare, k } = parametersWith(
    TEMPLATES[template ?? 'general'].parameters,
    own,
  );
  const problems: Problem[] = [];
  if (actShare + leftShare > 1)
    problems.push({
      path: 'parameters',
      received: { actShare, leftShare },
      expected: 'actShare and leftShare that add up to at most 1',
    });
  if (k % 2 !== 0)
    problems.push({ path: 'parameters.k', received: k, expected: 'an even number of ties' });
  return problems;
}
