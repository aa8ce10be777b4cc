/** Decisions and buffers as the rail says them. */
import { DEFAULT_NOTICE_WEEKS } from '../../../model/levers/table.ts';
import { parametersWith } from '../../../model/parameters.ts';
import type { Buffer, Scenario } from '../../../model/scenario.ts';
import { TEMPLATES } from '../../../model/templates.ts';
import { bufferValue } from '../../../state/edits/buffers.ts';
import type { BufferKind } from '../../../state/edits/buffers.ts';
import type { Words } from '../../../words/language.ts';
import type { Numbers } from '../../../words/numbers.ts';

export { decisionDetail, decisionValue, decisionWeek } from '../../../words/decisions.ts';

interface Voice {
  readonly words: Words;
  readonly numbers: Numbers;
}

/** Up to here an explanation is brief, and up to there clear. */
const BRIEF = 0.4;
const CLEAR = 0.7;

/** Answers of the complaint desk per 1,000 customers and week, as it is staffed today. */
export const answersToday = ({ template = 'general', parameters = {} }: Scenario): number =>
  parametersWith(TEMPLATES[template].parameters, parameters).cap;

/** What a buffer is set to; the kind's word for off without one. */
export function bufferText(
  { words, numbers }: Voice,
  kind: BufferKind,
  buffer: Buffer | null,
  answersAtRest: number,
): string {
  const { values } = words.inputs;
  const value = bufferValue(buffer);
  if (!buffer || value === null) return textAtRest(numbers, values, kind);
  const share = numbers.percent(value, 1);
  switch (buffer.kind) {
    case 'fatigue':
      return values.on;
    case 'notice':
      return value === 0 ? values.none : values.weeks(value, numbers.count(value));
    case 'grandfathering':
    case 'pause':
    case 'winBack':
      return values.weeks(value, numbers.count(value));
    case 'explanation':
      return (value < BRIEF ? values.brief : value < CLEAR ? values.clear : values.full)(share);
    case 'compensation':
      return values.credit(share);
    case 'apology':
      return buffer.kept ? values.kept(share) : values.broken(share);
    case 'crisisResponse':
      return values.hours(numbers.decimal(value));
    case 'capacity':
      return values.answers(numbers.decimal(value * answersAtRest));
    case 'saveDesk':
      return buffer.mode === 'listen' ? values.listens(share) : values.obstructs(share);
    case 'litePlan':
      return values.ofPrice(share);
    case 'referral':
      return values.joiners(share);
    case 'pilot':
      return values.customers(share);
    default:
      return share;
  }
}

function textAtRest(
  numbers: Numbers,
  values: Words['inputs']['values'],
  kind: BufferKind,
): string {
  if (kind === 'notice') return values.usual(numbers.count(DEFAULT_NOTICE_WEEKS));
  return kind === 'capacity' || kind === 'empowerment' ? values.asToday : values.off;
}
