/** The fonts of the brief, to be carried in its document: elsewhere they are not installed. */
import sans from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?inline';
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?inline';

const rule = (family: string, url: string): string =>
  `@font-face { font-family: '${family}'; font-weight: 200 900; src: url(${url}) format('woff2'); }\n`;

export const BRIEF_FONTS =
  rule('Source Sans 3 Variable', sans) + rule('Source Serif 4 Variable', serif);
