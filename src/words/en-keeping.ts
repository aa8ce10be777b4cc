/** What the page says of keeping scenarios before their list is opened, in English. */
export const keeping = {
  title: 'Scenarios',
  hint: 'The scenarios kept in this browser',
  copyOf: (name: string) => `${name.replace(/( \(copy\))+$/, '').slice(0, 190)} (copy)`,
  continued: (name: string) => `You continue where you left off: ${name}.`,
  problems: {
    full: 'Your changes are not kept: the storage of this browser is full. Delete some scenarios, or save your work as a file under Scenarios.',
    denied:
      'Your changes are not kept: this browser does not let the page store anything, as in some private windows. Save your work as a file under Scenarios.',
    newer:
      'Your changes are not kept: a newer version of this page is open in another tab. Save your work as a file under Scenarios, then reload.',
    failed: (reason: string) =>
      `Your changes are not kept (${reason}). Save your work as a file under Scenarios.`,
  },
};

export type KeepingWords = typeof keeping;
