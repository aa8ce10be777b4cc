/** Columns of a table in a terminal. */

/** The text, filled up to so many columns; Chinese characters take two of them. */
export const pad = (text: string, width: number): string => {
  const columns = [...text].reduce((sum, letter) => sum + (letter > '\u2E80' ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, width - columns));
};
