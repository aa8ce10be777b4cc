/** Every visible word, in every language, at once: for a terminal and for the brief. */
import { assumptions as assumptionsEn } from './en-assumptions.ts';
import { brief as briefEn } from './en-brief.ts';
import { exporting as exportEn } from './en-export.ts';
import { library as libraryEn } from './en-library.ts';
import { en } from './en.ts';
import type { Words } from './en.ts';
import type { Language } from './language.ts';
import { assumptions as assumptionsZh } from './zh-assumptions.ts';
import { brief as briefZh } from './zh-brief.ts';
import { exporting as exportZh } from './zh-export.ts';
import { library as libraryZh } from './zh-library.ts';
import { zh } from './zh.ts';

export { languageFor, LANGUAGES } from './language.ts';
export type { Language, Words };

/** Those of the page, and those that it can do without until the brief is asked for. */
export interface AllWords extends Words {
  readonly brief: typeof briefEn;
  readonly exporting: typeof exportEn;
  readonly library: typeof libraryEn;
  readonly parameters: typeof assumptionsEn;
}

const DICTIONARIES: Readonly<Record<Language, AllWords>> = {
  en: {
    ...en,
    brief: briefEn,
    exporting: exportEn,
    library: libraryEn,
    parameters: assumptionsEn,
  },
  zh: {
    ...zh,
    brief: briefZh,
    exporting: exportZh,
    library: libraryZh,
    parameters: assumptionsZh,
  },
};

export const wordsIn = (language: Language): AllWords => DICTIONARIES[language];
