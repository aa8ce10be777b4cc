import type { Plugin } from 'vite';

/** A line's or a row's `meaning: '…'` or `source: '…'` in the table of parameters, up to the next key. */
const NOTE = /\b(?:meaning|source):\s*'(?:[^'\\\n]|\\.)*',?\s*/g;

/** The table of parameters without what each means in words and what its default rests on. */
export const withoutNotes = (code: string): string =>
  code.replace(NOTE, (note) => (note.startsWith('meaning') ? `meaning: '', ` : ''));

/**
 * Leaves the notes in the table of parameters out of the page: only the documentation, the JSON Schema and the tests
 * of both read them, and they are 2 kB packed of what is loaded before anything is seen. What the page says of a
 * parameter is in its dictionaries.
 */
export function notesPlugin(): Plugin {
  return {
    name: 'thermocline:notes',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /src\/model\/parameters\.ts$/ },
      handler: (code) => ({ code: withoutNotes(code), map: null }),
    },
  };
}
