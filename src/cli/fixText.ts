/** What would move the tipping point, and the least that would do, as plain text. */
import { isFinding } from '../assess/fixes.ts';
import type { Fixes, FixShift } from '../assess/fixes.ts';
import type { SmallestFix } from '../assess/smallestFix.ts';
import type { Plan } from '../assess/trials.ts';
import { wordsIn } from '../words/index.ts';
import { changed, percent, points, shiftTold, shiftWords, sizeWords } from './figures.ts';

const NAME_WIDTH = 46;
const SHIFT_WIDTH = 34;

/** @param lever kind of the decision, for how its sizes are written */
export function fixLines(answer: Fixes, lever: string): string[] {
  const { fixes, tippingPoint } = answer;
  // Where nothing tips, what does nothing is no finding.
  const told = tippingPoint === null ? fixes.filter(isFinding) : fixes;
  return [neededWords(answer, lever), ...told.map((fix) => fixLine(fix, lever))];
}

function neededWords(
  { needed, tippingPoint, breaksWithout, size }: Fixes,
  lever: string,
): string {
  const byCustomers = 'where no shift is told, a fix is judged by the customers that it keeps';
  if (breaksWithout) return `The runs break without this decision as well: ${byCustomers}.`;
  if (size < 0) return `No tipping point bounds a size below 0: ${byCustomers}.`;
  if (tippingPoint === null) return 'There is no tipping point to move.';
  if (needed === null)
    return 'The decision needs none: beyond the tipping point most runs hold again there.';
  if (needed > 0) return `The decision needs a shift of ${shiftWords(lever, needed)}.`;
  return `The decision has ${shiftWords(lever, -needed).replace('+', '')} to spare.`;
}

/** What a fix is called, and where the JSON has it. */
const nameOf = (id: FixShift['id']): string => `${wordsIn('en').evidence.fixes[id]} (${id})`;

function fixLine(fix: FixShift, lever: string): string {
  const { chance, id } = fix;
  const does = doesWords(fix, lever);
  const figures = `${does.padEnd(SHIFT_WIDTH)} ${effectWords(fix, does)}`;
  return `  ${nameOf(id).padEnd(NAME_WIDTH)} ${figures}, chance ${percent(chance)}; ${settingWords(fix)}`;
}

/** The shift; else how many runs tip later or sooner, if that is what it is judged by; else the customers kept. */
function doesWords({ shift, moved, saved, runs, effect }: FixShift, lever: string): string {
  if (shift) return shiftTold(lever, shift, runs);
  const { up, down } = moved;
  if (effect === 'helps' && up > 0) return `tips later in ${up} of ${runs} runs`;
  if (effect === 'harms' && down > 0) return `tips sooner in ${down} of ${runs} runs`;
  return saved ? `customers ${changed(saved, 1)}` : 'shift cannot be told';
}

/** @param does what it does, as it is written: what reads as anything but 0 is not called nothing */
function effectWords({ effect }: FixShift, does: string): string {
  switch (effect) {
    case 'unclear':
      return 'no clear effect';
    case 'nothing':
      return /[1-9]/.test(does) ? 'too little to matter' : 'does nothing';
    default:
      return effect;
  }
}

/** In the names and units of a scenario: `strength 0.8`. */
const settingWords = ({ setting }: Pick<FixShift, 'setting'>): string =>
  Object.entries(setting)
    .map(([name, value]) => (value === true ? name : `${name} ${value}`))
    .join(', ');

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
        ...(alternative
          ? [`Or ${planWords(alternative, lever)}: ${becomes(alternative)}`]
          : []),
      ];
    }
  }
}

function planWords({ fixes, size }: Plan, lever: string): string {
  const least = fixes.length === 0 ? 'A decision of only' : 'only';
  const smaller = size === null ? [] : [`${least} ${sizeWords(lever, size)}`];
  return [...fixes.map(nameOf), ...smaller].join(' + ');
}

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
