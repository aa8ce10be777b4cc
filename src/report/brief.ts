/** The brief as content, before it is Markdown or HTML: what it says, in which order, with which figures. */
import type { Verdict } from '../assess/assessment.ts';
import type { Language } from '../words/index.ts';
import type { Figure } from './figures.ts';

export interface Stat {
  readonly label: string;
  readonly value: string;
  /** Its range, or what else stands in for one. */
  readonly range: string;
}

export interface Column {
  readonly text: string;
  /** Numbers are set to the right. */
  readonly number: boolean;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly small: boolean }
  | { readonly kind: 'table'; readonly table: Table }
  /** A picture on paper; where there are no pictures, its finding and its table. */
  | {
      readonly kind: 'figure';
      readonly figure: Figure;
      readonly finding: string;
      readonly table: Table;
    }
  /** Room to write in, and what for. */
  | { readonly kind: 'lines'; readonly count: number; readonly note: string }
  | { readonly kind: 'options'; readonly options: readonly string[] }
  | { readonly kind: 'signatures'; readonly roles: readonly string[] };

export interface Section {
  readonly title: string;
  /** Stands in a frame of its own. */
  readonly framed: boolean;
  readonly blocks: readonly Block[];
}

export interface Brief {
  readonly language: Language;
  readonly title: string;
  /** Between a name and what is said of it, in the brief's language. */
  readonly colon: string;
  /** Name of the scenario. */
  readonly scenario: string;
  readonly verdict: Verdict;
  readonly headline: string;
  readonly summary: string;
  /** The figures that matter most. */
  readonly stats: readonly Stat[];
  /** Of twenty runs, those that end in a mass exit; the picture's label says it in words. */
  readonly sinking: { readonly count: number; readonly label: string };
  /** Two: the verdict with its evidence, and what to sign. */
  readonly pages: readonly {
    readonly sections: readonly Section[];
    readonly number: string;
  }[];
  readonly limits: string;
  /** On each page: what it takes to get the same numbers again. */
  readonly footer: string;
}

export const text = (content: string, small = false): Block => ({
  kind: 'text',
  text: content,
  small,
});

export const section = (title: string, ...blocks: readonly Block[]): Section => ({
  title,
  framed: false,
  blocks,
});

/** @param head texts of the columns; all but the first hold numbers */
export const numbersTable = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Table => ({ columns: head.map((each, i) => ({ text: each, number: i > 0 })), rows });
