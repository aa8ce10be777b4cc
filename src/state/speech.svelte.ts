/** The language of the page and its words: another one is spoken from when on its words are there. */
import { loadWords } from '../words/language.ts';
import type { Language, Words } from '../words/language.ts';
import { keep } from './preferences.ts';

interface Spoken {
  readonly language: Language;
  readonly words: Words;
}

export class Speech {
  private spoken: Spoken = $state.raw() as Spoken;
  /** Chosen last; its words may be on their way. */
  private chosen: Language;

  constructor(language: Language, words: Words) {
    this.spoken = { language, words };
    this.chosen = language;
  }

  get language(): Language {
    return this.spoken.language;
  }

  get words(): Words {
    return this.spoken.words;
  }

  /**
   * Speaks another language; the newest choice wins.
   *
   * @throws Error (rejects) if its words cannot be had: the page goes on in the one that it speaks
   */
  async speak(language: Language): Promise<void> {
    this.chosen = language;
    const words = await loadWords(language);
    if (this.chosen === language) this.spoken = { language, words };
  }

  /** As `speak`, and for later visits as well. */
  async choose(language: Language): Promise<void> {
    await this.speak(language);
    keep('language', language);
  }
}
