/** The building blocks of the scenario's schema: each says in its message what it expects. */
import * as v from 'valibot';

export const HISTORY_LIMIT_WEEKS = 260;
export const HORIZON_LIMIT_WEEKS = 520;

/** What a number is counted in, for those who read or plot it. */
const inUnit = (unit: string | undefined) =>
  v.metadata<number, { readonly unit?: string }>(unit === undefined ? {} : { unit });

export const number = (min: number, max: number, about: string, unit?: string) => {
  const expected = `a number from ${min} to ${max}`;
  return v.pipe(
    v.number(expected),
    v.minValue(min, expected),
    v.maxValue(max, expected),
    v.description(about),
    inUnit(unit),
  );
};

export const whole = (min: number, max: number, about: string, unit?: string) => {
  const expected = `a whole number from ${min} to ${max}`;
  return v.pipe(
    v.number(expected),
    v.integer(expected),
    v.minValue(min, expected),
    v.maxValue(max, expected),
    v.description(about),
    inUnit(unit),
  );
};

export const share = (about: string, unit = 'share') => number(0, 1, about, unit);

/** How much there is of something that has no other unit, from none to all. */
export const level = (about: string) => share(about, 'level 0 to 1');

export const flag = (about: string) => v.pipe(v.boolean('true or false'), v.description(about));

export const text = (about: string) => {
  const expected = 'a text of 1 to 200 characters';
  return v.pipe(
    v.string(expected),
    v.minLength(1, expected),
    v.maxLength(200, expected),
    v.description(about),
  );
};

export const currency = (about: string) => {
  const expected = 'the code of a currency, such as EUR';
  return v.pipe(v.string(expected), v.regex(/^[A-Z]{3}$/, expected), v.description(about));
};

export const choice = <const T extends readonly string[]>(options: T, about: string) =>
  v.pipe(v.picklist(options, `one of ${options.join(', ')}`), v.description(about));

export const list = <const T extends v.GenericSchema>(item: T, most: number, about: string) =>
  v.pipe(
    v.array(item, 'a list'),
    v.maxLength(most, `at most ${most} entries`),
    v.description(about),
  );

/** An object without surplus keys; a missing key is answered with what its value should be. */
export const object = <const T extends v.ObjectEntries>(entries: T) =>
  v.strictObject(entries, ({ expected, path }) => {
    if (expected === 'Object') return 'an object';
    const missing = entries[String(path?.[0].key)];
    return (missing && v.safeParse(missing, undefined).issues?.[0].message) ?? 'a known key';
  });

export const kind = <const K extends string>(name: K) => v.literal(name, `"${name}"`);

/** The message of a list of kinds. */
export const oneKindOf = (
  options: readonly { entries: { kind: { literal: string } } }[],
): string => `one of the kinds ${options.map((o) => o.entries.kind.literal).join(', ')}`;

export const week = whole(
  -HISTORY_LIMIT_WEEKS,
  HORIZON_LIMIT_WEEKS - 1,
  'week in which it begins; before 0 is history',
  'week',
);

export const revert = v.optional(
  whole(
    -HISTORY_LIMIT_WEEKS,
    HORIZON_LIMIT_WEEKS,
    'week from which it no longer holds',
    'week',
  ),
);

export const ramp = v.optional(
  whole(1, 260, 'weeks over which it grows to its full size; at once if absent', 'weeks'),
);

export const weeks = (about: string, most = 520) => whole(1, most, about, 'weeks');

export const segments = v.optional(
  v.pipe(
    v.array(v.string('the name of a segment'), 'a list of segment names'),
    v.minLength(1, 'at least one segment name'),
    v.description('names of the segments it is limited to; all if absent'),
  ),
);
