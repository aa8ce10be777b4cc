/** The brief as a file that looks the same wherever it is opened. */
import type { Brief } from '../../report/brief.ts';
import { documentOf, pagesOf } from '../../report/html.ts';
import { SHEET } from '../../report/sheet.ts';
import { fontRules } from '../export/fonts.ts';

/** With the page's fonts in it; where they cannot be had, with those of the system. */
export async function briefDocument(brief: Brief): Promise<string> {
  const letters = new Set(pagesOf(brief));
  const fonts = await fontRules([...letters].join(''), SHEET).catch(() => '');
  return documentOf(brief, fonts);
}
