/**
 * What the address of the page asks for. The scenario's link stands in the hash, which no server sees; how the
 * page is to look may stand there as well, or in the query, where an embedding page can set it:
 * `?hide=customers,buffers&embed&lang=zh#s=1.9AdPOB2…`. Where both name the same thing, the hash counts.
 */
import { LANGUAGES } from '../../words/language.ts';
import type { Language } from '../../words/language.ts';
import { THEMES } from '../preferences.ts';
import type { Theme } from '../preferences.ts';

/** Parts of the page that a teacher can hide. */
export const PARTS = [
  'customers',
  'decisions',
  'buffers',
  'fix',
  'runs',
  'verdict',
  'cliff',
  'timeline',
  'column',
  'moves',
  'leaves',
  'warning',
  'stories',
] as const;
export type Part = (typeof PARTS)[number];

/**
 * What the page can open with: the page as it is, the brief; or one of its parts, which on a phone is the tab in
 * front and on a tablet, for the inputs, the drawer. A wide screen shows all parts at once.
 */
export const VIEWS = [
  'assess',
  'brief',
  'cliff',
  'timeline',
  'column',
  'decision',
  'buffers',
  'customers',
] as const;
export type View = (typeof VIEWS)[number];

/** A parameter that was not understood, as it stands in the address. */
export interface Ignored {
  readonly name: string;
  readonly value: string;
  readonly expected: readonly string[];
}

export interface Address {
  /** Text of the scenario's link; null if there is none. */
  readonly link: string | null;
  readonly hide: readonly Part[];
  readonly view: View | null;
  readonly language: Language | null;
  readonly theme: Theme | null;
  /** Without the header, for a frame in another page. */
  readonly embed: boolean;
  /** Parameters of the page whose values mean nothing. Names that the page does not know are others' business. */
  readonly ignored: readonly Ignored[];
}

const LINK = 's';
const EMBED_VALUES = ['1', '0'];
/** Of a value that is told. */
const CHARACTERS_TOLD = 40;

/** @param at location of the page, or a URL; its `search` and `hash` are read */
export function readAddress({ search, hash }: Pick<URL, 'search' | 'hash'>): Address {
  const query = new URLSearchParams(search);
  const inHash = new URLSearchParams(isPlace(hash) ? '' : hash.slice(1));
  const asked = (name: string) => inHash.get(name) ?? query.get(name);
  const ignored: Ignored[] = [];
  const ignore = (name: string, value: string, expected: readonly string[]) => {
    ignored.push({ name, value: value.slice(0, CHARACTERS_TOLD), expected });
    return null;
  };
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | null => {
    const value = asked(name);
    if (value === null) return null;
    const found = known.find((each) => each === value.trim().toLowerCase());
    return found ?? ignore(name, value, known);
  };
  return {
    link: asked(LINK),
    hide: hidden(asked('hide') ?? '', (value) => ignore('hide', value, PARTS)),
    view: oneOf('view', VIEWS),
    language: oneOf('lang', LANGUAGES),
    theme: oneOf('theme', THEMES),
    embed: embedded(asked('embed'), (value) => ignore('embed', value, EMBED_VALUES)),
    ignored,
  };
}

/**
 * The address with the scenario's link in place of the one it has, and all else as it is.
 * @param link null for an address without one
 */
export function addressWith(link: string | null, href: string): string {
  const url = new URL(href);
  const inHash = new URLSearchParams(isPlace(url.hash) ? '' : url.hash.slice(1));
  inHash.delete(LINK);
  const others = inHash.toString();
  // Written only where there is something to take out: it spells the others anew.
  if (url.searchParams.has(LINK)) url.searchParams.delete(LINK);
  if (link === null) url.hash = isPlace(url.hash) ? url.hash : others;
  else url.hash = `${LINK}=${link}${others === '' ? '' : `&${others}`}`;
  return url.href;
}

/** Whether a hash is a place on the page, such as `#result`, or nothing, and holds no parameters. */
export const isPlace = (hash: string): boolean => !/[=&]/.test(hash) && hash !== '#embed';

function hidden(list: string, ignore: (value: string) => void): Part[] {
  const asked = new Set<Part>();
  for (const name of list.split(',').map((each) => each.trim())) {
    const part = PARTS.find((each) => each === name.toLowerCase());
    if (part) asked.add(part);
    else if (name !== '') ignore(name);
  }
  return PARTS.filter((part) => asked.has(part));
}

function embedded(value: string | null, ignore: (value: string) => void): boolean {
  if (value === null || /^(0|false|no)$/i.test(value)) return false;
  if (/^(|1|true|yes)$/i.test(value)) return true;
  ignore(value);
  return false;
}
