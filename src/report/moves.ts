/** What moves the cliff: each measure alone, with the shift that is needed. */
import { isFinding } from '../assess/fixes.ts';
import type { Fixes } from '../assess/fixes.ts';
import type { FixId } from '../assess/fixTable.ts';
import type { Shift } from '../assess/paired.ts';
import type { SmallestFix } from '../assess/smallestFix.ts';
import type { Plan } from '../assess/trials.ts';
import { numbersTable, section, text } from './brief.ts';
import type { Section } from './brief.ts';
import type { MovesFigure } from './figures.ts';
import type { Evidence } from './evidence.ts';
import type { Voice } from './voice.ts';

/** The largest shifts; those that do nothing or harm stay in the list if they are among them. */
const SHOWN = 5;

/** Null if nobody asked, there was nothing to try, or no shift is told. */
export function movesSection({ fixes }: Evidence, voice: Voice): Section | null {
  if (!fixes) return null;
  const told = fixes.fixes
    .filter((fix) => fixes.tippingPoint !== null || isFinding(fix))
    .flatMap(({ id, shift }) => (shift ? [{ id, shift }] : []));
  if (told.length === 0) return null;
  const { words, numbers } = voice;
  const said = words.brief.moves;
  return section(said.title, text(said.lead(numbers.count(fixes.runs)), true), {
    kind: 'figure',
    figure: figureOf(told, fixes.needed, voice),
    finding: findingOf(fixes, voice),
    table: numbersTable(
      [said.columns.measure, said.columns.shift, said.columns.range],
      told.map(({ id, shift }) => [
        words.evidence.fixes[id],
        shiftText(shift, voice),
        rangeText(shift, voice),
      ]),
    ),
  });
}

/** The largest shift, if anything helps. */
function findingOf({ fixes, tippingPoint }: Fixes, voice: Voice): string {
  const { brief, evidence } = voice.words;
  const most = fixes.find(({ effect, shift }) => effect === 'helps' && shift !== null);
  if (most?.shift)
    return brief.moves.finding(evidence.fixes[most.id], shiftText(most.shift, voice));
  return tippingPoint === null ? evidence.effect.never : evidence.effect.nothing;
}

/** What the least costly plan would do, in a sentence; none where no fix is needed. */
export function fixSentence(fix: SmallestFix, voice: Voice): string[] {
  const { words, numbers } = voice;
  const told = words.brief.moves;
  if (fix.kind === 'notNeeded') return [];
  if (fix.kind === 'noneFound') return [told.noFix];
  const { after, before, alternative } = fix;
  const range = ({ low, high }: Plan['after']) => numbers.chanceRange(low, high);
  const first = told.fix(
    stepsOf(fix, voice),
    numbers.chance(before.chance),
    numbers.chance(after.chance),
    range(after),
  );
  if (!alternative) return [first];
  const { chance } = alternative.after;
  const other = told.otherFix(
    stepsOf(alternative, voice),
    numbers.chance(chance),
    range(alternative.after),
  );
  return [first, other];
}

function stepsOf({ fixes, size }: Plan, { words, sizes }: Voice): readonly string[] {
  const names = fixes.map((id) => words.evidence.fixes[id]);
  return size === null ? names : [...names, words.brief.moves.smaller(sizes.shown(size))];
}

interface Told {
  readonly id: FixId;
  readonly shift: Shift;
}

function figureOf(fixes: readonly Told[], needed: number | null, voice: Voice): MovesFigure {
  const told = voice.words.brief.moves;
  const shown = fixes.slice(0, SHOWN);
  const wanted = needed !== null && needed > 0 ? needed : null;
  const ends = [...shown.flatMap(({ shift }) => [shift.low, shift.high]), wanted ?? 0, 0];
  return {
    kind: 'moves',
    least: Math.min(...ends),
    most: Math.max(...ends),
    rows: shown.map(({ id, shift }) => ({
      name: voice.words.evidence.fixes[id],
      value: shift.value,
      low: shift.low,
      high: shift.high,
      text: withRange(shift, voice),
    })),
    needed: wanted === null ? null : { at: wanted, text: told.needed(pointsOf(wanted, voice)) },
  };
}

/** Points with their sign: a shift of 0.041 is +4.1. */
const pointsOf = (shift: number, { numbers }: Voice): string =>
  numbers.preciseChange(shift, 1).replace('%', '');

function shiftText({ value, bound }: Shift, voice: Voice): string {
  const points = pointsOf(value, voice);
  return bound === 'none' ? points : voice.words.brief.moves[bound](points);
}

/** An open range is left to the bar. */
const withRange = (shift: Shift, voice: Voice): string =>
  shift.bound === 'none'
    ? voice.words.brief.within(
        pointsOf(shift.value, voice),
        pointsOf(shift.low, voice),
        pointsOf(shift.high, voice),
      )
    : shiftText(shift, voice);

/** The range, as far as it has ends. */
function rangeText({ low, high, bound }: Shift, voice: Voice): string {
  const { brief } = voice.words;
  if (bound === 'none') return brief.range(pointsOf(low, voice), pointsOf(high, voice));
  return brief.moves[bound](pointsOf(bound === 'atLeast' ? low : high, voice));
}
