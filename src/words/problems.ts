/**
 * What is wrong with a scenario, as a sentence in the reader's language. The schema and the rules say what they
 * expect in English, which files and terminals keep; here every one of their phrases has its Chinese.
 */
import { sentenceOf, shownValue } from '../model/parse.ts';
import type { Problem } from '../model/scenario.ts';
import type { Language } from './language.ts';

/** One problem as a sentence. Keys and values stay as they stand in the file. */
export function problemSentence(problem: Problem, language: Language): string {
  if (language === 'en') return sentenceOf(problem);
  const { path, received, expected } = problem;
  const found = received === undefined ? '没有内容' : ` ${shownValue(received)}`;
  return `${path}：实际为${found}，应为${spaced(expectedInChinese(expected) ?? expected)}`;
}

/** A space between Chinese and what begins with a letter, a digit or a sign. */
const spaced = (text: string): string => (/^\p{Script=Han}/u.test(text) ? text : ` ${text}`);

type Phrase = (...values: string[]) => string;

/** What is expected, in Chinese; null if the phrase is not known. */
export function expectedInChinese(expected: string): string | null {
  for (const [pattern, say] of PHRASES) {
    const [, ...values] = pattern.exec(expected) ?? [];
    if (pattern.test(expected)) return say(...values);
  }
  return null;
}

const meant = (hint: string | undefined) => (hint ? `；是否想写 ${hint}？` : '');

/** Reasons why a key has no place, by their English. */
const REASONS: readonly (readonly [RegExp, Phrase])[] = [
  [/^notice holds for the whole price list/, () => '提前通知对整个价目表有效'],
  [/^a public answer is heard by everybody/, () => '公开的答复所有人都听得到'],
  [/^one message means the same words/, () => '统一口径就是对所有人说同样的话'],
  [/^opinion leaders are followed across/, () => '各个客户群都会关注意见领袖'],
  [/^the complaint staff serve all customers/, () => '投诉人员为所有客户服务'],
  [/^the goodwill of the base is one for all/, () => '整个客户群的好感是共有的'],
  [
    /^a pilot is a buffer of its own, of the kind pilot, and covers/,
    () => '试点本身是一种缓冲措施（种类为 pilot），覆盖其开始周及之后的内容',
  ],
  [
    /^(\S+) reaches everybody at once and cannot be piloted; (.*) can$/,
    (kind = '', kinds = '') => `${kind} 会同时影响所有人，不能试点；可以试点的有 ${kinds}`,
  ],
];

function reasonInChinese(reason: string): string {
  for (const [pattern, say] of REASONS) {
    const [, ...values] = pattern.exec(reason) ?? [];
    if (!pattern.test(reason)) continue;
    const limited = reason.endsWith('and cannot be limited to segments');
    return `${say(...values)}${limited ? '，不能只限于部分客户群' : ''}`;
  }
  return reason;
}

/** Where a text stops being JSON, as far as the browser says so; each says it in its own English. */
function jsonFaultInChinese(reason: string): string {
  const [, line, column] = /line (\d+),? column (\d+)/.exec(reason) ?? [];
  if (line !== undefined && column !== undefined) return `第 ${line} 行第 ${column} 列有误`;
  const [, position] = /position (\d+)/.exec(reason) ?? [];
  if (position !== undefined) return `第 ${Number(position) + 1} 个字符有误`;
  return /\bend\b|EOF/.test(reason) ? '内容不完整' : '内容有误';
}

/** From the phrases of the schema and the rules; the first that fits counts. */
const PHRASES: readonly (readonly [RegExp, Phrase])[] = [
  [/^a number from (\S+) to (\S+)$/, (low, high) => `${low} 至 ${high} 之间的数`],
  [/^a whole number from (\S+) to (\S+)$/, (low, high) => `${low} 至 ${high} 之间的整数`],
  [/^true or false$/, () => 'true 或 false'],
  [/^0 or 1$/, () => '0 或 1'],
  [/^(\d+)$/, (value = '') => value],
  [/^"(.*)"$/, (value) => `"${value}"`],
  [/^a text of (\d+) to (\d+) characters$/, (low, high) => `${low} 至 ${high} 个字符的文字`],
  [/^a text$/, () => '文字'],
  [/^the code of a currency, such as EUR$/, () => '货币代码，例如 EUR'],
  [/^one of the kinds (.*)$/, (kinds) => `以下种类之一：${kinds}`],
  [/^one of the segments (.*)$/, (names) => `以下客户群之一：${names}`],
  [/^one of the (\d+) known keys$/, (count) => `${count} 个已知键之一`],
  [/^one of (.*)$/, (options) => `以下之一：${options}`],
  [/^a list of segment names$/, () => '客户群名称的列表'],
  [/^the name of a segment$/, () => '客户群的名称'],
  [/^at least one segment(?: name)?$/, () => '至少一个客户群'],
  [/^each segment once$/, () => '每个客户群只出现一次'],
  [/^a list$/, () => '列表'],
  [/^at least (\d+) entries$/, (least) => `至少 ${least} 项`],
  [/^fewer than the (\d+) rows of the file$/, (rows) => `少于文件的 ${rows} 行`],
  [/^each at most once$/, () => '每项最多一次'],
  [/^draws of at least one parameter$/, () => '至少一个参数的抽样'],
  [
    /^(\d+) entries, as (\S+) has: entry i of every list is one draw$/,
    (count, other) => `${count} 项，与 ${other} 一样多：各列表的第 i 项合为一次抽样`,
  ],
  [/^at most (\d+) entries$/, (most) => `最多 ${most} 项`],
  [
    /^at most (\d+) of the kind (\S+) in a scenario$/,
    (most, kind) => `一个情景中最多 ${most} 个 ${kind}`,
  ],
  [
    /^at most (\d+): this (scenario|file) comes from a newer version/,
    (known, what) =>
      `最高 ${known}：这个${what === 'file' ? '文件' : '情景'}来自更新版本的 Thermocline，请更新程序后再打开`,
  ],
  [/^at most (\d+) characters$/, (most) => `最多 ${most} 个字符`],
  [
    /^a record of version (\d+) that can be converted$/,
    (version) => `可以转换的第 ${version} 版记录`,
  ],
  [/^an object$/, () => '对象'],
  [/^a known key(?:; did you mean (.+)\?)?$/, (hint) => `已知的键${meant(hint)}`],
  [
    /^only the keys (.*?)(?:; did you mean (.+)\?)?$/,
    (keys, hint) => `只有这些键：${keys}${meant(hint)}`,
  ],
  [/^no key (\S+): (.*)$/, (key, reason = '') => `没有键 ${key}：${reasonInChinese(reason)}`],
  [/^JSON \((.*)\)$/s, (reason = '') => `JSON（${jsonFaultInChinese(reason)}）`],
  [
    /^a week before the end of the horizon \((\S+)\)$/,
    (end) => `模拟期结束（第 ${end} 周）之前的一周`,
  ],
  [
    /^a week after (\S+), the week in which it begins$/,
    (begin) => `第 ${begin} 周（开始的一周）之后的一周`,
  ],
  [
    /^a week from 0 on: everybody pays the same list price today$/,
    () => '第 0 周或之后：今天所有人付同样的标价',
  ],
  [
    /^a week from (\S+) on, when the pilot begins$/,
    (begin) => `第 ${begin} 周（试点开始）或之后的一周`,
  ],
  [
    /^something to pilot, dated at or after week (\S+) \((.*)\); the rest reaches everybody at once$/,
    (week, kinds) => `第 ${week} 周或之后可以试点的内容（${kinds}）；其余的会同时影响所有人`,
  ],
  [
    /^the index of a decision with a size, dated week 0 or later$/,
    () => '一项决策的序号：它有幅度，并在第 0 周或之后',
  ],
  [
    /^a decision with a size, dated week 0 or later, to assess$/,
    () => '一项可以评估的决策：它有幅度，并在第 0 周或之后',
  ],
  [/^a template, or segments of your own$/, () => '模板，或自有的客户群'],
  [/^a name no other curve has$/, () => '与其他曲线不同的名称'],
  [
    /^a month after (\d+), that of the entry before$/,
    (before) => `晚于上一项的第 ${before} 个月`,
  ],
  [/^at most (\S+), as in the entry before$/, (before) => `不超过上一项的 ${before}`],
  [
    /^a share from (\S+) to (\S+), its low and high$/,
    (low, high) => `${low} 到 ${high} 之间的占比，即其下限与上限`,
  ],
  [/^a name no other segment has$/, () => '与其他客户群不同的名称'],
  [
    /^data, fear and contract that add up to 1 \((\S+), (\S+) and (\S+) where not given\)$/,
    (data, fear, contract) =>
      `data、fear 和 contract 之和为 1（未给出时为 ${data}、${fear} 和 ${contract}）`,
  ],
  [
    /^a share that comes to at least one of the (\S+) customers$/,
    (customers) => `至少合 ${customers} 个客户中 1 个的份额`,
  ],
  [
    /^actShare and leftShare that add up to at most 1$/,
    () => 'actShare 与 leftShare 之和不超过 1',
  ],
  [/^an even number of ties$/, () => '偶数条联系'],
  [/^either change or newPrice$/, () => 'change 或 newPrice 二者之一'],
  [
    /^change instead: today's price is known/,
    () => 'change：今天的价格是已知的，过去的价格由各次变动推出',
  ],
  [
    /^change instead: (\S+) moves the list price as well/,
    (path) => `change：${path} 也改变标价，新价格说明不了这项决策改变了多少`,
  ],
  [
    /^change, as a share of the price: with these customers the list price becomes (\S+)$/,
    (price) => `change（占价格的比例）：用这些客户时，标价变为 ${price}`,
  ],
  [
    /^a price between a tenth of the listPrice and four times as much \(listPrice is (\S+)\)$/,
    (price) => `listPrice 的十分之一到四倍之间的价格（listPrice 为 ${price}）`,
  ],
];
