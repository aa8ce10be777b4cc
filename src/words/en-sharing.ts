/** Links to scenarios and exports, in English. */
const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const sharing = {
  share: 'Share',
  shareHint: 'Copy a link to this scenario',
  files: 'Export files',
  filesHint: 'Scenario, results, charts and the brief as files',
  link: 'Link to this scenario',
  copied:
    'Link copied. Whoever opens it sees this scenario; of imported customers it holds the segments only.',
  copyByHand: (keys: string) => `Copy the link with ${keys}.`,
  tooLarge: 'This scenario is too large for a link. Send it as a file instead.',
  close: 'Close',
  refused: 'The link was not opened, nothing has changed:',
  problems: {
    notALink: 'It is not a link to a scenario. Copy the whole link and try again.',
    newer: (version: string) =>
      `It comes from a newer version of this page (link version ${version}). Reload the page and open it again.`,
    damaged: 'It was cut short or altered on its way. Ask for it once more.',
    tooLarge: 'It is larger than a link may be. Ask for the scenario as a file.',
  },
  moreProblems: (count: number, shown: string) =>
    `and ${shown} more ${plural(count, 'problem', 'problems')}`,
  otherModel: (made: string, here: string) =>
    `This link was made with ${made ? `model ${made}` : 'an unknown model'}; the numbers here are those of model ${here} and may differ.`,
  ignored: 'Part of the address was not understood and is left out:',
  parameter: (name: string, value: string, expected: readonly string[]) =>
    `${name}: received "${value}", expected ${expected.slice(0, -1).join(', ')} or ${expected.at(-1)}.`,
};

export type SharingWords = typeof sharing;
