/** Hands the reader a file. */

/** Time for a browser to begin, which keeps the content from then on. */
const KEPT_MS = 10_000;

export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, KEPT_MS);
}

const TYPES: readonly (readonly [ending: string, type: string])[] = [
  ['.json', 'application/json'],
  ['.csv', 'text/csv;charset=utf-8'],
  ['.md', 'text/markdown'],
  ['.html', 'text/html'],
  ['.svg', 'image/svg+xml'],
];

/** The media type follows from the ending of the name. */
export function saveText({
  name,
  text,
}: {
  readonly name: string;
  readonly text: string;
}): void {
  const [, type = 'text/plain'] = TYPES.find(([ending]) => name.endsWith(ending)) ?? [];
  saveFile(name, new Blob([text], { type }));
}
