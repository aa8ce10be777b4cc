/** What a schema cannot say of a scenario: names that must exist, kinds that come once, dates that must fit. */
import type { Buffer, Decision, Problem, Scenario } from './scenario.ts';
import { parametersWith } from './parameters.ts';
import { TEMPLATES } from './templates.ts';

const ONCE = [
  'notice',
  'grandfathering',
  'litePlan',
  'pause',
  'pilot',
  'fatigue',
  'referral',
] as const satisfies readonly Buffer['kind'][];
const FEATURE_CUTS_AT_MOST = 4;
const OVER_PROMISES_AT_MOST = 4;
/** Decisions that can reach a part of the customers first (MODEL.md 12.6). */
export const CAN_BE_PILOTED: readonly Decision['kind'][] = [
  'price',
  'featureCut',
  'service',
  'ads',
  'lockIn',
  'friction',
  'overPromise',
];

/** All problems that need more than one field to see. */
export function problemsOfRules(scenario: Scenario): Problem[] {
  return [
    ...market(scenario),
    ...scenario.decisions.flatMap((decision, i) =>
      dated(decision, `decisions[${i}]`, scenario),
    ),
    ...scenario.decisions.flatMap((decision, i) => price(decision, `decisions[${i}]`)),
    ...scenario.buffers.flatMap((buffer, i) => dated(buffer, `buffers[${i}]`, scenario)),
    ...counts(scenario),
    ...pilot(scenario),
    ...selection(scenario),
  ];
}

function market(scenario: Scenario): Problem[] {
  const problems: Problem[] = [];
  if (scenario.template === undefined && scenario.segments === undefined)
    problems.push({
      path: 'template',
      received: undefined,
      expected: 'a template, or segments of your own',
    });
  const names = new Set<string>();
  scenario.segments?.forEach(({ name, data, fear, contract }, i) => {
    if (names.has(name))
      problems.push({
        path: `segments[${i}].name`,
        received: name,
        expected: 'a name no other segment has',
      });
    names.add(name);
    const sum = (data ?? 0.5) + (fear ?? 0.35) + (contract ?? 0.15);
    if (Math.abs(sum - 1) > 1e-6)
      problems.push({
        path: `segments[${i}]`,
        received: { data, fear, contract },
        expected:
          'data, fear and contract that add up to 1 (0.5, 0.35 and 0.15 where not given)',
      });
  });
  const { actShare, leftShare } = parametersWith(
    TEMPLATES[scenario.template ?? 'general'].parameters,
    scenario.parameters ?? {},
  );
  if (actShare + leftShare > 1)
    problems.push({
      path: 'parameters',
      received: { actShare, leftShare },
      expected: 'actShare and leftShare that add up to at most 1',
    });
  return problems;
}

function dated(entry: Decision | Buffer, path: string, scenario: Scenario): Problem[] {
  const problems: Problem[] = [];
  const week = 'week' in entry ? entry.week : undefined;
  if (week !== undefined && week >= scenario.horizon)
    problems.push({
      path: `${path}.week`,
      received: week,
      expected: `a week before the end of the horizon (${scenario.horizon})`,
    });
  if ('revert' in entry && entry.revert !== undefined && entry.revert <= (week ?? -Infinity))
    problems.push({
      path: `${path}.revert`,
      received: entry.revert,
      expected: `a week after ${String(week)}, the week in which it begins`,
    });
  const known = scenario.segments ?? TEMPLATES[scenario.template ?? 'general'].segments;
  if ('segments' in entry)
    entry.segments?.forEach((name, i) => {
      if (!known.some((segment) => segment.name === name))
        problems.push({
          path: `${path}.segments[${i}]`,
          received: name,
          expected: `one of the segments ${known.map((segment) => segment.name).join(', ')}`,
        });
    });
  return problems;
}

function price(decision: Decision, path: string): Problem[] {
  if (decision.kind !== 'price') return [];
  const { change, newPrice, week } = decision;
  if ((change === undefined) === (newPrice === undefined))
    return [{ path, received: { change, newPrice }, expected: 'either change or newPrice' }];
  if (newPrice !== undefined && week < 0)
    return [
      {
        path: `${path}.newPrice`,
        received: newPrice,
        expected: "change instead: today's price is known, past ones follow from the changes",
      },
    ];
  return [];
}

function counts({ decisions, buffers }: Scenario): Problem[] {
  const surplus = (
    entries: readonly (Decision | Buffer)[],
    kind: string,
    most: number,
    list: string,
  ): Problem[] =>
    entries
      .map((entry, i) => ({ entry, i }))
      .filter(({ entry }) => entry.kind === kind)
      .slice(most)
      .map(({ i }) => ({
        path: `${list}[${i}]`,
        received: kind,
        expected: `at most ${most} of the kind ${kind} in a scenario`,
      }));
  return [
    ...surplus(decisions, 'featureCut', FEATURE_CUTS_AT_MOST, 'decisions'),
    ...surplus(decisions, 'overPromise', OVER_PROMISES_AT_MOST, 'decisions'),
    ...ONCE.flatMap((kind) => surplus(buffers, kind, 1, 'buffers')),
  ];
}

function pilot({ decisions, buffers }: Scenario): Problem[] {
  const i = buffers.findIndex(({ kind }) => kind === 'pilot');
  const entry = buffers[i];
  if (entry?.kind !== 'pilot') return [];
  const problems: Problem[] = [];
  const later = decisions.filter(({ week }) => week >= entry.week);
  const offered = buffers.some(
    (buffer) =>
      (buffer.kind === 'litePlan' || buffer.kind === 'pause') && buffer.week >= entry.week,
  );
  if (!offered && !later.some(({ kind }) => CAN_BE_PILOTED.includes(kind)))
    problems.push({
      path: `buffers[${i}]`,
      received: later.map(({ kind }) => kind),
      expected: `a decision to pilot, dated at or after week ${entry.week} (${CAN_BE_PILOTED.join(', ')}, litePlan or pause); openness, shocks and mails reach everybody at once`,
    });
  if (entry.widen !== undefined && entry.widen < entry.week)
    problems.push({
      path: `buffers[${i}].widen`,
      received: entry.widen,
      expected: `a week from ${entry.week} on, when the pilot begins`,
    });
  return problems;
}

function selection({ decisions, selected }: Scenario): Problem[] {
  if (selected === undefined) return [];
  const decision = decisions[selected];
  if (decision && decision.week >= 0 && decision.kind !== 'noticeMail') return [];
  return [
    {
      path: 'selected',
      received: selected,
      expected: 'the index of a decision with a size, dated week 0 or later',
    },
  ];
}
