/** The words of the dialogs about customers: loaded with them, not with the page. */
import { importing as importingEn } from './en-import.ts';
import type { ImportWords } from './en-import.ts';
import { importDialog as importDialogEn } from './en-import-dialog.ts';
import type { ImportDialogWords } from './en-import-dialog.ts';
import { segmentEditor as segmentEditorEn } from './en-segment-editor.ts';
import type { SegmentEditorWords } from './en-segment-editor.ts';
import type { Language } from './language.ts';
import { importing as importingZh } from './zh-import.ts';
import { importDialog as importDialogZh } from './zh-import-dialog.ts';
import { segmentEditor as segmentEditorZh } from './zh-segment-editor.ts';

export interface CustomerWords {
  readonly segments: SegmentEditorWords;
  /** What an import finds. */
  readonly importing: ImportWords;
  /** The dialog around it. */
  readonly dialog: ImportDialogWords;
}

const DICTIONARIES: Readonly<Record<Language, CustomerWords>> = {
  en: { segments: segmentEditorEn, importing: importingEn, dialog: importDialogEn },
  zh: { segments: segmentEditorZh, importing: importingZh, dialog: importDialogZh },
};

export const customerWordsIn = (language: Language): CustomerWords => DICTIONARIES[language];
