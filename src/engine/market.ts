import { PARAMETER_NAMES, parameterProblem } from '../model/parameters.ts';
import type { ParameterName, Parameters } from '../model/parameters.ts';
import type { LeverTable } from '../model/levers.ts';
import { parametersOf, segmentsOf } from '../model/scenario.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Key } from './seed.ts';
import { SEGMENT_DEFAULTS, SEGMENT_FIELDS } from '../model/templates.ts';
import type { Segment } from '../model/templates.ts';

/** Who is simulated: what a seed's population is drawn from. */
export interface Market {
  /** Number of people, customers or not. */
  readonly customers: number;
  readonly segments: readonly Segment[];
  readonly parameters: Parameters;
}

/** The market of a scenario: its template's, with what its history says and its own segments and parameters over it. */
export function marketOf(scenario: Scenario): Market {
  return {
    customers: scenario.customers,
    segments: segmentsOf(scenario),
    parameters: parametersOf(scenario),
  };
}

/** What people, their ties and the room for them depend on; all other parameters tell only what they do. */
const DRAWN_WITH = [
  ...([
    'actShare',
    'leftShare',
    'vMean',
    'vCv',
    'aSd',
    'Amean',
    'Asd',
    'Tmean',
    'Tsd',
  ] as const),
  ...(['reserve', 'Smean', 'susSd', 'susMax', 'impSd', 'annual', 'vDorm', 'dorm'] as const),
  ...(['abLow', 'abHigh', 'abLeft', 'rho', 'w', 'Uout', 'kappa', 'h0', 'patience'] as const),
  ...(['k', 'comm', 'far', 'hubShare', 'hubFollow', 'homo'] as const),
] satisfies ParameterName[];

/** All that the people of a key are drawn with, as text: the same text, the same people. */
export function drawnWith(
  { customers, segments, parameters }: Market,
  key: Key,
  { weeks, historyWeeks, startPrice }: LeverTable,
): string {
  const values = DRAWN_WITH.map((name) => parameters[name]);
  return JSON.stringify([key, customers, weeks, historyWeeks, startPrice, segments, values]);
}

/** Beyond this, sizes no longer fit the kernel's 32-bit words; memory ends long before. */
const PEOPLE_AT_MOST = 100_000_000;

/** Everything about a market that the kernel cannot run, as sentences; empty if it can. */
export function marketProblems({ customers, segments, parameters }: Market): string[] {
  const problems: string[] = [];
  if (!(Number.isInteger(customers) && customers > 0 && customers <= PEOPLE_AT_MOST))
    problems.push(
      `customers: received ${customers}, expected a whole number from 1 to ${PEOPLE_AT_MOST}`,
    );
  for (const name of PARAMETER_NAMES) {
    const expected = parameterProblem(name, parameters[name]);
    if (expected)
      problems.push(`parameters.${name}: received ${parameters[name]}, expected ${expected}`);
  }
  if (segments.length === 0)
    problems.push('segments: received an empty list, expected at least one segment');
  segments.forEach((segment, g) => {
    if (!(segment.share > 0 && Number.isFinite(segment.share)))
      problems.push(
        `segments[${g}].share: received ${segment.share}, expected a number above 0`,
      );
    for (const field of SEGMENT_FIELDS) {
      const value = segment[field] ?? SEGMENT_DEFAULTS[field];
      if (!Number.isFinite(value))
        problems.push(`segments[${g}].${field}: received ${value}, expected a finite number`);
    }
  });
  return problems;
}
