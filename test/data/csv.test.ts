import { describe, expect, it } from 'vitest';
import { FILE_LIMIT_BYTES, readTable, sizeProblem, textOf } from '../../src/data/csv.ts';
import { Refusal } from '../../src/data/findings.ts';

function read(text: string) {
  let header: readonly string[] = [];
  const rows: { line: number; cells: readonly string[] }[] = [];
  readTable(
    text,
    (names) => {
      header = names;
    },
    (cells, line) => rows.push({ line, cells }),
  );
  return { header, rows };
}

function problemOf(action: () => unknown) {
  try {
    action();
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
  return undefined;
}

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('reading a table', () => {
  it('tells each row with the line on which it begins', () => {
    const { header, rows } = read('a,b\n1,2\n\n3,4\n');
    expect(header).toEqual(['a', 'b']);
    expect(rows).toEqual([
      { line: 2, cells: ['1', '2'] },
      { line: 4, cells: ['3', '4'] },
    ]);
  });

  it('counts the lines inside quoted cells, whatever ends them', () => {
    const { rows } = read('a,b\r\n"x\r\ny","p\nq"\r\n1,2\r\n"s\rt",5\r\n6,7');
    expect(rows.map(({ line }) => line)).toEqual([2, 5, 6, 8]);
    expect(rows[0]?.cells).toEqual(['x\r\ny', 'p\nq']);
  });

  it('keeps delimiters and doubled quotes inside quotes', () => {
    expect(read('a,b\n"1,5","say ""no"""').rows[0]?.cells).toEqual(['1,5', 'say "no"']);
  });

  it('trims header cells and makes runs of blanks one', () => {
    expect(read(' Call  Failure ,\tChurn\n1,0').header).toEqual(['Call Failure', 'Churn']);
  });

  it.each([';', '\t', '|'])('finds the delimiter %j by itself', (delimiter) => {
    const { header, rows } = read(['a', 'b', 'c'].join(delimiter) + '\n1,5' + delimiter + '2');
    expect(header).toEqual(['a', 'b', 'c']);
    expect(rows[0]?.cells).toEqual(['1,5', '2']);
  });

  it('passes over blank lines and rows of empty cells before and after the header', () => {
    const { header, rows } = read('\n , \na,b\n,\n1,2\n');
    expect(header).toEqual(['a', 'b']);
    expect(rows).toEqual([{ line: 5, cells: ['1', '2'] }]);
  });

  it.each([
    ['a,b\n1,2\n3,"4', 3],
    ['a,b\n1,"2\n3,4\n', 2],
    ['a,b\n5"x,"2""\n', 2],
    ['"a,b\n1,2', 1],
  ])('refuses a quote that is never closed: %j', (text, line) => {
    expect(problemOf(() => read(text))).toEqual({ code: 'openQuote', line });
  });

  it('takes a quote inside a bare cell as it stands', () => {
    expect(read('a,b\n5" pipe,2').rows[0]?.cells).toEqual(['5" pipe', '2']);
  });

  it('refuses a header without rows', () => {
    expect(problemOf(() => read('a,b\n\n'))).toEqual({
      code: 'headerOnly',
      columns: ['a', 'b'],
    });
  });
});

describe('the text of a file', () => {
  const text = 'price;城市\n1;上海\n';
  const utf16 = (mark: string, flip: boolean) =>
    Uint8Array.from(
      [...`${mark}${text}`].flatMap((character) => {
        const code = character.charCodeAt(0);
        return flip ? [code >> 8, code & 255] : [code & 255, code >> 8];
      }),
    );

  it('is read from UTF-8 and UTF-16 with and without a byte order mark', () => {
    expect(textOf(new TextEncoder().encode(text))).toBe(text);
    expect(textOf(new TextEncoder().encode(`\uFEFF${text}`))).toBe(text);
    expect(textOf(utf16('\uFEFF', false))).toBe(text);
    expect(textOf(utf16('\uFEFF', true))).toBe(text);
    expect(textOf(`\uFEFF${text}`)).toBe(text);
  });

  it.each(['', ' \r\n\t\n', '\uFEFF'])('is refused when empty: %j', (empty) => {
    expect(problemOf(() => textOf(empty))).toEqual({ code: 'empty' });
    expect(problemOf(() => textOf(new TextEncoder().encode(empty)))).toEqual({ code: 'empty' });
  });

  it.each([
    ['PK\x03\x04\x14\0\x06\0', 'spreadsheet'],
    ['\xD0\xCF\x11\xE0\xA1\xB1', 'spreadsheet'],
    ['\x1F\x8B\x08\0', 'archive'],
    ['%PDF-1.7\n%', 'pdf'],
    ['\x89PNG\r\n\x1A\n\0\0\0', 'binary'],
    ['a,b\n1,\0', 'binary'],
    ['\n<!DOCTYPE html><html>', 'html'],
    ['<?xml version="1.0"?>', 'html'],
    [' {"version": 1}', 'json'],
    ['[\n  {"price": 1}]', 'json'],
    ['[1, 2]', 'json'],
  ])('is refused when it is something else: %j', (start, looksLike) => {
    expect(problemOf(() => textOf(bytes(start)))).toEqual({ code: 'notCsv', looksLike });
  });

  it('is refused in an encoding that cannot be told', () => {
    expect(problemOf(() => textOf(bytes('price,caf\xE9\n1,2')))).toEqual({ code: 'notUtf8' });
  });

  it('is not taken for another format because of a bracket or an angle', () => {
    expect(textOf('[price],tenure\n<5,1')).toContain('[price]');
    expect(textOf('<5,tenure')).toBe('<5,tenure');
  });
});

describe('the size of a file', () => {
  it('is judged before anything is read', () => {
    expect(sizeProblem(FILE_LIMIT_BYTES)).toBeUndefined();
    const bytes = 200 * 1024 * 1024;
    expect(sizeProblem(bytes)).toEqual({ code: 'tooLarge', bytes, limit: FILE_LIMIT_BYTES });
  });

  it('is judged again by whoever reads it unasked', () => {
    const file = new Uint8Array(FILE_LIMIT_BYTES + 1);
    expect(problemOf(() => textOf(file))).toMatchObject({ code: 'tooLarge' });
  });
});
