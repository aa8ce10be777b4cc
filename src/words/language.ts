/** The languages of the page, and their words when they are needed: one that nobody reads is not loaded. */
import type { Words } from './en.ts';

export type { Words };
export type Language = 'en' | 'zh';
export const LANGUAGES: readonly Language[] = ['en', 'zh'];

const DICTIONARIES: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import('./en.ts')).en,
  zh: async () => (await import('./zh.ts')).zh,
};

/** @throws Error (rejects) if the words cannot be had, without a network for instance */
export const loadWords = (language: Language): Promise<Words> => DICTIONARIES[language]();

/** The language to begin with: the first of the reader's that the page speaks, else English. */
export function languageFor(preferred: readonly string[]): Language {
  const known = preferred
    .map((tag) => tag.toLowerCase().split('-')[0])
    .find((tag) => LANGUAGES.some((language) => language === tag));
  return known === 'zh' ? 'zh' : 'en';
}
