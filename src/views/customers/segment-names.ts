/** Names for segments that an edit makes. */
import { NAME_LENGTH_AT_MOST } from '../../state/edits/segment-edits.ts';
import type { SegmentEditorWords } from '../../words/en-segment-editor.ts';
import type { Numbers } from '../../words/numbers.ts';

/** What a segment is called that several were merged into: after all of them as far as that can be read. */
export function mergedName(
  words: SegmentEditorWords,
  numbers: Numbers,
  names: readonly string[],
): string {
  const all = names.join(' + ');
  if (names.length < 4 && all.length <= NAME_LENGTH_AT_MOST) return all;
  return words.mergedMany((names[0] ?? '').slice(0, 100), numbers.count(names.length - 1));
}

/** The name if no other segment has it, else the first free one with a number. */
export function freeName(taken: readonly string[], wanted: string): string {
  if (!taken.includes(wanted)) return wanted;
  for (let number = 2; ; number++) {
    const name = `${wanted} ${number}`;
    if (!taken.includes(name)) return name;
  }
}
