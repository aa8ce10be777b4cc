/** Buffers as sliders: what each kind's slider sets, where it stops, and what it begins with. Pure edits. */
import { selectedDecision } from '../../model/dose.ts';
import { DEFAULT_NOTICE_WEEKS } from '../../model/levers/table.ts';
import type { Buffer, Scenario } from '../../model/scenario.ts';
import { mended } from './decisions.ts';
import { withSetting } from './entry-fields.ts';

export type BufferKind = Buffer['kind'];

/** What a typed number means: `hours` and `weeks` as they are, `percent` by 100, `answers` see `ANSWERS_KEY`. */
export type BufferUnit = 'percent' | 'weeks' | 'hours' | 'answers' | 'switch';

export interface BufferScale {
  /** The setting that the slider sets; null for a switch. */
  readonly key: string | null;
  readonly unit: BufferUnit;
  /** From one end of the slider to the other; `null` is off. */
  readonly stops: readonly (number | null)[];
  /** A value typed by hand is kept within these. */
  readonly min: number;
  readonly max: number;
}

/** A slider of the rail: a buffer of the scenario, or a kind that it has none of. */
export interface BufferRow {
  readonly kind: BufferKind;
  /** Its place in the scenario; null where it is off. */
  readonly index: number | null;
  readonly buffer: Buffer | null;
}

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) =>
    Number((from + i * step).toFixed(6)),
  );

const shares = (key: string, most = 1): BufferScale => ({
  key,
  unit: 'percent',
  stops: [null, ...range(0.05, most, 0.05)],
  min: 0.001,
  max: most,
});
const weeks = (most: number, step = 1, limit = 520): BufferScale => ({
  key: 'weeks',
  unit: 'weeks',
  stops: [null, ...range(step, most, step)],
  min: 1,
  max: limit,
});

export const SCALES: Readonly<Record<BufferKind, BufferScale>> = {
  notice: {
    key: 'weeks',
    unit: 'weeks',
    stops: range(0, 26, 1).map((weeks) => (weeks === DEFAULT_NOTICE_WEEKS ? null : weeks)),
    min: 0,
    max: 52,
  },
  explanation: shares('strength'),
  grandfathering: weeks(104, 4),
  compensation: shares('credit', 0.5),
  apology: shares('strength'),
  crisisResponse: {
    key: 'hours',
    unit: 'hours',
    stops: [null, 168, 120, 96, 72, 48, 36, 24, 12, 6, 2],
    min: 0,
    max: 8760,
  },
  capacity: {
    key: 'multiplier',
    unit: 'answers',
    stops: [0.25, 0.5, 0.75, null, 1.25, 1.5, 2, 2.5, 3, 4, 5],
    min: 0,
    max: 100,
  },
  saveDesk: shares('strength'),
  outreach: shares('level'),
  oneMessage: shares('strength'),
  opinionLeaders: shares('strength'),
  empowerment: {
    key: 'level',
    unit: 'percent',
    stops: [0, 0.1, 0.2, 0.3, 0.4, null, 0.6, 0.7, 0.8, 0.9, 1],
    min: 0,
    max: 1,
  },
  litePlan: {
    key: 'price',
    unit: 'percent',
    stops: [null, ...range(0.05, 0.7, 0.05).map((less) => Number((1 - less).toFixed(2)))],
    min: 0.01,
    max: 10,
  },
  pause: weeks(26, 1, 104),
  winBack: weeks(26),
  referral: shares('share', 0.5),
  pilot: {
    key: 'share',
    unit: 'percent',
    stops: [null, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1],
    min: 0.001,
    max: 1,
  },
  fatigue: { key: null, unit: 'switch', stops: [null, 1], min: 1, max: 1 },
};

/** Those that most arguments need, in the order of the rail; the others stand behind "more". */
export const COMMON_KINDS: readonly BufferKind[] = [
  'notice',
  'explanation',
  'grandfathering',
  'compensation',
  'apology',
  'crisisResponse',
  'capacity',
  'saveDesk',
  'outreach',
];
export const OTHER_KINDS = (Object.keys(SCALES) as BufferKind[]).filter(
  (kind) => !COMMON_KINDS.includes(kind),
);

/** The level of a policy where a scenario does not say: off stands in their place on the slider. */
const AT_REST: Partial<Record<BufferKind, number>> = {
  notice: DEFAULT_NOTICE_WEEKS,
  capacity: 1,
  empowerment: 0.5,
};

/** One row for each buffer of the kinds; an empty one for a kind without any. */
export function bufferRows(
  { buffers }: Pick<Scenario, 'buffers'>,
  kinds: readonly BufferKind[],
): BufferRow[] {
  return kinds.flatMap((kind): BufferRow[] => {
    const rows = buffers.flatMap((buffer, index) =>
      buffer.kind === kind ? [{ kind, index, buffer }] : [],
    );
    return rows.length > 0 ? rows : [{ kind, index: null, buffer: null }];
  });
}

/** What the slider of a buffer shows; null where it is off. */
export function bufferValue(buffer: Buffer | null): number | null {
  if (!buffer) return null;
  const { key } = SCALES[buffer.kind];
  if (key === null) return 1;
  const held = (buffer as unknown as Record<string, unknown>)[key];
  return typeof held === 'number' ? held : 1;
}

/** The stops of a slider with the buffer's own value among them, and where it stands. */
export function stopsFor(
  kind: BufferKind,
  value: number | null,
): { readonly stops: readonly (number | null)[]; readonly position: number } {
  const { stops } = SCALES[kind];
  const own = stops.indexOf(value === AT_REST[kind] ? null : value);
  if (own >= 0 || value === null) return { stops, position: Math.max(0, own) };
  const descending = (stops[1] ?? 0) > (stops.at(-1) ?? 0);
  const isAfter = (stop: number | null) => {
    const place = stop ?? AT_REST[kind];
    return place !== undefined && (descending ? place < value : place > value);
  };
  const after = stops.findIndex(isAfter);
  const at = after < 0 ? stops.length : after;
  return { stops: stops.toSpliced(at, 0, value), position: at };
}

/** A number typed on a slider as a value of the buffer; null for off. */
export function typedValue(
  kind: BufferKind,
  typed: number,
  answersAtRest: number,
): number | null {
  const { unit, min, max } = SCALES[kind];
  const value = inUnit(unit, typed, answersAtRest);
  const rest = AT_REST[kind];
  if (value === rest || (rest === undefined && typed === 0 && unit !== 'hours')) return null;
  return Math.min(max, Math.max(min, value));
}

function inUnit(unit: BufferUnit, typed: number, answersAtRest: number): number {
  switch (unit) {
    case 'percent':
      return Number((typed / 100).toFixed(4));
    case 'answers':
      return Number((typed / answersAtRest).toFixed(4));
    case 'weeks':
      return Math.round(typed);
    default:
      return typed;
  }
}

/** Sets a buffer by its slider: null switches it off, a value switches it on with the selected decision. */
export function withBufferValue(
  scenario: Scenario,
  { kind, index }: Pick<BufferRow, 'kind' | 'index'>,
  value: number | null,
): Scenario {
  const { buffers } = scenario;
  if (index === null) {
    if (value === null) return scenario;
    const week = weekOfDecision(scenario);
    const fresh = withValue(freshBuffer(kind, week, scenario.horizon), value);
    return { ...scenario, buffers: [...buffers, fresh] };
  }
  const held = buffers[index];
  if (!held) return scenario;
  if (value === null)
    return mended({ ...scenario, buffers: buffers.filter((_, i) => i !== index) });
  return { ...scenario, buffers: buffers.with(index, withValue(held, value)) };
}

const withValue = (buffer: Buffer, value: number): Buffer => {
  const { key } = SCALES[buffer.kind];
  return key === null ? buffer : withSetting(buffer, key, value);
};

/** Changes one of a buffer's other settings; undefined takes it away. */
export function withBufferSetting(
  scenario: Scenario,
  index: number,
  key: string,
  value: unknown,
): Scenario {
  const buffer = scenario.buffers[index];
  if (!buffer) return scenario;
  const next = withSetting(buffer, key, value);
  return { ...scenario, buffers: scenario.buffers.with(index, next) };
}

export const withoutBuffers = (scenario: Scenario): Scenario => ({ ...scenario, buffers: [] });

/** The week in which a buffer begins that is switched on now: that of the selected decision, else week 0. */
function weekOfDecision(scenario: Scenario): number {
  const index = selectedDecision(scenario);
  return typeof index === 'number' ? (scenario.decisions[index]?.week ?? 0) : 0;
}

const APOLOGY_WEEKS = 12;
const WIN_BACK_AFTER = 26;
const PILOT_WEEKS = 26;
const TRIPWIRE = 3;
const LITE_VALUE = 0.75;
const PRICE_WHILE_PAUSED = 0.1;

/** A buffer as it is usually meant; what the slider sets is set afterwards. */
function freshBuffer(kind: BufferKind, week: number, horizon: number): Buffer {
  switch (kind) {
    case 'notice':
      return { kind, weeks: 0 };
    case 'explanation':
    case 'oneMessage':
    case 'opinionLeaders':
      return { kind, week, strength: 0 };
    case 'grandfathering':
      return { kind, week, share: 1, weeks: 1 };
    case 'compensation':
      return { kind, week, credit: 0 };
    case 'apology':
      return { kind, week, weeks: APOLOGY_WEEKS, strength: 0, kept: true };
    case 'crisisResponse':
      return { kind, week, hours: 0 };
    case 'capacity':
      return { kind, week, multiplier: 1 };
    case 'empowerment':
    case 'outreach':
      return { kind, week, level: 0 };
    case 'saveDesk':
      return { kind, week, mode: 'listen', strength: 0 };
    case 'fatigue':
      return { kind };
    case 'referral':
      return { kind, share: 0 };
    case 'litePlan':
      return { kind, week, price: 1, value: LITE_VALUE };
    case 'pause':
      return { kind, week, weeks: 1, price: PRICE_WHILE_PAUSED };
    case 'winBack':
      return { kind, week: Math.min(week + WIN_BACK_AFTER, horizon - 1), weeks: 1 };
    case 'pilot': {
      const pilot = { kind, week, tripwire: { times: TRIPWIRE } };
      const widen = week + PILOT_WEEKS;
      return widen < horizon ? { ...pilot, widen } : pilot;
    }
  }
}
