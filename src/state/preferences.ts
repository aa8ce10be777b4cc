/** What a reader chose on an earlier visit, or had open. A browser that keeps nothing is no error. */
import { LANGUAGES, languageFor } from '../words/language.ts';
import type { Language } from '../words/language.ts';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The theme chosen before, else the system's. */
export function preferredTheme(): Theme {
  const before = kept('theme');
  const known = THEMES.find((theme) => theme === before);
  if (known) return known;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** The language chosen before, else the first of the browser's that the page speaks. */
export function preferredLanguage(): Language {
  const before = kept('language');
  const known = LANGUAGES.find((language) => language === before);
  return known ?? languageFor(navigator.languages);
}

type Name = 'theme' | 'language' | 'scenario';

export function keep(name: Name, value: string): void {
  try {
    localStorage.setItem(`thermocline.${name}`, value);
  } catch {
    // Private windows and file:// may refuse; the choice then lasts as long as the page.
  }
}

/** What was kept under a name; `scenario` is the id of its record. */
export function kept(name: Name): string | null {
  try {
    return localStorage.getItem(`thermocline.${name}`);
  } catch {
    return null;
  }
}
