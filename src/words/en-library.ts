/** The scenarios that this browser keeps, in English. */
const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const library = {
  title: 'Scenarios',
  close: 'Close',
  about: 'Every change is kept in this browser and nowhere else.',
  search: 'Search by name',
  add: 'Add from a file',
  exportAll: 'Save all as a file',
  list: 'Kept scenarios',
  openHere: 'on the page',
  noVerdict: 'not counted to the end',
  chips: { above: 'Above', near: 'Near', past: 'Past' },
  actions: {
    rename: (name: string) => `Rename ${name}`,
    duplicate: (name: string) => `Duplicate ${name}`,
    save: (name: string) => `Save ${name} as a file`,
    remove: (name: string) => `Delete ${name}`,
    saveDamaged: (name: string) => `Save what is left of ${name} as a file`,
  },
  newName: 'New name',
  empty: 'Nothing is kept yet. The scenario is kept with your first change.',
  reading: 'The list is being read …',
  notFound: (search: string) => `No name contains "${search}".`,
  count: (count: number, shown: string) =>
    `${shown} ${plural(count, 'scenario', 'scenarios')} in this browser`,
  removed: (name: string) => `${name} was deleted.`,
  undo: 'Undo',
  added: (count: number, shown: string) =>
    count === 0
      ? 'No scenario was added.'
      : `${shown} ${plural(count, 'scenario was', 'scenarios were')} added.`,
  known: (count: number, shown: string) =>
    `${shown} ${plural(count, 'was', 'were')} there before.`,
  refused: (name: string, reason: string) => `${name || 'A scenario'} was left out: ${reason}.`,
  refusedFile: (name: string) => `${name} was not added, nothing has changed:`,
  unreadable: (name: string) => `${name} could not be read.`,
  gone: 'It is no longer there: another tab has deleted it.',
  damaged: {
    title: 'Set aside',
    about: 'These could not be read. They are kept as they are; a file of them may be mended.',
    item: (name: string, reason: string) => `${name}: ${reason}`,
    newer: (name: string) =>
      `${name || 'A scenario'} was kept by a newer version of this page. Reload the page to open it.`,
  },
  conflict: {
    told: (name: string) =>
      `${name} was changed in another tab. Nothing is kept until you choose.`,
    both: 'Keep both',
    other: 'Load the other',
  },
};

export type LibraryWords = typeof library;
