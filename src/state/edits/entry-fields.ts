/** What can be set of a decision or a buffer, beyond its size on the slider: one table for all editors. */
import type { Buffer, Decision, Scenario } from '../../model/scenario.ts';

export type Kind = (Decision | Buffer)['kind'];

/** How a number is typed and read: as a percentage, or as it stands. */
export type Unit = 'percent' | 'plain';

export interface NumberSetting {
  readonly type: 'number';
  /** Where it stands in the entry, by dots: `tripwire.times`. */
  readonly key: string;
  readonly label: Label;
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** May be left empty. */
  readonly optional?: true;
}

export interface OtherSetting {
  readonly type: 'flag' | 'choice';
  readonly key: string;
  readonly label: Label;
  readonly options?: readonly ('obstruct' | 'listen' | 'trust' | 'nps')[];
}

export type Setting = NumberSetting | OtherSetting;

/** Names of the settings; the words of each are in the dictionaries. */
export type Label =
  | 'change'
  | 'steps'
  | 'interval'
  | 'breadth'
  | 'depth'
  | 'openness'
  | 'downgrade'
  | 'load'
  | 'shock'
  | 'friction'
  | 'lockIn'
  | 'gap'
  | 'reach'
  | 'integrity'
  | 'week'
  | 'ramp'
  | 'revert'
  | 'strength'
  | 'weeks'
  | 'keeping'
  | 'kept'
  | 'mode'
  | 'by'
  | 'value'
  | 'absolute'
  | 'pausePrice'
  | 'widen'
  | 'times'
  | 'inARow';

const LAST_WEEK = 519;
const FIRST_WEEK = -260;

const number = (
  key: string,
  label: Label,
  [min, max, step]: readonly [number, number, number],
  unit: Unit = 'plain',
): NumberSetting => ({ type: 'number', key, label, unit, min, max, step });
const percent = (key: string, label: Label, min: number, max: number) =>
  number(key, label, [min, max, 0.001], 'percent');
const whole = (key: string, label: Label, min: number, max: number) =>
  number(key, label, [min, max, 1]);
const optional = (setting: NumberSetting): NumberSetting => ({ ...setting, optional: true });
const flag = (key: string, label: Label): OtherSetting => ({ type: 'flag', key, label });

const week = whole('week', 'week', FIRST_WEEK, LAST_WEEK);
const anyWeek = optional(week);
const revert = optional(whole('revert', 'revert', FIRST_WEEK, LAST_WEEK + 1));
const ramp = optional(whole('ramp', 'ramp', 1, 260));
const lasting = (most = 520) => whole('weeks', 'weeks', 1, most);

export const SETTINGS: Readonly<Record<Kind, readonly Setting[]>> = {
  price: [
    percent('change', 'change', -0.9, 3),
    week,
    whole('steps', 'steps', 1, 24),
    whole('interval', 'interval', 1, 260),
    revert,
  ],
  featureCut: [
    percent('depth', 'depth', 0, 1),
    percent('breadth', 'breadth', 0, 1),
    week,
    revert,
  ],
  openness: [percent('level', 'openness', 0, 1), week, revert],
  service: [percent('downgrade', 'downgrade', 0, 1), week, ramp, revert],
  ads: [percent('load', 'load', 0, 1), week, ramp, revert],
  shock: [percent('size', 'shock', 0, 3), week, flag('integrity', 'integrity')],
  friction: [percent('level', 'friction', 0, 1), week, revert],
  lockIn: [percent('level', 'lockIn', 0, 3), week, revert],
  overPromise: [percent('size', 'gap', 0, 2), week, percent('share', 'reach', 0, 1), revert],
  noticeMail: [week],
  notice: [],
  explanation: [week, revert],
  grandfathering: [week, percent('share', 'keeping', 0, 1)],
  compensation: [week, lasting()],
  apology: [week, lasting(), flag('kept', 'kept')],
  crisisResponse: [week],
  oneMessage: [week, revert],
  opinionLeaders: [week, revert],
  capacity: [anyWeek, revert],
  empowerment: [anyWeek, revert],
  fatigue: [],
  outreach: [anyWeek, revert],
  saveDesk: [
    { type: 'choice', key: 'mode', label: 'mode', options: ['listen', 'obstruct'] },
    anyWeek,
    revert,
  ],
  referral: [{ type: 'choice', key: 'by', label: 'by', options: ['trust', 'nps'] }],
  litePlan: [week, percent('value', 'value', 0, 1), flag('absolute', 'absolute'), revert],
  pause: [week, percent('price', 'pausePrice', 0, 1), revert],
  winBack: [week],
  pilot: [
    week,
    optional(whole('widen', 'widen', 0, LAST_WEEK + 1)),
    optional(number('tripwire.times', 'times', [0.1, 100, 0.1])),
    whole('tripwire.weeks', 'inARow', 1, 52),
  ],
};

/** Kinds that can be limited to some segments. */
const FOR_EVERYBODY: readonly Kind[] = [
  'notice',
  'crisisResponse',
  'oneMessage',
  'opinionLeaders',
  'empowerment',
  'fatigue',
  'referral',
];
export const canTarget = (kind: Kind): boolean => !FOR_EVERYBODY.includes(kind);

/** What holds where an entry does not say. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  'price.steps': 1,
  'price.interval': 26,
  'referral.by': 'trust',
  'overPromise.share': 1,
  'compensation.weeks': 4,
  'pilot.tripwire.weeks': 2,
};

/** What an entry says of a setting; undefined where it says nothing and nothing is assumed. */
export function settingOf(entry: Decision | Buffer, key: string): unknown {
  const held = key
    .split('.')
    .reduce<unknown>(
      (at, part) =>
        typeof at === 'object' && at !== null
          ? (at as Record<string, unknown>)[part]
          : undefined,
      entry,
    );
  return held ?? DEFAULTS[`${entry.kind}.${key}`];
}

/**
 * The entry with a setting changed; undefined takes it away. An end moves along with the week. Whether the
 * result holds is for the model's rules to say.
 */
export function withSetting<E extends Decision | Buffer>(
  entry: E,
  key: string,
  value: unknown,
): E {
  const [first = '', ...rest] = key.split('.');
  const { [first]: held, ...others } = entry as unknown as Record<string, unknown>;
  const next = rest.length === 0 ? value : inside(held, rest.join('.'), value);
  const changed = next === undefined ? others : { ...others, [first]: next };
  return (key === 'week' ? withEndMoved(changed, held, value) : changed) as unknown as E;
}

/** The end of what holds for a time, and the week in which a pilot reaches everybody. */
const ENDS = ['revert', 'widen'] as const;

function withEndMoved(
  entry: Record<string, unknown>,
  from: unknown,
  to: unknown,
): Record<string, unknown> {
  if (typeof from !== 'number' || typeof to !== 'number') return entry;
  const moved = ENDS.flatMap((key) => {
    const { [key]: end } = entry;
    return typeof end === 'number' ? [[key, end + to - from]] : [];
  });
  return { ...entry, ...(Object.fromEntries(moved) as Record<string, unknown>) };
}

/** A tripwire without a height is none. */
function inside(held: unknown, key: string, value: unknown): unknown {
  const { [key]: _old, ...others } = (held ?? {}) as Record<string, unknown>;
  const next = value === undefined ? others : { ...others, [key]: value };
  return 'times' in next ? next : undefined;
}

/** Kinds of decisions by what they touch, in the order of the menu. */
export const DECISION_GROUPS = [
  { group: 'price', kinds: ['price'] },
  { group: 'product', kinds: ['featureCut', 'ads', 'overPromise'] },
  { group: 'service', kinds: ['service', 'noticeMail'] },
  { group: 'conduct', kinds: ['shock'] },
  { group: 'exit', kinds: ['openness', 'friction', 'lockIn'] },
] as const satisfies readonly {
  group: string;
  kinds: readonly Scenario['decisions'][number]['kind'][];
}[];
