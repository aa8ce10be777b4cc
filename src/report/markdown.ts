/** The brief as Markdown (tables as in GitHub's): the figures as their findings and their tables. */
import type { Block, Brief, Section, Table } from './brief.ts';

/** @returns the document, ending in a line break */
export function markdownOf(brief: Brief): string {
  const { title, colon, scenario, headline, summary, stats, pages, limits, footer } = brief;
  const parts = [
    `# ${title}${colon}${escaped(scenario)}`,
    `## ${headline}`,
    summary,
    tableText({
      columns: stats.map(({ label }) => ({ text: label, number: false })),
      rows: [
        stats.map(({ value }) => `**${escaped(value)}**`),
        stats.map(({ range }) => escaped(range)),
      ],
    }),
    ...pages.flatMap(({ sections }) => sections.map((each) => sectionText(each, colon))),
    '---',
    limits,
    escaped(footer),
  ];
  return `${parts.join('\n\n')}\n`;
}

const sectionText = ({ title, blocks }: Section, colon: string): string =>
  [`## ${title}`, ...blocks.map((block) => blockText(block, colon))].join('\n\n');

function blockText(block: Block, colon: string): string {
  switch (block.kind) {
    case 'text':
      return escaped(block.text);
    case 'table':
      return tableText(escapedTable(block.table));
    case 'figure':
      return [escaped(block.finding), tableText(escapedTable(block.table))].join('\n\n');
    case 'lines':
      return [...Array.from({ length: block.count }, () => '> '), `> ${block.note}`].join('\n');
    case 'options':
      return block.options.map((option) => `- [ ] ${option}`).join('\n');
    case 'signatures':
      return block.roles
        .map((role) => `${role}${colon}\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_`)
        .join('\n\n');
  }
}

function tableText({ columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ text }) => text)),
    line(columns.map(({ number }) => (number ? '--:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}

const escapedTable = ({ columns, rows }: Table): Table => ({
  columns,
  rows: rows.map((row) => row.map(escaped)),
});

/** What the reader typed, such as a name, is text and no markup. */
const escaped = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~]/g, (character) => `\\${character}`);
