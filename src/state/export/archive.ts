/** Files in one zip archive, packed piece by piece as they come. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** What a file is made of: whole, or in pieces as they are there. */
export type Content = string | Uint8Array | AsyncIterable<string>;

export class Archive {
  private readonly parts: Uint8Array<ArrayBuffer>[] = [];
  private failure: Error | null = null;
  private readonly zip = new Zip((error, part) => {
    if (error) this.failure = error;
    else this.parts.push(part.slice());
  });

  /** Pictures that are packed already are not packed again. */
  async add(name: string, content: Content): Promise<void> {
    const file = name.endsWith('.png')
      ? new ZipPassThrough(name)
      : new ZipDeflate(name, { level: 6 });
    this.zip.add(file);
    const encoder = new TextEncoder();
    if (typeof content === 'string') file.push(encoder.encode(content), true);
    else if (content instanceof Uint8Array) file.push(content, true);
    else {
      for await (const piece of content) file.push(encoder.encode(piece));
      file.push(new Uint8Array(), true);
    }
    if (this.failure) throw this.failure;
  }

  done(): Blob {
    this.zip.end();
    return new Blob(this.parts, { type: 'application/zip' });
  }
}
