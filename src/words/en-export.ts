/** The dialog that hands out files, in English. */
export const exporting = {
  title: 'Export',
  close: 'Close',
  provenance: (seed: string, model: string, digest: string) =>
    `Every file says what it was made from: seed "${seed}", model ${model}, digest ${digest}.`,
  everything: {
    name: 'Everything',
    about: 'All of the files below in one archive, with a page that says what each of them is.',
    action: 'Save all as zip',
  },
  brief: {
    name: 'Brief',
    about: 'Two pages for a board to sign: verdict, assumptions, tripwires, dissent.',
    print: 'Print or PDF',
    markdown: 'Brief as Markdown',
    none: 'A brief needs a decision whose size can be varied.',
  },
  scenario: {
    name: 'Scenario',
    about:
      'All inputs. It loads again here, in the terminal, and at a colleague’s. Of imported customers it holds the segments only.',
    action: 'Scenario as JSON',
  },
  results: {
    name: 'Results',
    about:
      'Every weekly figure of every run, one row each, for a spreadsheet or statistics; the second file says what the series mean and their units.',
    limit: (written: string, runs: string, rows: string) =>
      `A spreadsheet opens ${rows} rows, so the first ${written} of ${runs} runs are in it. The terminal writes them all.`,
    table: 'Results as CSV',
    units: 'Units as CSV',
  },
  charts: {
    name: 'Charts',
    about:
      'As they are seen now. SVG stays sharp at any size and can be edited; PNG has twice the pixels of the page.',
    svg: (chart: string) => `${chart} as SVG`,
    png: (chart: string) => `${chart} as PNG`,
    none: 'No chart is on the page.',
  },
  working: {
    results: (done: string, planned: string) => `Results: ${done} of ${planned} runs`,
    brief: (done: string, planned: string) => `Brief: ${done} of ${planned}`,
    charts: (done: string, planned: string) => `Charts: ${done} of ${planned}`,
  },
  cancel: 'Cancel',
  done: (name: string) => `${name} was handed to the browser.`,
  stopped: (reason: string) => `The export stopped: ${reason} Nothing on the page has changed.`,
  readMe: {
    title: 'Files exported from Trust Thermocline',
    provenance: 'the same as on this page, for programs to read',
    units: 'what the columns and series of results.csv mean, and their units',
    markdown: 'the brief as Markdown',
    html: 'the brief as a page to print',
    chart: (chart: string) => `the chart "${chart}", as vectors and as an image`,
  },
};

export type ExportWords = typeof exporting;
