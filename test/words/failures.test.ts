import { expect, test } from 'vitest';
import { MEMORY_LIMIT_BYTES, KernelMemory } from '../../src/engine/memory.ts';
import { failureSentence } from '../../src/words/failures.ts';

/** What the kernel says of a market that is too large for it. */
function tooLarge(): string {
  try {
    new KernelMemory(new WebAssembly.Memory({ initial: 1 })).makeRoom(MEMORY_LIMIT_BYTES + 1);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It fits.');
}

test('a part of the page that cannot be loaded is told the same in every browser', () => {
  for (const reason of [
    'Failed to fetch dynamically imported module: http://localhost/a.js',
    'error loading dynamically imported module: http://localhost/a.js',
    'Importing a module script failed.',
  ]) {
    expect(failureSentence(reason, 'en')).toMatch(/^A part of the page could not be loaded\./);
    expect(failureSentence(reason, 'zh')).toMatch(/^页面的一部分没有加载成功。/);
  }
});

test('a market that is too large keeps its figures', () => {
  expect(failureSentence(tooLarge(), 'en')).toBe(tooLarge());
  expect(failureSentence(tooLarge(), 'zh')).toBe(
    '模拟需要 2,049 MiB 内存，上限为 2,048 MiB。请减少模拟人数或周数。',
  );
});

test('what nobody foresaw is quoted, once and as a sentence', () => {
  expect(failureSentence('This run stopped: unreachable', 'en')).toBe('unreachable.');
  expect(failureSentence('This run stopped: unreachable', 'zh')).toBe(
    '程序出错（unreachable）。',
  );
});
