/** What the page says of keeping scenarios before their list is opened, in English. */
export const keeping = {
  title: 'Scenarios',
  hint: 'The scenarios kept in this browser',
  copyOf: (name: string) => `${name.replace(/( \(copy\))+$/, '').slice(0, 190)} (copy)`,
  continued: (name: string) => `You continue where you left off: ${name}.`,
  notKept: (why: string) =>
    `Your changes are not kept: ${why}. Save your work as a file under Scenarios.`,
  problems: {
    full: 'the storage of this browser is full',
    denied: 'this browser lets the page store nothing, as in some private windows',
    newer: 'a newer version of this page is open in another tab',
    failed: (reason: string) => `the storage of this browser fails (${reason})`,
  },
};

export type KeepingWords = typeof keeping;
