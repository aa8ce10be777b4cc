/**
 * A template in Chinese: what is put into it is set off by a space where it is Latin or a figure, and not where it is
 * Chinese itself: `+18% 超出临界点`, but `关闭 20 个百分点超出临界点`.
 */
export const joined = (parts: TemplateStringsArray, ...values: readonly string[]): string =>
  parts
    .reduce((text, part, i) => `${text}${values[i - 1] ?? ''}${part}`)
    .replace(BETWEEN_CHINESE, '');

const BETWEEN_CHINESE = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;
