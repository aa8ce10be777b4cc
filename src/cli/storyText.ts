/** Why one customer stayed or left, as plain text. */
import type { Assessment } from '../assess/assess.ts';
import { storyOf } from '../report/biography.ts';
import { wordsIn } from '../words/index.ts';
import { numbersFor } from '../words/numbers.ts';
import { segmentWords } from './figures.ts';

/** @returns lines, with an empty one before the heading; none if nobody was asked for */
export function storyLines({ biography, segments }: Assessment): string[] {
  if (!biography) return [];
  const { id, run, who } = biography;
  const { who: portrait, lines } = storyOf(biography, {
    language: 'en',
    words: wordsIn('en'),
    numbers: numbersFor('en'),
    segment: segmentWords(segments[who.segment] ?? ''),
  });
  const heading = `Customer ${id} (in run ${run}, the one with the median loss)`;
  return ['', heading, portrait, ...lines.map((line) => `  ${line}`)];
}
