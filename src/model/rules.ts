/** What a schema cannot say of a scenario: names that must exist, kinds that come once, dates that must fit. */
import { IMPULSES_AT_MOST } from './levers/table.ts';
import type { Draft, Placed } from './rules/draft.ts';
import { problemsOfFitted } from './rules/fitted.ts';
import { problemsOfMarket } from './rules/market.ts';
import { problemsOfOrigin } from './rules/origin.ts';
import { problemsOfPrices } from './rules/prices.ts';
import { PILOTED_KINDS, segmentsOf } from './scenario.ts';
import type { Buffer, Decision, Problem } from './scenario.ts';

export type { Draft } from './rules/draft.ts';

const ONCE = [
  'notice',
  'grandfathering',
  'litePlan',
  'pause',
  'pilot',
  'fatigue',
  'referral',
] as const satisfies readonly Buffer['kind'][];

const SEVERAL = ['featureCut', 'overPromise'] as const satisfies readonly Decision['kind'][];

/** All problems that need more than one field to see. */
export function problemsOfRules(draft: Draft): Problem[] {
  const decisions = placed('decisions', draft.decisions);
  const buffers = placed('buffers', draft.buffers);
  const entries = [...decisions, ...buffers];
  return [
    ...problemsOfMarket(draft),
    ...problemsOfOrigin(draft),
    ...problemsOfFitted(draft),
    ...entries.flatMap((entry) => [...dates(entry, draft.horizon), ...names(entry, draft)]),
    ...problemsOfPrices(decisions, draft),
    ...SEVERAL.flatMap((kind) => surplus(decisions, kind, IMPULSES_AT_MOST)),
    ...ONCE.flatMap((kind) => surplus(buffers, kind, 1)),
    ...pilot(buffers, decisions),
    ...selection(draft),
    ...repeated(draft),
  ];
}

function placed<E>(list: string, entries: readonly (E | undefined)[]): Placed<E>[] {
  return entries.flatMap((entry, i) =>
    entry === undefined ? [] : [{ path: `${list}[${i}]`, entry }],
  );
}

function repeated({ costOrder = [] }: Draft): Problem[] {
  return costOrder.flatMap((received, i) =>
    received === undefined || costOrder.indexOf(received) === i
      ? []
      : [{ path: `costOrder[${i}]`, received, expected: 'each at most once' }],
  );
}

function dates(
  { path, entry }: Placed<Decision | Buffer>,
  horizon: number | undefined,
): Problem[] {
  const problems: Problem[] = [];
  const week = 'week' in entry ? entry.week : undefined;
  if (week !== undefined && horizon !== undefined && week >= horizon)
    problems.push({
      path: `${path}.week`,
      received: week,
      expected: `a week before the end of the horizon (${horizon})`,
    });
  if (
    'revert' in entry &&
    entry.revert !== undefined &&
    week !== undefined &&
    entry.revert <= week
  )
    problems.push({
      path: `${path}.revert`,
      received: entry.revert,
      expected: `a week after ${week}, the week in which it begins`,
    });
  return problems;
}

function names({ path, entry }: Placed<Decision | Buffer>, draft: Draft): Problem[] {
  if (!('segments' in entry) || entry.segments === undefined) return [];
  if (draft.broken.has('template') || draft.broken.has('segments')) return [];
  const known = segmentsOf(draft).map(({ name }) => name);
  return entry.segments.flatMap((name, i, all) => {
    const at = `${path}.segments[${i}]`;
    if (!known.includes(name))
      return [
        { path: at, received: name, expected: `one of the segments ${known.join(', ')}` },
      ];
    if (all.indexOf(name) < i)
      return [{ path: at, received: name, expected: 'each segment once' }];
    return [];
  });
}

function surplus<E extends Decision | Buffer>(
  entries: readonly Placed<E>[],
  kind: E['kind'],
  most: number,
): Problem[] {
  return entries
    .filter(({ entry }) => entry.kind === kind)
    .slice(most)
    .map(({ path }) => ({
      path,
      received: kind,
      expected: `at most ${most} of the kind ${kind} in a scenario`,
    }));
}

function pilot(
  buffers: readonly Placed<Buffer>[],
  decisions: readonly Placed<Decision>[],
): Problem[] {
  const found = buffers.find(({ entry }) => entry.kind === 'pilot');
  if (found?.entry.kind !== 'pilot') return [];
  const { path, entry } = found;
  if (entry.week < 0)
    return [
      {
        path: `${path}.week`,
        received: entry.week,
        expected: 'a week from 0 on: everybody pays the same list price today',
      },
    ];
  const problems: Problem[] = [];
  const later = [...decisions, ...buffers]
    .filter(({ entry: e }) => 'week' in e && (e.week ?? -Infinity) >= entry.week)
    .map(({ entry: e }) => e.kind);
  if (!later.some((kind) => PILOTED_KINDS.includes(kind)))
    problems.push({
      path,
      received: later.filter((kind) => kind !== 'pilot'),
      expected: `something to pilot, dated at or after week ${entry.week} (${PILOTED_KINDS.join(', ')}); the rest reaches everybody at once`,
    });
  if (entry.widen !== undefined && entry.widen < entry.week)
    problems.push({
      path: `${path}.widen`,
      received: entry.widen,
      expected: `a week from ${entry.week} on, when the pilot begins`,
    });
  return problems;
}

function selection({ decisions, selected }: Draft): Problem[] {
  if (selected === undefined) return [];
  const chosen = decisions[selected];
  // A decision that is not well formed has a problem of its own.
  if (selected < decisions.length && chosen === undefined) return [];
  if (chosen && chosen.week >= 0 && chosen.kind !== 'noticeMail') return [];
  return [
    {
      path: 'selected',
      received: selected,
      expected: 'the index of a decision with a size, dated week 0 or later',
    },
  ];
}
