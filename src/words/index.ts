/** Every visible word of the page, in every language it speaks. */
import { en } from './en.ts';
import type { Words } from './en.ts';
import { zh } from './zh.ts';

export type { Words };
export type Language = 'en' | 'zh';
export const LANGUAGES: readonly Language[] = ['en', 'zh'];

const DICTIONARIES: Readonly<Record<Language, Words>> = { en, zh };

export const wordsIn = (language: Language): Words => DICTIONARIES[language];

/** The language to begin with: the first of the reader's that the page speaks, else English. */
export function languageFor(preferred: readonly string[]): Language {
  const known = preferred
    .map((tag) => tag.toLowerCase().split('-')[0])
    .find((tag) => LANGUAGES.some((language) => language === tag));
  return known === 'zh' ? 'zh' : 'en';
}
