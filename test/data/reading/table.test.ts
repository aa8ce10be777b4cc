import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/data/findings.ts';
import { ROW_LIMIT } from '../../../src/data/reading/rowEnds.ts';
import { SAMPLED_ROWS, Table } from '../../../src/data/reading/table.ts';
import type { Head, Row } from '../../../src/data/reading/table.ts';

/** The table of a text that arrives in pieces of a length. */
function read(text: string, length = text.length) {
  let head: Head | undefined;
  const rows: Row[] = [];
  const table = new Table(
    (found) => {
      head = found;
    },
    (row) => rows.push(row),
  );
  for (let at = 0; at < text.length; at += length) table.push(text.slice(at, at + length));
  table.finish();
  return { ...head, rows };
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

  it.each(['', ' \r\n\t\n', '\uFEFF'])('refuses what is empty: %j', (empty) => {
    expect(problemOf(() => read(empty))).toEqual({ code: 'empty' });
  });

  it.each([
    ['\n<!DOCTYPE html><html>', 'html'],
    ['<?xml version="1.0"?>', 'html'],
    [' {"version": 1}', 'json'],
    ['[\n  {"price": 1}]', 'json'],
    ['[1, 2]', 'json'],
    ['a,b\n1,\0', 'binary'],
  ])('refuses what is something else: %j', (text, looksLike) => {
    expect(problemOf(() => read(text))).toEqual({ code: 'notCsv', looksLike });
  });

  it('takes no bracket and no angle for another format', () => {
    expect(read('[price],tenure\n<5,1').header).toEqual(['[price]', 'tenure']);
    expect(read('<5,tenure\n1,2').header).toEqual(['<5', 'tenure']);
  });

  it('refuses a row that goes on and on, with or without a quote', () => {
    const long = 'x'.repeat(ROW_LIMIT + 1);
    const problem = { code: 'rowTooLong', line: 3, limit: ROW_LIMIT };
    expect(problemOf(() => read(`a,b\n1,2\n${long}\n`))).toEqual(problem);
    expect(problemOf(() => read(`a,b\n1,2\n"${long}`, 50_000))).toEqual(problem);
    expect(problemOf(() => read(`a,b\n1,2\n"${'x\n'.repeat(ROW_LIMIT)}`, 50_000))).toEqual(
      problem,
    );
  });

  it('goes by the rows where the header could be cut in two ways', () => {
    expect(read('id;fee, net\n1;5,5\n2;6,5').delimiter).toBe(';');
    expect(read('id,a;b;c\n1,2\n3,4').delimiter).toBe(',');
  });

  it('follows what a spreadsheet says of its delimiter', () => {
    const { delimiter, header, rows } = read('sep=;\r\na,b;c\r\n1,2;3');
    expect({ delimiter, header }).toEqual({ delimiter: ';', header: ['a,b', 'c'] });
    expect(rows).toEqual([{ line: 3, cells: ['1,2', '3'] }]);
  });
});

describe('a text in pieces', () => {
  const text = [
    'id;"na""me"; x ',
    '',
    '"1;\r\n2";"a""b"c;d\r',
    '5" pipe;"x\ry";z\r\r',
    ...Array.from({ length: SAMPLED_ROWS }, (_, i) => `${i};"";"\n"`),
    ';;',
    'last;"one"',
  ].join('\n');

  it.each([1, 2, 3, 7, 64, 1000])('of %i characters is the same table', (length) => {
    expect(read(text, length)).toEqual(read(text));
    expect(read(text, length).rows).toHaveLength(SAMPLED_ROWS + 3);
  });

  it('has its beginning told before the first row, once', () => {
    expect(read(text).sample).toHaveLength(SAMPLED_ROWS);
  });
});
