/** The view in which the brief is printed, in English. */
export const briefing = {
  open: 'Export brief',
  openHint: 'The two pages to print and sign',
  noDecision: 'A brief needs a decision whose size can be varied',
  label: 'Brief',
  counting: (done: string, planned: string) =>
    `The brief is being made: ${done} of ${planned} runs.`,
  ready: 'Two pages, A4. Choose "Save as PDF" in the print dialog for a file.',
  stopped: (reason: string) => `The brief stopped: ${reason} Your inputs are kept.`,
  again: 'Try again',
  print: 'Print',
  html: 'Save as HTML',
  markdown: 'Save as Markdown',
  close: 'Back',
};

export type BriefingWords = typeof briefing;
