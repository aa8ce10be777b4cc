/** What the markets to start from stand for: loaded with the list of them, not with the page. */
import { templatesEn } from './en-templates.ts';
import type { Language } from './language.ts';
import { templatesZh } from './zh-templates.ts';

export const marketWordsIn = (language: Language): typeof templatesEn =>
  language === 'zh' ? templatesZh : templatesEn;
