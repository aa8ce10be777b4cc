/** From bytes to text. */
import { Refusal } from '../findings.ts';
import type { Lookalike } from '../findings.ts';
import { likelyChinese, likelyWestern, Letters } from './letters.ts';
import { Restart } from './restart.ts';
import type { Encoding } from './restart.ts';

/** Bytes by which a file is judged before any of it is taken for text. */
const SNIFFED = 65_536;

const SIGNATURES: readonly (readonly [signature: string, Lookalike])[] = [
  ['PK\x03\x04', 'spreadsheet'],
  ['\xD0\xCF\x11\xE0', 'spreadsheet'],
  ['\x1F\x8B', 'archive'],
  ['Rar!', 'archive'],
  ['7z\xBC\xAF', 'archive'],
  ['%PDF', 'pdf'],
];

/** Other letters than those of ASCII that were valid as UTF-8, from which on a file is held for UTF-8. */
const FOREIGN_ENOUGH = 8;

/**
 * Decodes a file that arrives in pieces of any length: UTF-8, UTF-16 with a byte order mark, or where the bytes
 * are not UTF-8, GB18030 if they are likely to be Chinese, and Windows-1252 if they are likely to be Western.
 * The mark is removed. Refuses what is not text, and text in other encodings.
 */
export class Decoder {
  private readonly start = new Uint8Array(SNIFFED);
  private filled = 0;
  private begun = false;
  private decoder = new TextDecoder();
  private known: Encoding | null;
  /** Letters beyond ASCII in what was valid UTF-8; counted no further than needed. */
  private foreign = 0;
  private readonly letters = new Letters();
  private readonly told: boolean;

  /**
   * @param encoding null to go by the bytes
   * @param told it is not a guess: the bytes are not asked whether they look like it
   */
  constructor(encoding: Encoding | null, told = false) {
    this.known = encoding;
    this.told = told && encoding !== null;
  }

  /** The encoding, as far as the bytes so far tell. */
  get encoding(): Encoding {
    return this.known ?? 'utf-8';
  }

  /** Text that can be told from the bytes so far. */
  push(bytes: Uint8Array): string {
    if (this.begun) return this.decode(bytes, true);
    const part = bytes.subarray(0, SNIFFED - this.filled);
    this.start.set(part, this.filled);
    this.filled += part.length;
    if (this.filled < SNIFFED) return '';
    return this.begin(true) + this.decode(bytes.subarray(part.length), true);
  }

  /** The rest of the text. */
  finish(): string {
    const rest = this.begun ? this.decode(new Uint8Array(), false) : this.begin(false);
    this.check();
    return rest;
  }

  /** Whether what could be decoded looks like it: what is hardly Chinese may be Western, or neither. */
  check(): void {
    if (this.told) return;
    if (this.known === 'gb18030' && !likelyChinese(this.letters))
      throw new Restart({ encoding: 'windows-1252' });
    if (this.known === 'windows-1252' && !likelyWestern(this.letters))
      throw new Refusal({ code: 'notUtf8' });
  }

  private begin(stream: boolean): string {
    this.begun = true;
    const start = this.start.subarray(0, this.filled);
    const begin = String.fromCharCode(...start.subarray(0, 4));
    const looksLike = SIGNATURES.find(([signature]) => begin.startsWith(signature))?.[1];
    if (looksLike) throw new Refusal({ code: 'notCsv', looksLike });
    this.known ??= markedEncoding(begin);
    if (!this.known?.startsWith('utf-16') && start.includes(0))
      throw new Refusal({ code: 'notCsv', looksLike: 'binary' });
    this.decoder = new TextDecoder(this.encoding, { fatal: true });
    return this.decode(start, stream);
  }

  private decode(bytes: Uint8Array, stream: boolean): string {
    let text: string;
    try {
      text = this.decoder.decode(bytes, { stream });
    } catch {
      throw this.undecodable(bytes);
    }
    if (this.known === 'windows-1252') text = withMarks(text);
    if (this.known === null) this.foreign += foreignIn(text);
    if (!this.told && (this.known === 'gb18030' || this.known === 'windows-1252'))
      this.letters.count(bytes);
    return text;
  }

  /** Not UTF-8: GB18030 perhaps, but not where letters before were UTF-8, which others hardly are by chance. */
  private undecodable(bytes: Uint8Array): Error {
    if (this.told) return new Refusal({ code: 'otherEncoding', encoding: this.encoding });
    if (this.known === 'gb18030') return new Restart({ encoding: 'windows-1252' });
    if (this.known !== null) return new Refusal({ code: 'notUtf8' });
    const valid = new TextDecoder().decode(bytes).split('\uFFFD', 1)[0] ?? '';
    return this.foreign + foreignIn(valid) >= FOREIGN_ENOUGH
      ? new Refusal({ code: 'notUtf8' })
      : new Restart({ encoding: 'gb18030' });
  }
}

function markedEncoding(begin: string): Encoding | null {
  if (begin.startsWith('\xFF\xFE')) return 'utf-16le';
  return begin.startsWith('\xFE\xFF') ? 'utf-16be' : null;
}

/** What Windows-1252 has where Latin-1 has nothing to print. Node 20 decodes the one as the other. */
const MARKS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

const withMarks = (text: string): string =>
  text.replace(/[\x80-\x9F]/g, (control) => MARKS[control.charCodeAt(0) - 0x80] ?? control);

const FOREIGN = /[^\0-\x7F]/;

function foreignIn(text: string): number {
  let count = 0;
  const first = text.search(FOREIGN);
  for (let i = first; i >= 0 && i < text.length && count < FOREIGN_ENOUGH; i += 1)
    if (text.charCodeAt(i) > 127) count += 1;
  return count;
}
