/** What a fit found, in sentences. */
import type { HistoryWords } from './history.ts';
import type { Numbers } from './numbers.ts';

/** As much of a fit as the sentences need. */
interface Found {
  readonly narrowed: boolean;
  readonly left: number;
  readonly inside: number;
  readonly months: readonly unknown[];
  readonly drawn: number;
  readonly kept: number;
  readonly people: number;
  readonly parameters: readonly {
    readonly name: keyof HistoryWords['parameters'];
    readonly left: number;
  }[];
}

interface Voice {
  readonly words: HistoryWords;
  readonly numbers: Numbers;
}

/** Share of the months that must lie in the band of nine in ten for the fit to be relied on. */
const INSIDE_AT_LEAST = 0.6;

/** Whether the fitted markets show the churn at all. */
export const isExplained = ({ inside, months }: Found): boolean =>
  inside >= INSIDE_AT_LEAST * months.length;

/** The verdict first, then what it rests on. */
export function fitSentences(found: Found, { words, numbers }: Voice): string[] {
  const { fit, parameters } = words;
  const { inside, months, kept, drawn, people } = found;
  const share = (left: number) => numbers.percent(left);
  const [best] = found.parameters
    .filter(({ name }) => name !== 'h0')
    .toSorted((a, b) => a.left - b.left);
  return [
    found.narrowed ? fit.narrowed : fit.notNarrowed,
    ...(found.narrowed ? [] : [fit.notNarrowedWhy]),
    ...(best && found.narrowed
      ? [
          fit.most(parameters[best.name].label, share(best.left)),
          fit.together(share(found.left)),
        ]
      : []),
    fit.inside(numbers.count(inside), numbers.count(months.length)),
    ...(isExplained(found) ? [] : [fit.outside]),
    fit.kept(numbers.count(kept), numbers.count(drawn), numbers.count(people)),
  ];
}
