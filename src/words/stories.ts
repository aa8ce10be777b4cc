/** The words of customers' stories: loaded with the first story, not with the page. */
import { biography as biographyEn } from './en-biography.ts';
import type { BiographyWords } from './en-biography.ts';
import type { Language } from './language.ts';
import { biography as biographyZh } from './zh-biography.ts';

const DICTIONARIES: Readonly<Record<Language, BiographyWords>> = {
  en: biographyEn,
  zh: biographyZh,
};

export const storyWordsIn = (language: Language): BiographyWords => DICTIONARIES[language];
