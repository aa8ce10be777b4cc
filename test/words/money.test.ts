import { describe, expect, test } from 'vitest';
import { currenciesIn, moneyFor } from '../../src/words/money.ts';

describe('amounts of money', () => {
  test.each([
    ['en', 'EUR', 4_123_456, '€4.1m'],
    ['en', 'USD', 52_300, '$52k'],
    ['en', 'CNY', 812, '¥810'],
    ['en', undefined, 4_123_456, '4.1m'],
    ['en', 'EUR', -52_300, '\u2212€52k'],
    ['en', 'EUR', -0, '€0'],
    ['zh', 'EUR', 4_123_456, '410 万欧元'],
    ['zh', 'CNY', 52_300, '5.2 万人民币'],
    ['zh', undefined, 4_123_456, '410 万'],
    ['zh', undefined, 12, '12'],
  ] as const)('%s, %s, %s', (language, currency, amount, shown) => {
    expect(moneyFor(language, currency)(amount)).toBe(shown);
  });

  test('in any currency that the machine knows, by name', () => {
    expect(currenciesIn('en')).toContainEqual({ code: 'EUR', name: 'Euro' });
    expect(currenciesIn('zh')).toContainEqual({ code: 'EUR', name: '欧元' });
  });
});
