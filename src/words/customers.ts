/** The words of the dialogs about customers: loaded with them, not with the page. */
import { segmentEditor as en } from './en-segment-editor.ts';
import type { SegmentEditorWords } from './en-segment-editor.ts';
import type { Language } from './index.ts';
import { segmentEditor as zh } from './zh-segment-editor.ts';

export interface CustomerWords {
  readonly segments: SegmentEditorWords;
}

const DICTIONARIES: Readonly<Record<Language, CustomerWords>> = {
  en: { segments: en },
  zh: { segments: zh },
};

export const customerWordsIn = (language: Language): CustomerWords => DICTIONARIES[language];
