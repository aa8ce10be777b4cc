/** The contrast of the colours, measured by WCAG 2.2: relative luminance of sRGB, (lighter + 0.05) / (darker + 0.05). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const source = readFileSync('src/tokens.css', 'utf8');
type Theme = 'light' | 'dark';
type Tokens = Readonly<Record<string, string>>;

/** The declarations `--name: value` of the first rule with a selector. */
function rule(css: string, selector: string): Tokens {
  const start = css.indexOf(selector);
  if (start < 0) throw new Error(`tokens.css: there is no rule for ${selector}`);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  ) as Tokens;
}

const common = rule(source, ':root {');
const themes: Readonly<Record<Theme, Tokens>> = {
  light: { ...common, ...rule(source, "[data-theme='light'] {") },
  dark: { ...common, ...rule(source, "[data-theme='dark'] {") },
};

function luminance(color: string): number {
  const digits = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color)?.slice(1);
  if (!digits) throw new Error(`A colour was expected, as #rrggbb: ${color}`);
  const [r = 0, g = 0, b = 0] = digits
    .map((each) => Number.parseInt(each, 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Contrast of two tokens of a theme, as it stands in a list of what is too low. */
function tooLow(
  tokens: Tokens,
  least: number,
  marks: readonly string[],
  on: readonly string[],
) {
  const color = (name: string) => tokens[name] ?? '';
  return marks.flatMap((mark) =>
    on
      .map((ground) => ({ mark, ground, is: contrast(color(mark), color(ground)) }))
      .filter(({ is }) => is < least)
      .map(({ mark, ground, is }) => `--${mark} on --${ground}: ${is.toFixed(2)} < ${least}`),
  );
}

/** The least that is written with one decimal as this. */
const rounded = (ratio: number): number => ratio - 0.05;

/** Surfaces of paper that text stands on. */
const PAPER = ['page', 'panel', 'sunk', 'sky', 'sky-2'];
const RAMP = Array.from({ length: 9 }, (_, step) => `temp-${step}`);

test('the ratio is that of the recommendation', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(tooLow({ a: '#777777', b: '#ffffff' }, 4.5, ['a'], ['b'])).toEqual([
    '--a on --b: 4.48 < 4.5',
  ]);
});

describe.each(['light', 'dark'] as const)('the colours of the %s theme', (theme) => {
  const tokens = themes[theme];

  test.each([
    ['ink', 12.9],
    ['ink-2', 7],
    ['ink-3', 5.1],
  ])('--%s has %d to 1 on every paper', (ink, least) => {
    expect(tooLow(tokens, least, [ink], PAPER)).toEqual([]);
  });

  test('text stands out on buttons, hovered rows and the grounds of a verdict', () => {
    expect(tooLow(tokens, 4.5, ['on-ink'], ['ink'])).toEqual([]);
    expect(tooLow(tokens, 4.5, ['ink', 'ink-2', 'ink-3'], ['hover'])).toEqual([]);
    for (const verdict of ['safe', 'near', 'past'])
      expect(tooLow(tokens, 4.5, [verdict], ['panel', `${verdict}-bg`])).toEqual([]);
    expect(tooLow(tokens, 4.5, ['ink', 'ink-2'], ['safe-bg', 'near-bg', 'past-bg'])).toEqual(
      [],
    );
  });

  test('borders of controls and the mark of the focus are seen', () => {
    expect(tooLow(tokens, rounded(3.9), ['line-strong'], ['panel'])).toEqual([]);
    expect(tooLow(tokens, 3, ['line-strong', 'focus'], PAPER)).toEqual([]);
  });

  test('text is read on water, at its lightest point too', () => {
    const water = ['water-top', 'water-mid', 'water-bed'];
    expect(tooLow(tokens, 7.2, ['on-water'], water)).toEqual([]);
    expect(tooLow(tokens, 5.5, ['on-water-2'], water)).toEqual([]);
    expect(
      tooLow(tokens, 3, ['past-on-water', 'near-on-water', 'safe-on-water'], water),
    ).toEqual([]);
  });

  test('the warm end of the ramp is seen at the surface, the cold one at the bed', () => {
    expect(tooLow(tokens, rounded(5.7), ['temp-0'], ['water-top'])).toEqual([]);
    expect(tooLow(tokens, rounded(3.9), ['temp-8'], ['water-bed'])).toEqual([]);
    expect(tooLow(tokens, 3, RAMP, ['water-bed'])).toEqual([]);
  });

  test('the ramp grows darker step by step', () => {
    const steps = RAMP.map((step) => luminance(tokens[step] ?? ''));
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
  });

  test('the series of the charts are told from their paper', () => {
    const series = ['series-1', 'series-2', 'series-3', 'series-4'];
    expect(tooLow(tokens, 3, series, ['panel'])).toEqual([]);
  });
});

test('a system that is dark by itself has the colours of the dark theme', () => {
  expect(rule(source, ':root:not([data-theme]) {')).toEqual(
    rule(source, "[data-theme='dark'] {"),
  );
});
