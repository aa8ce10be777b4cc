/** The brief as HTML: its pages for the page of the program, or a document that stands alone. */
import type { Block, Brief, Section, Stat, Table } from './brief.ts';
import { drawCliff } from './draw-cliff.ts';
import type { Figure } from './figures.ts';
import { drawMoves } from './draw-moves.ts';
import { drawTimeline } from './draw-timeline.ts';
import { element } from './markup.ts';
import type { Markup } from './markup.ts';
import { PAPER, SHEET } from './sheet.ts';
import { pictogram, verdictGlyph } from './glyphs.ts';

/**
 * A document of its own, with everything in it; ends in a line break.
 *
 * @param fonts rules of a style sheet with the fonts in them; without, those of the reader's system are used
 */
export function documentOf(brief: Brief, fonts = ''): string {
  const head = [
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, `${brief.title}${brief.colon}${brief.scenario}`),
    element('style', {}, { markup: fonts + PAPER + SHEET }),
  ];
  const page = element(
    'html',
    { lang: langOf(brief) },
    element('head', {}, head),
    element('body', {}, { markup: pagesOf(brief) }),
  );
  return `<!doctype html>\n${page.markup}\n`;
}

/** The pages alone, to be put where the sheet's style holds. */
export function pagesOf(brief: Brief): string {
  const pages = brief.pages.map(({ sections, number }, i) =>
    element(
      'section',
      { class: 'page' },
      i === 0 ? firstHead(brief) : laterHead(brief),
      sections.map(sectionOf),
      element('div', { class: 'fill' }),
      i === brief.pages.length - 1 ? element('p', { class: 'limits' }, brief.limits) : [],
      element(
        'div',
        { class: 'foot' },
        element('span', {}, brief.footer),
        element('span', {}, number),
      ),
    ),
  );
  return element('article', { class: 'brief', lang: langOf(brief) }, pages).markup;
}

const langOf = ({ language }: Brief): string => (language === 'zh' ? 'zh-CN' : 'en');

function firstHead(brief: Brief): Markup[] {
  return [
    element(
      'header',
      { class: 'bar' },
      element('h1', { class: 'serif' }, brief.title),
      element('p', { class: 'named' }, brief.scenario),
    ),
    element(
      'div',
      { class: 'verdict' },
      element('h2', { class: 'serif' }, verdictGlyph(brief.verdict), brief.headline),
      element('p', { class: 'serif' }, brief.summary),
      pictogram(brief.sinking.count, brief.sinking.label),
    ),
    element('dl', { class: 'stats' }, brief.stats.map(statOf)),
  ];
}

const laterHead = (brief: Brief): Markup =>
  element(
    'header',
    { class: 'bar' },
    element('p', { class: 'serif named' }, brief.scenario),
    element('p', {}, brief.title),
  );

const statOf = ({ label, value, range }: Stat): Markup =>
  element(
    'div',
    {},
    element('dt', {}, label),
    element('dd', { class: 'value' }, value),
    element('dd', { class: 'range' }, range),
  );

const sectionOf = ({ title, framed, blocks }: Section): Markup =>
  element(
    'section',
    { class: ['section', ...kindsOf(framed, blocks)].join(' ') },
    element('h3', { class: 'serif' }, title),
    blocks.map(blockOf),
  );

/** A picture can be drawn smaller where a page is full. */
const kindsOf = (framed: boolean, blocks: readonly Block[]): string[] => [
  ...(framed ? ['framed'] : []),
  ...(blocks.some(({ kind }) => kind === 'figure') ? ['drawn'] : []),
];

function blockOf(block: Block): Markup | Markup[] {
  switch (block.kind) {
    case 'text':
      return element('p', { class: block.small ? 'small' : 'plain' }, block.text);
    case 'table':
      return tableOf(block.table);
    case 'figure':
      return pictureOf(block.figure, block.finding);
    case 'lines':
      return [
        ...Array.from({ length: block.count }, () => element('div', { class: 'line' })),
        element('p', { class: 'small' }, block.note),
      ];
    case 'options':
      return element(
        'ul',
        { class: 'options' },
        block.options.map((option) => element('li', {}, option)),
      );
    case 'signatures':
      return element(
        'div',
        { class: 'signatures' },
        block.roles.map((role) => element('p', {}, role)),
      );
  }
}

function pictureOf(figure: Figure, finding: string): Markup {
  switch (figure.kind) {
    case 'cliff':
      return drawCliff(figure, finding);
    case 'timeline':
      return drawTimeline(figure, finding);
    case 'moves':
      return drawMoves(figure, finding);
  }
}

function tableOf({ columns, rows }: Table): Markup {
  const classOf = (i: number) => (columns[i]?.number ? { class: 'number' } : {});
  return element(
    'table',
    {},
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        columns.map(({ text }, i) => element('th', { scope: 'col', ...classOf(i) }, text)),
      ),
    ),
    element(
      'tbody',
      {},
      rows.map((row) =>
        element(
          'tr',
          {},
          row.map((cell, i) => element('td', classOf(i), cell)),
        ),
      ),
    ),
  );
}
