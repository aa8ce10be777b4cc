/** The words of the export dialog: loaded with it, not with the page. */
import { exporting as en } from './en-export.ts';
import type { ExportWords } from './en-export.ts';
import type { Language } from './language.ts';
import { exporting as zh } from './zh-export.ts';

export type { ExportWords };

const DICTIONARIES: Readonly<Record<Language, ExportWords>> = { en, zh };

export const exportWordsIn = (language: Language): ExportWords => DICTIONARIES[language];
