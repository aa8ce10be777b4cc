/** What the verdict says of the evidence: the last safe week, and whether it is a slope. */
import type { Verdict } from '../../../assess/assessment.ts';
import type { Shape } from '../../../assess/shape.ts';
import type { Deadline, WayBack } from '../../../assess/wayBack.ts';
import type { Words } from '../../../words/language.ts';
import type { Numbers } from '../../../words/numbers.ts';
import { horizonEnd } from '../phrases.ts';

interface Voice {
  readonly words: Words;
  readonly numbers: Numbers;
}

/** The last safe week to reverse, with its range. */
export function backStat(
  { words, numbers }: Voice,
  { deadline, all, breaking, anyWeek, tooLate }: WayBack,
  horizon: number,
): { readonly value: string; readonly range: string; readonly isSentence: boolean } {
  const said = words.evidence.stats;
  const of = (count: number) => said.anyRange(numbers.count(count), numbers.count(breaking));
  switch (deadline.kind) {
    case 'holds':
      return {
        value: said.holds,
        range: said.holdsRange(numbers.count(all.runs)),
        isSentence: true,
      };
    case 'tooFew':
      return {
        value: said.tooFew,
        range: said.tooFewRange(numbers.count(all.breaking), numbers.count(all.runs)),
        isSentence: true,
      };
    case 'any':
      return {
        value: said.any(horizonEnd(words, horizon)),
        range: of(anyWeek),
        isSentence: true,
      };
    case 'none':
      return {
        value: said.none(numbers.count(deadline.from)),
        range: of(tooLate),
        isSentence: true,
      };
    case 'week':
      return { ...weekStat(said, numbers, deadline, all), isSentence: false };
  }
}

/** Where most runs hold, it is said of how many the week is. */
const weekStat = (
  said: Words['evidence']['stats'],
  numbers: Numbers,
  { value, low, high }: Extract<Deadline, { kind: 'week' }>,
  { breaking, runs }: WayBack['all'],
) => {
  const weeks = said.weeks(numbers.count(low), numbers.count(high));
  const few = breaking < runs / 2;
  return {
    value: said.week(numbers.count(value)),
    range: few ? said.weeksOf(weeks, numbers.count(breaking), numbers.count(runs)) : weeks,
  };
};

/** That it is a slope, where it is one; and of a decision past its tipping point, that it did not fall. */
export function slopeSentence(
  { words, numbers }: Voice,
  shape: Shape | null,
  verdict: Verdict,
): string {
  if (shape?.kind !== 'slope') return '';
  const { value, low, high } = shape.steeper;
  const { slope, slopePast } = words.evidence;
  return (verdict === 'past' ? slopePast : slope)(
    numbers.decimal(value),
    numbers.decimal(low),
    numbers.decimal(high),
  );
}
