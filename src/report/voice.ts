/** The words and the numbers of a brief in one language. */
import type { Evidence } from './evidence.ts';
import { horizonEnd } from '../words/horizon.ts';
import { wordsIn } from '../words/index.ts';
import type { AllWords, Language } from '../words/index.ts';
import { numbersFor } from '../words/numbers.ts';
import type { Numbers } from '../words/numbers.ts';
import { sizesFor } from '../words/sizes.ts';
import type { Sizes } from '../words/sizes.ts';

export interface Voice {
  readonly words: AllWords;
  readonly numbers: Numbers;
  /** Of the selected decision. */
  readonly sizes: Sizes;
  /** The end of the horizon, `month 24`. */
  readonly by: string;
}

export function voiceFor({ assessment }: Evidence, language: Language): Voice {
  const words = wordsIn(language);
  const numbers = numbersFor(language);
  return {
    words,
    numbers,
    sizes: sizesFor(words, numbers, assessment.decision.lever),
    by: horizonEnd(words, assessment.horizon),
  };
}
