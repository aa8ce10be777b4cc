/** What moves the cliff: each measure alone, with the shift that is needed. */
import type { Fixes, FixShift } from '../assess/fixes.ts';
import type { SmallestFix } from '../assess/smallestFix.ts';
import type { Plan } from '../assess/trials.ts';
import { numbersTable, section, text } from './brief.ts';
import type { Section } from './brief.ts';
import type { MovesFigure } from './figures.ts';
import type { Evidence } from './evidence.ts';
import type { Voice } from './voice.ts';

/** The largest shifts; those that do nothing or harm stay in the list if they are among them. */
const SHOWN = 5;

/** Null if nobody asked, or there was nothing to try. */
export function movesSection({ fixes }: Evidence, voice: Voice): Section | null {
  const [first] = fixes?.fixes ?? [];
  if (!fixes || !first) return null;
  const { words, numbers } = voice;
  const told = words.brief.moves;
  const figure = figureOf(fixes, voice);
  return section(told.title, text(told.lead(numbers.count(fixes.runs)), true), {
    kind: 'figure',
    figure,
    finding: told.finding(words.evidence.fixes[first.id], pointsOf(first.value, voice)),
    table: numbersTable(
      [told.columns.measure, told.columns.shift, told.columns.range],
      fixes.fixes.map((shift) => [
        words.evidence.fixes[shift.id],
        shiftText(shift, voice),
        words.brief.range(pointsOf(shift.low, voice), pointsOf(shift.high, voice)),
      ]),
    ),
  });
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

function figureOf({ fixes, needed }: Fixes, voice: Voice): MovesFigure {
  const told = voice.words.brief.moves;
  const shown = fixes.slice(0, SHOWN);
  const wanted = needed !== null && needed > 0 ? needed : null;
  const ends = [...shown.flatMap(({ low, high }) => [low, high]), wanted ?? 0, 0];
  return {
    kind: 'moves',
    least: Math.min(...ends),
    most: Math.max(...ends),
    rows: shown.map((shift) => ({
      name: voice.words.evidence.fixes[shift.id],
      value: shift.value,
      low: shift.low,
      high: shift.high,
      text: voice.words.brief.within(
        shiftText(shift, voice),
        pointsOf(shift.low, voice),
        pointsOf(shift.high, voice),
      ),
    })),
    needed: wanted === null ? null : { at: wanted, text: told.needed(pointsOf(wanted, voice)) },
  };
}

/** Points with their sign: a shift of 0.041 is +4.1. */
const pointsOf = (shift: number, { numbers }: Voice): string =>
  numbers.preciseChange(shift, 1).replace('%', '');

const shiftText = ({ value, open }: FixShift, voice: Voice): string =>
  open ? voice.words.brief.moves.atLeast(pointsOf(value, voice)) : pointsOf(value, voice);
