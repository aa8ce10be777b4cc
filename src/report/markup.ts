/** HTML and SVG as text: every value is escaped where it is put in. */

/** Text that is markup already. */
export interface Markup {
  readonly markup: string;
}

type Content = Markup | string | readonly Content[];
type Attributes = Readonly<Record<string, string | number>>;

/** An element; texts among its contents are escaped. */
export function element(name: string, attributes: Attributes, ...content: Content[]): Markup {
  const given = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(rounded(value))}"`)
    .join('');
  if (VOID.has(name)) return { markup: `<${name}${given}>` };
  return { markup: `<${name}${given}>${markupOf(content)}</${name}>` };
}

const VOID = new Set(['meta', 'br']);

export function markupOf(content: Content): string {
  if (typeof content === 'string') return escaped(content);
  return isList(content) ? content.map(markupOf).join('') : content.markup;
}

const isList = (content: Markup | readonly Content[]): content is readonly Content[] =>
  Array.isArray(content);

/** Hundredths of a pixel are as fine as paper is. */
const rounded = (value: string | number): string =>
  typeof value === 'string' ? value : String(Math.round(value * 100) / 100);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
