/** The words of what looks back, at past churn and at what came after a launch: loaded with it, not with the page. */
import { assumptions as assumptionsEn } from './en-assumptions.ts';
import { fit as fitEn } from './en-fit.ts';
import type { FitWords } from './en-fit.ts';
import type { Language } from './language.ts';
import { assumptions as assumptionsZh } from './zh-assumptions.ts';
import { fit as fitZh } from './zh-fit.ts';

export interface HistoryWords {
  readonly fit: FitWords;
  /** What the model assumes. */
  readonly parameters: typeof assumptionsEn;
}

const DICTIONARIES: Readonly<Record<Language, HistoryWords>> = {
  en: { fit: fitEn, parameters: assumptionsEn },
  zh: { fit: fitZh, parameters: assumptionsZh },
};

export const historyWordsIn = (language: Language): HistoryWords => DICTIONARIES[language];
