import type { Words } from './language.ts';

/**
 * The name of a segment: one of a template or one made by an import (`monthly-low`) in the page's language,
 * any other as it stands in the file.
 */
export function segmentName(words: Words, name: string): string {
  const known: Readonly<Record<string, string>> = words.segments;
  const parts: Readonly<Record<string, string>> = words.segmentParts;
  const made = name.split('-');
  if (made.every((part) => Object.hasOwn(parts, part)))
    return words.segmentOf(made.map((part) => parts[part] ?? part));
  return (Object.hasOwn(known, name) ? known[name] : undefined) ?? name;
}
