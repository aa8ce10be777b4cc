/** The table of stylised facts, in three forms. */
import type { AnyFact, Finding, Met } from '../assess/facts/fact.ts';
import { CUSTOMERS } from '../assess/facts/people.ts';
import { MODEL_VERSION } from '../model/version.ts';

export interface FactRow {
  readonly fact: AnyFact;
  readonly finding: Finding;
}

/** What is printed before, for each row, and after. */
export interface FactTable {
  head(seeds: number): string;
  row(row: FactRow, index: number): string;
  readonly foot: string;
}

const MET: Readonly<Record<Met, string>> = {
  yes: 'met',
  partly: 'partly met',
  no: 'NOT MET',
  info: 'info',
};
const READING =
  'a±b is the mean over the seeds and its standard error, a (b to c) the median and the span of nine seeds in ten.';

const about = (seeds: number): string =>
  `Stylised facts of model ${MODEL_VERSION}, ${seeds} seeds of ${CUSTOMERS.toLocaleString('en-US')} people: ${READING}`;

/** For a terminal. */
export const text: FactTable = {
  head: (seeds) => `${wrapped(about(seeds), '')}\n`,
  row: ({ fact, finding }) =>
    `\n${fact.id.padEnd(4)} ${MET[finding.met].padEnd(11)} ${fact.claim}\n${[
      ['target', fact.target],
      ['measured', finding.measured],
      ['note', finding.note ?? ''],
    ]
      .filter(([, words]) => words !== '')
      .map(
        ([name = '', words = '']) =>
          `${wrapped(`  ${name.padEnd(9)} ${words}`, ' '.repeat(12))}\n`,
      )
      .join('')}`,
  foot: '',
};

/** For a document. */
export const markdown: FactTable = {
  head: (seeds) => `${about(seeds)}\n\n| fact | target | measured | met |\n|---|---|---|---|\n`,
  row: ({ fact, finding }) => {
    const note = finding.note === undefined ? '' : `: ${finding.note}`;
    return `| ${fact.id} ${fact.claim} | ${fact.target} | ${finding.measured} | ${MET[finding.met]}${note} |\n`;
  },
  foot: '',
};

/** For a program: a list of facts with all figures. */
export const plain: FactTable = {
  head: () => '[',
  row: ({ fact, finding }, index) => {
    const { id, claim, target } = fact;
    return `${index === 0 ? '' : ','}\n${JSON.stringify({ id, claim, target, ...finding }, null, 2)}`;
  },
  foot: '\n]\n',
};

const WIDTH = 96;

/** Lines of at most `WIDTH` characters, all but the first behind the indent. */
function wrapped(words: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(/(?<=\S) /)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > WIDTH && line !== '') {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = longer;
  }
  return [...lines, line].join('\n');
}
