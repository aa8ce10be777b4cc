import { expect, test } from 'vitest';
import { nearest } from '../../src/model/spelling.ts';

test.each([
  ['a letter too many', 'weeeks', ['share', 'weeks'], 'weeks'],
  ['a letter missing at the end', 'wee', ['week'], 'week'],
  ['a letter missing in front', 'hare', ['share'], 'share'],
  ['a wrong letter', 'prica', ['price'], 'price'],
  ['two letters of six', 'chonge', ['changed'], 'changed'],
  ['capitals', 'WEEK', ['week'], 'week'],
  ['capitals among the known words', 'newprice', ['newPrice'], 'newPrice'],
  ['the word itself', 'week', ['weeks', 'week'], 'week'],
])('%s', (_, word, known, meant) => {
  expect(nearest(word, known)).toBe(meant);
});

test.each([
  ['another word', 'colour', ['price', 'week']],
  ['two letters of five', 'pruca', ['price']],
  ['three letters of six', 'chongs', ['change_']],
  ['the same letters in another order', 'eerst', ['reset']],
  ['a word with the same beginning', 'we', ['week']],
  ['a letter missing in front and a wrong one', 'acre', ['share']],
  ['nothing known', 'week', []],
])('%s is not near', (_, word, known) => {
  expect(nearest(word, known)).toBeUndefined();
});

test('short words may be off by one letter, long ones by a third of theirs', () => {
  expect(nearest('ax', ['ad'])).toBe('ad');
  expect(nearest('grandfathxxxxx', ['grandfathering'])).toBeUndefined();
  expect(nearest('grandfathexxxx', ['grandfathering'])).toBe('grandfathering');
});

test('the nearest is meant, the first of equals', () => {
  expect(nearest('shares', ['shade', 'share'])).toBe('share');
  expect(nearest('sharp', ['share', 'shark'])).toBe('share');
  expect(nearest('sharp', ['shark', 'share'])).toBe('shark');
});

test('a word of quite another length is not near, whatever its letters', () => {
  expect(nearest('abc', ['abcabc', 'a'])).toBeUndefined();
});
