/**
 * Why something stopped that should not have, as a sentence in the reader's language. Errors are thrown in
 * English; those that a reader can do something about are told as such, the others are quoted.
 */
import type { Language } from './language.ts';

interface Wording {
  readonly error: RegExp;
  /** With the parts that the pattern takes out; absent where the error says it well. */
  readonly en?: string;
  readonly zh: string | ((...parts: string[]) => string);
}

const KNOWN: readonly Wording[] = [
  {
    // Of Chromium, Firefox and Safari, in this order.
    error:
      /dynamically imported module|error loading dynamically|importing a module script failed|failed to fetch|NetworkError when|^load failed/i,
    en: 'A part of the page could not be loaded. Check the connection and try again.',
    zh: '页面的一部分没有加载成功。请检查网络后再试。',
  },
  {
    error: /worker could not be started|worker thread ended|could not be read in a worker/i,
    en: 'The browser did not let the page compute in the background.',
    zh: '浏览器没有让页面在后台计算。',
  },
  {
    error: /would need (\S+) MiB of memory, and the limit is (\S+) MiB/,
    zh: (needed = '', limit = '') =>
      `模拟需要 ${needed} MiB 内存，上限为 ${limit} MiB。请减少模拟人数或周数。`,
  },
  {
    error: /out of memory|allocation failed/i,
    en: 'There is not enough memory. Simulate fewer people, or close other pages.',
    zh: '内存不足。请减少模拟人数，或关闭其他页面。',
  },
  { error: /workers were closed/i, en: 'The page was being closed.', zh: '页面正在关闭。' },
  { error: /does not let the page paint/, zh: '浏览器不允许页面绘图。' },
  { error: /made no PNG/, zh: '浏览器没有生成 PNG 图像。' },
  { error: /font could not be read/, zh: '无法读取字体。' },
];

/** What the pool says before the reason, where the page says it as well. */
const SAID_ALREADY = /^this run stopped: /i;

/** @param reason message of an error */
export function failureSentence(reason: string, language: Language): string {
  const bare = reason.replace(SAID_ALREADY, '').trim();
  const known = KNOWN.find(({ error }) => error.test(bare));
  if (language === 'en') return known?.en ?? closed(bare);
  if (!known) return `程序出错（${bare.replace(/[.。]$/, '')}）。`;
  const [, ...parts] = known.error.exec(bare) ?? [];
  return typeof known.zh === 'string' ? known.zh : known.zh(...parts);
}

const closed = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
