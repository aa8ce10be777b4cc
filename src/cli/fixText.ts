/** What would move the tipping point, and the least that would do, as plain text. */
import type { Fixes, FixShift } from '../assess/fixes.ts';
import type { SmallestFix } from '../assess/smallestFix.ts';
import type { Plan } from '../assess/trials.ts';
import { wordsIn } from '../words/index.ts';
import { percent, points, shiftRange, shiftWords, sizeWords } from './figures.ts';

const NAME_WIDTH = 34;
const SHIFT_WIDTH = 34;

/** @param lever kind of the decision, for how its sizes are written */
export function fixLines({ fixes, needed }: Fixes, lever: string): string[] {
  // Where nothing tips, what does nothing is no finding.
  const told = needed === null ? fixes.filter(({ value }) => value !== 0) : fixes;
  return [neededWords(needed, lever), ...told.map((fix) => fixLine(fix, lever))];
}

function neededWords(needed: number | null, lever: string): string {
  if (needed === null) return 'There is no tipping point to move.';
  if (needed > 0) return `The decision needs a shift of ${shiftWords(lever, needed)}.`;
  return `The decision has ${shiftWords(lever, -needed).replace('+', '')} to spare.`;
}

/** What a fix is called, and where the JSON has it. */
const nameOf = (id: FixShift['id']): string => `${wordsIn('en').evidence.fixes[id]} (${id})`;

function fixLine(fix: FixShift, lever: string): string {
  const shift = `${shiftRange(lever, fix)}${fix.open ? ' or more' : ''}`;
  const effect = fix.effect === 'nothing' ? 'does nothing' : fix.effect;
  return `  ${nameOf(fix.id).padEnd(NAME_WIDTH + 12)} ${shift.padEnd(SHIFT_WIDTH)} ${effect}, chance ${percent(fix.chance)}`;
}

export function smallestLines(fix: SmallestFix, lever: string): string[] {
  switch (fix.kind) {
    case 'notNeeded':
      return [
        `None is needed: ${fix.before.exits} of ${fix.before.runs} runs break, chance ${percent(fix.before.chance)}.`,
      ];
    case 'noneFound':
      return noneLines(fix);
    case 'found': {
      const { before, alternative } = fix;
      const becomes = ({ after }: Plan) =>
        `${before.exits} of ${before.runs} runs become ${after.exits} of ${after.runs}, chance ${percent(after.chance)} (${points(after.low)} to ${points(after.high)}).`;
      return [
        `${planWords(fix, lever)}: ${becomes(fix)}`,
        ...(alternative ? [`Or ${planWords(alternative, lever)}: ${becomes(alternative)}`] : []),
      ];
    }
  }
}

const planWords = ({ fixes, size }: Plan, lever: string): string =>
  [
    ...fixes.map(nameOf),
    ...(size === null ? [] : [`only ${sizeWords(lever, size)}`]),
  ].join(' + ');

/** What was tried together, and what was not. */
function noneLines({
  tried,
  smaller,
  leftOut,
}: Extract<SmallestFix, { kind: 'noneFound' }>): string[] {
  const least = smaller ? ', and no smaller decision does' : '';
  const together = tried.length === 1 ? 'alone does not suffice' : 'together do not suffice';
  return [
    tried.length === 0
      ? `None was found: no fix that may be used helps${least}.`
      : `None was found: ${tried.map(nameOf).join(' + ')} ${together}${least && ', nor with the decision at next to nothing'}.`,
    ...(leftOut.length > 0
      ? [`Not tried, as the cost order leaves it out: ${leftOut.map(nameOf).join(', ')}.`]
      : []),
  ];
}
