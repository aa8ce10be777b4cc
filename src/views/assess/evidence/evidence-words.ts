/** Findings of the evidence row, each in one sentence. */
import type { Counterfactual } from '../../../assess/counterfactual.ts';
import type { Desk } from '../../../assess/desk.ts';
import type { Fixes, FixShift } from '../../../assess/fixes.ts';
import type { Shift } from '../../../assess/paired.ts';
import type { Sample } from '../../../assess/quantile.ts';
import type { Claim, MeasureWarning, Warning } from '../../../assess/warning.ts';
import { segmentsOf } from '../../../model/scenario.ts';
import type { Scenario } from '../../../model/scenario.ts';
import type { Words } from '../../../words/language.ts';
import type { Numbers } from '../../../words/numbers.ts';
import { segmentName } from '../phrases.ts';

interface Voice {
  readonly words: Words;
  readonly numbers: Numbers;
}

/** The shift of the tipping point; at least or at most that much where runs tip beyond the sizes tried. */
export function shiftText({ words, numbers }: Voice, { value, bound }: Shift): string {
  const shift = numbers.shift(value);
  return bound === 'none' ? shift : words.evidence.effect[bound](shift);
}

/** Its range, as far as it has ends. */
export function shiftRangeText({ words, numbers }: Voice, { low, high, bound }: Shift): string {
  if (bound === 'none') return numbers.shiftRange(low, high);
  const end = bound === 'atLeast' ? low : high;
  return words.evidence.effect[bound](numbers.shift(end));
}

/** The range of that, as far as it has one. */
export function meritRange(voice: Voice, fix: FixShift): string {
  const { shift, saved } = fix;
  if (shift) return shiftRangeText(voice, shift);
  return saved && !isByMoved(fix) ? voice.numbers.shiftRange(saved.low, saved.high) : '';
}

/** It is judged by the runs that tip later, or sooner. */
const isByMoved = ({ shift, moved: { up, down }, effect }: FixShift): boolean =>
  !shift && ((effect === 'helps' && up > 0) || (effect === 'harms' && down > 0));

/** What a fix does: the shift, or the customers that it keeps where no shift is told. */
export function meritText(voice: Voice, fix: FixShift): string {
  const { shift, saved, moved, runs } = fix;
  const { effect } = voice.words.evidence;
  const { count } = voice.numbers;
  if (shift) return shiftText(voice, shift);
  if (isByMoved(fix))
    return fix.effect === 'helps'
      ? effect.later(count(moved.up), count(runs))
      : effect.sooner(count(moved.down), count(runs));
  return saved ? effect.kept(voice.numbers.change(saved.value)) : effect.untold;
}

/** The same in a sentence, with its unit. */
export function meritInWords(voice: Voice, fix: FixShift): string {
  const text = meritText(voice, fix);
  return fix.shift ? voice.words.evidence.effect.inPoints(text) : text;
}

/** Which measure moves the tipping point most, and how many reach the shift needed. */
export function effectFinding(
  voice: Voice,
  { fixes, needed, breaksWithout, size }: Fixes,
): string {
  const { words, numbers } = voice;
  const { effect } = words.evidence;
  const [first] = fixes;
  if (!first) return effect.none;
  const best = fixes.find((fix) => fix.effect === 'helps');
  if (breaksWithout || size < 0) {
    const why = breaksWithout ? effect.breaksWithout : effect.belowZero;
    return best
      ? `${why}${words.gap}${effect.keepsMost(words.evidence.fixes[best.id], meritInWords(voice, best))}`
      : `${why}${words.gap}${effect.keepsNothing}`;
  }
  if (best !== first || !best.shift) return effect.nothing;
  const most = effect.most(
    words.evidence.fixes[first.id],
    shiftText(voice, best.shift),
    shiftRangeText(voice, best.shift),
  );
  if (needed === null || needed <= 0) return most;
  const enough = fixes.filter(({ shift }) => shift && shift.value >= needed).length;
  const counted = effect.enough(enough, numbers.count(enough), numbers.count(fixes.length));
  return `${most}${words.gap}${counted}`;
}

/** Which segment loses most. */
export function leavesFinding(
  { words, numbers }: Voice,
  scenario: Scenario,
  { segments, all, highValue }: Counterfactual,
): string {
  const { leaves } = words.evidence;
  const most = segments.toSorted((a, b) => b.lost.value - a.lost.value)[0];
  if (!most || most.lost.value <= 0) return leaves.nobody;
  const name = segmentsOf(scenario)[most.segment]?.name ?? '';
  return leaves.finding(
    segmentName(words, name),
    numbers.percent(most.lost.value),
    numbers.changeRange(most.lost.low, most.lost.high),
    numbers.count(all.silent.customers.value),
    numbers.count(highValue.value),
  );
}

/** What the save desk's figures show early on and at the end; empty where they show nothing. */
export function deskSentence({ words, numbers }: Voice, desk: Desk | null): string {
  if (!desk?.first.saved || !desk.last.saved) return '';
  const { first, last } = desk;
  return words.evidence.leaves.desk[desk.mode](
    numbers.percent(desk.first.saved.value),
    numbers.count(first.attempts.value),
    numbers.percent(desk.last.saved.value),
    numbers.count(last.attempts.value),
  );
}

const sounds = (claim: Claim | null): boolean =>
  claim === 'soundsAnyway' || claim === 'soundsEitherWay';

/** Those that warn, the earliest first; the ones that do not; churn last, as the comparison. */
export function inOrderOfLead(measures: readonly MeasureWarning[]): MeasureWarning[] {
  const rank = ({ measure, claim }: MeasureWarning) =>
    measure === 'churn' ? 3 : claim === 'warns' ? 0 : sounds(claim) ? 1 : 2;
  return measures.toSorted(
    (a, b) => rank(a) - rank(b) || (b.lead?.value ?? 0) - (a.lead?.value ?? 0),
  );
}

/** What warns first, or why nothing does. */
export function warningFinding({ words, numbers }: Voice, warning: Warning): string {
  const said = words.evidence.warning;
  const { breaking, runs } = warning.all;
  if (warning.outcome === 'holds') return said.holds(numbers.count(runs));
  if (warning.outcome === 'tooFew')
    return said.tooFew(numbers.count(breaking), numbers.count(runs));
  const first = inOrderOfLead(warning.measures).find(({ claim }) => claim === 'warns');
  if (!first?.lead) return said.nothing;
  const { value, low, high } = first.lead;
  return said.first(
    words.evidence.measures[first.measure],
    numbers.decimal(value),
    numbers.range(low, high),
    first.leadToWave ? said.beforeWave(numbers.decimal(first.leadToWave.value)) : '',
    first.falseAlarms
      ? said.ofHolding(numbers.chance(first.falseAlarms.value))
      : said.ofUndecided(numbers.chance(first.twinAlarms.value)),
  );
}

/** A lead and its range, of a measure that has one; how late it is, of one that is late; and else nothing. */
export function leadCells(
  { words, numbers }: Voice,
  { claim }: MeasureWarning,
  lead: Sample | null,
): [weeks: string, range: string] {
  const { late, unknown } = words.evidence.warning;
  if (!lead) return [unknown, unknown];
  const weeks = Math.round(-lead.value);
  if (weeks > 0) return [late(weeks, numbers.count(weeks)), unknown];
  return claim === 'noLead'
    ? [unknown, unknown]
    : [numbers.decimal(lead.value), numbers.range(lead.low, lead.high)];
}

/** How often it sounds for nothing: in the runs that hold; where none does, in those without the decision. */
export const falselyOf = ({ falseAlarms, twinAlarms }: MeasureWarning): Sample =>
  falseAlarms ?? twinAlarms;
