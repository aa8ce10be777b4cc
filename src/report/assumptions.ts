/** What the numbers assume, what that rests on, and where the tipping point would be if it were wrong. */
import type { Assumed } from '../assess/assumed.ts';
import type { Bar, EndShift } from '../assess/bars.ts';
import type { Sensitivity } from '../assess/tornado.ts';
import { PARAMETERS } from '../model/parameters.ts';
import type { ParameterSpec } from '../model/parameters.ts';
import { SOURCES } from '../model/sources.ts';
import { section, text } from './brief.ts';
import type { Block, Section } from './brief.ts';
import type { Evidence } from './evidence.ts';
import type { Voice } from './voice.ts';

/** The widest bars; the others move the tipping point less. */
const SHOWN = 5;
/** Sources that a cell has room for. */
const CITED = 1;
/** Names in a sentence. */
const NAMED = 6;

/** Null if nobody asked. */
export function assumptionSection(
  { sensitivity, assumed, assessment }: Evidence,
  voice: Voice,
): Section | null {
  if (!sensitivity || sensitivity.bars.length === 0) return null;
  const { words } = voice;
  const shown = telling(sensitivity).slice(0, SHOWN);
  // Without a verdict nothing changes it.
  const flips = assessment.verdict === 'counting' ? [] : [flipsOf(sensitivity, voice)];
  const together = assumed ? [togetherOf(assumed, voice)] : [];
  const below = [...flips, ...together].join(words.gap);
  return section(
    words.brief.assumptions.title,
    text(leadOf(sensitivity, shown.length, voice), true),
    ...(shown.length > 0 ? [tableOf(shown, voice)] : []),
    ...(below === '' ? [] : [text(below, true)]),
  );
}

/** The bars that move the tipping point, or where there is none those that bring one about at an end. */
const telling = ({ bars, tippingPoint }: Sensitivity): readonly Bar[] =>
  bars.filter(({ span, low, high }) =>
    tippingPoint ? span > 0 : low.tip !== null || high.tip !== null,
  );

function leadOf(
  { bars, tippingPoint }: Sensitivity,
  shown: number,
  { words, numbers }: Voice,
): string {
  const told = words.brief.assumptions;
  const of = numbers.count(bars.length);
  if (shown === 0) return tippingPoint ? told.noneMoves(of) : told.noneTips(of);
  return tippingPoint
    ? told.lead(numbers.count(shown), of)
    : told.tips(shown, numbers.count(shown), of);
}

function tableOf(bars: readonly Bar[], voice: Voice): Block {
  const { columns } = voice.words.brief.assumptions;
  return {
    kind: 'table',
    table: {
      columns: [
        { text: columns.name, number: false },
        { text: columns.value, number: true },
        { text: columns.source, number: false },
        { text: columns.wrong, number: true },
      ],
      rows: bars.map((bar) => rowOf(bar, voice)),
    },
  };
}

function rowOf(
  { name, base, known, low, high }: Bar,
  { words, numbers, sizes }: Voice,
): string[] {
  const told = words.brief.assumptions;
  const { evidence }: ParameterSpec = PARAMETERS[name];
  const { cite = [] } = SOURCES[name] ?? {};
  const value = (number: number) => numbers.decimal(number, decimalsOf(number));
  const tipsOf = (low: number | null, high: number | null): string => {
    if (low === null) return told.none;
    const least = sizes.precise(low);
    return high === null ? told.orNone(least) : words.brief.range(least, sizes.precise(high));
  };
  const place = ({ tip: at }: EndShift) => at ?? Infinity;
  const [least, most] = place(low) <= place(high) ? [low, high] : [high, low];
  return [
    words.parameters[name].label,
    value(base),
    known === 'history'
      ? told.evidence.history
      : told[evidence === 'no source' ? 'direction' : 'cited'](
          told.evidence[evidence],
          cite.slice(0, CITED),
        ),
    tipsOf(least.tip, most.tip),
  ];
}

/** Two digits that count, as far as four decimals go. */
function decimalsOf(value: number): number {
  let decimals = 0;
  for (let size = Math.abs(value); size > 0 && size < 10 && decimals < 4; size *= 10)
    decimals++;
  return decimals;
}

function flipsOf({ flips }: Sensitivity, { words, numbers }: Voice): string {
  const told = words.brief.assumptions;
  const names = [...new Set(flips.map(({ name }) => words.parameters[name].label))];
  if (names.length === 0) return told.noFlips;
  const more = names.length - NAMED;
  return told.flips(names.slice(0, NAMED), more > 0 ? numbers.count(more) : null);
}

/** All assumptions at once: how often it ends in a mass exit, and where it tips. */
function togetherOf({ from, exits, runs, tippingPoint }: Assumed, voice: Voice): string {
  const { words, numbers, sizes } = voice;
  const { together } = words.brief.assumptions;
  const [shown, of] = [numbers.count(exits), numbers.count(runs)];
  const frequency = together.frequency[from](shown, of);
  if (!tippingPoint) return `${frequency}${words.gap}${together.none}`;
  const { low, high, open } = tippingPoint;
  const tip = open
    ? together.open(sizes.shown(rounded(low)))
    : together.range(sizes.shown(rounded(low)), sizes.shown(rounded(high)));
  return `${frequency}${words.gap}${tip}`;
}

/** A range over a hundred draws is known to a point, not to a tenth of one. */
const rounded = (size: number): number => Math.round(size * 100) / 100;
