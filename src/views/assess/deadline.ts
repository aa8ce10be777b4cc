/** The last safe week to go back, as the verdict's figure. */
import type { WayBack } from '../../assess/wayBack.ts';
import type { Words } from '../../words/index.ts';
import type { Numbers } from '../../words/numbers.ts';
import { horizonEnd } from './phrases.ts';

/** The value and the range below it. */
export function deadlineStat(
  { words, numbers }: { readonly words: Words; readonly numbers: Numbers },
  { deadline }: Pick<WayBack, 'deadline'>,
  horizon: number,
): { readonly value: string; readonly range: string } {
  const { deadline: say } = words.evidence;
  const week = (value: number) => numbers.decimal(value, 0);
  switch (deadline.kind) {
    case 'week':
      return {
        value: say.week(week(deadline.value)),
        range: numbers.weeksRange(deadline.low, deadline.high),
      };
    case 'any':
      return { value: say.any, range: say.anyRange(horizonEnd(words, horizon)) };
    case 'none':
      return { value: say.none, range: say.noneRange(week(deadline.from)) };
    case 'holds':
      return { value: say.holds, range: say.holdsRange };
  }
}
