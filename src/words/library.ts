/** The words of the list of scenarios: loaded with it, not with the page. */
import { library as en } from './en-library.ts';
import type { LibraryWords } from './en-library.ts';
import type { Language } from './language.ts';
import { library as zh } from './zh-library.ts';

const DICTIONARIES: Readonly<Record<Language, LibraryWords>> = { en, zh };

export const libraryWordsIn = (language: Language): LibraryWords => DICTIONARIES[language];
