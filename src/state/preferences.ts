/** What a reader chose on an earlier visit. A browser that keeps nothing is no error. */
import { LANGUAGES, languageFor } from '../words/language.ts';
import type { Language } from '../words/language.ts';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The theme chosen before, else the system's. */
export function preferredTheme(): Theme {
  const kept = read('theme');
  const known = THEMES.find((theme) => theme === kept);
  if (known) return known;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** The language chosen before, else the first of the browser's that the page speaks. */
export function preferredLanguage(): Language {
  const kept = LANGUAGES.find((language) => language === read('language'));
  return kept ?? languageFor(navigator.languages);
}

export function keep(name: 'theme' | 'language', value: string): void {
  try {
    localStorage.setItem(`thermocline.${name}`, value);
  } catch {
    // Private windows and file:// may refuse; the choice then lasts as long as the page.
  }
}

function read(name: 'theme' | 'language'): string | null {
  try {
    return localStorage.getItem(`thermocline.${name}`);
  } catch {
    return null;
  }
}
