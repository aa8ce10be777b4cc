/** The words of what looks back, at past churn and at what came after a launch: loaded with it, not with the page. */
import { assumptions as assumptionsEn } from './en-assumptions.ts';
import { fit as fitEn } from './en-fit.ts';
import type { FitWords } from './en-fit.ts';
import { launch as launchEn } from './en-launch.ts';
import type { LaunchWords } from './en-launch.ts';
import type { Language } from './language.ts';
import { assumptions as assumptionsZh } from './zh-assumptions.ts';
import { fit as fitZh } from './zh-fit.ts';
import { launch as launchZh } from './zh-launch.ts';

export interface HistoryWords {
  readonly fit: FitWords;
  readonly launch: LaunchWords;
  /** What the model assumes. */
  readonly parameters: typeof assumptionsEn;
}

const DICTIONARIES: Readonly<Record<Language, HistoryWords>> = {
  en: { fit: fitEn, launch: launchEn, parameters: assumptionsEn },
  zh: { fit: fitZh, launch: launchZh, parameters: assumptionsZh },
};

export const historyWordsIn = (language: Language): HistoryWords => DICTIONARIES[language];
