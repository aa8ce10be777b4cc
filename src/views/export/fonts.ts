/** The page's own fonts, to be carried in what leaves it: elsewhere there are no fonts but those of the system. */

/**
 * Rules for a style sheet, with the fonts in them, as far as they are needed.
 *
 * @param text whose letters are needed
 * @param families where the names of the families are mentioned that are wanted
 */
export async function fontRules(text: string, families: string): Promise<string> {
  const letters = new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));
  const faces = [...document.styleSheets].flatMap(facesOf).filter(({ family, range }) => {
    const isUsed = families.includes(family.replaceAll(/["']/g, ''));
    return isUsed && [...letters].some((letter) => isIn(range, letter));
  });
  const rules = await Promise.all(faces.map(ruleOf));
  return rules.join('\n');
}

interface Face {
  readonly family: string;
  readonly weight: string;
  readonly range: string;
  readonly address: string;
}

function facesOf(sheet: CSSStyleSheet): Face[] {
  return [...sheet.cssRules].flatMap((rule): Face[] => {
    if (!(rule instanceof CSSFontFaceRule)) return [];
    const value = (name: string) => rule.style.getPropertyValue(name);
    const path = /url\(["']?([^"')]+)["']?\)/.exec(value('src'))?.[1];
    if (path === undefined) return [];
    const address = new URL(path, sheet.href ?? document.baseURI).href;
    return [
      {
        family: value('font-family'),
        weight: value('font-weight'),
        range: value('unicode-range'),
        address,
      },
    ];
  });
}

/** Whether a letter is in a `unicode-range`; a font without one has them all. */
const isIn = (range: string, letter: number): boolean =>
  range === '' ||
  range.split(',').some((part) => {
    const [from = '', to = from] = part.trim().replace(/^u\+/i, '').split('-');
    return letter >= Number.parseInt(from, 16) && letter <= Number.parseInt(to, 16);
  });

async function ruleOf({ family, weight, address }: Face): Promise<string> {
  // In the page that is one file, the fonts are in it already.
  const url = address.startsWith('data:')
    ? address
    : await dataUrl(await (await fetch(address)).blob());
  return `@font-face { font-family: ${family}; font-weight: ${weight}; src: url(${url}); }`;
}

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(reader.result as string);
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error('a font could not be read'));
    };
    reader.readAsDataURL(blob);
  });
