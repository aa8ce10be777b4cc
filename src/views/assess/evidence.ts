/** Answers put into rows for the evidence panels. */
import type { Fixes, FixShift } from '../../assess/fixes.ts';
import type { Warning } from '../../assess/warning.ts';
import type { Interval } from '../../charts/intervals.ts';
import type { Words } from '../../words/index.ts';
import type { Numbers } from '../../words/numbers.ts';

interface Voice {
  readonly words: Words;
  readonly numbers: Numbers;
}

/** A row with its interval and what stands left and right of it. */
export interface EvidenceRow extends Interval {
  readonly label: string;
  readonly text: string;
}

/** `+2.8`, in points of percentage. */
export const shiftWords = ({ numbers }: Pick<Voice, 'numbers'>, shift: number): string =>
  numbers.preciseChange(shift, 1).replace('%', '');

/** The largest shift first; what does nothing or harms is a finding and stays. */
export const fixRows = (voice: Voice, { fixes }: Fixes): (EvidenceRow & { fix: FixShift })[] =>
  fixes.map((fix) => ({
    key: fix.id,
    label: voice.words.evidence.fixes[fix.id],
    text: shiftWords(voice, fix.value),
    weak: fix.effect === 'nothing',
    fix,
    ...{ value: fix.value, low: fix.low, high: fix.high },
  }));

export function fixesFinding(voice: Voice, fixes: Fixes): string {
  const { moves } = voice.words.evidence;
  if (fixes.tippingPoint === null) return moves.noTipping;
  const [first, ...rest] = fixRows(voice, fixes);
  if (!first) return moves.none;
  const helping = [first, ...rest].filter(({ fix }) => fix.effect === 'helps').length;
  return moves.finding(first.label, shiftWords(voice, first.value), helping, rest.length + 1);
}

/** From nothing, and what is needed, to the widest range. */
export function shiftDomain({ fixes, needed }: Fixes): [number, number] {
  const all = [0, needed ?? 0, ...fixes.flatMap(({ low, high }) => [low, high])];
  return [Math.min(...all), Math.max(...all)];
}

/** Weeks before the wave, to the left of it: negative numbers. A measure without an alarm has no interval. */
export function warningRows(
  { words, numbers }: Voice,
  { measures }: Warning,
): (Omit<EvidenceRow, keyof Interval> & {
  readonly key: string;
  readonly interval: Interval | null;
  readonly claim: string;
})[] {
  return measures.map(({ measure, leadToWave, twinAlarms, claim }) => ({
    key: measure,
    label: words.evidence.measures[measure],
    text: twinAlarms ? numbers.chance(twinAlarms.value) : '',
    claim: claim ? words.evidence.warns.claims[claim] : '',
    interval: leadToWave && {
      key: measure,
      value: -leadToWave.value,
      low: -leadToWave.high,
      high: -leadToWave.low,
      weak: claim !== 'warns',
    },
  }));
}

export function warningFinding({ words, numbers }: Voice, warning: Warning): string {
  const { warns, measures } = words.evidence;
  if (warning.outcome === 'notEnoughWeeks') return warns.notEnough(warning.baseWeeks);
  if (warning.outcome === 'holds') return warns.holds;
  const [first] = warning.measures
    .filter(({ claim, leadToWave }) => claim === 'warns' && leadToWave !== null)
    .sort((a, b) => (b.leadToWave?.value ?? 0) - (a.leadToWave?.value ?? 0));
  if (!first) return warns.none;
  return warns.finding(
    measures[first.measure],
    numbers.decimal(first.leadToWave?.value ?? 0, 0),
  );
}
