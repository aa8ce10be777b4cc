/** What the bytes beyond ASCII look like, where no encoding can be ruled out by them alone. */

/** Counts over a file that arrives in pieces. */
export class Letters {
  /** Pairs of bytes, the first of them beyond ASCII: as GB18030 writes a Chinese character. */
  pairs = 0;
  /** Those of them that are common Chinese characters or their punctuation. */
  common = 0;
  /** Bytes beyond ASCII. */
  beyond = 0;
  /** Those that Windows-1252 has for letters, and for marks that are usual in Western texts. */
  western = 0;
  /** Those that follow another one. */
  following = 0;
  private lead = 0;
  private before = 0;

  count(bytes: Uint8Array): void {
    for (const byte of bytes) {
      this.pair(byte);
      if (byte > 0x7f) {
        this.beyond += 1;
        if (WESTERN.has(byte)) this.western += 1;
        if (this.before > 0x7f) this.following += 1;
      }
      this.before = byte;
    }
  }

  private pair(byte: number): void {
    if (this.lead === 0) {
      if (byte > 0x80) this.lead = byte;
      return;
    }
    this.pairs += 1;
    if (isCommonLead(this.lead) && byte > 0xa0) this.common += 1;
    this.lead = 0;
  }
}

/** Half of the characters are common: by chance, or in the Cyrillic alphabet, far fewer are. */
export const likelyChinese = ({ pairs, common }: Letters): boolean => common * 2 >= pairs;

/** Nearly all are what Western texts have, and most stand alone between letters of ASCII. */
export const likelyWestern = ({ beyond, western, following }: Letters): boolean =>
  western * 10 >= beyond * 9 && following * 4 <= beyond;

/** Of the punctuation and the 3,755 common characters of GB 2312. */
const isCommonLead = (byte: number): boolean =>
  (byte >= 0xa1 && byte <= 0xa9) || (byte >= 0xb0 && byte <= 0xd7);

const TIMES_AND_DIVIDED: readonly number[] = [0xd7, 0xf7];
const WESTERN = new Set([
  ...Array.from({ length: 64 }, (_, i) => 0xc0 + i).filter(
    (byte) => !TIMES_AND_DIVIDED.includes(byte),
  ),
  // € Š Œ Ž ‘ ’ “ ” • – — š œ ž Ÿ
  ...[0x80, 0x8a, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x9a, 0x9c, 0x9e, 0x9f],
  // The blank that does not break, ¡ £ § ª « ° ² ³ · º » ¿
  ...[0xa0, 0xa1, 0xa3, 0xa7, 0xaa, 0xab, 0xb0, 0xb2, 0xb3, 0xb7, 0xba, 0xbb, 0xbf],
]);
