/** One input of a scenario, named by its path. */

/**
 * The same input with another value at a path as problems name it: `decisions[0].change`, `parameters.rho`. A
 * last key that is not there yet is added, so that optional fields can be set; whether the result is a scenario
 * is for `parseScenario` to say.
 *
 * @throws RangeError if the path leads through something that is not there
 */
export function withValueAt(input: unknown, path: string, value: unknown): unknown {
  const keys = keysOf(path);
  if (keys.length === 0) throw new RangeError(`path: received "${path}", expected a path`);
  return replaced(input, keys, value, path);
}

/** Whether two paths name the same input, however they are written: `decisions[0].week` is `decisions.0.week`. */
export const isSamePath = (one: string, other: string): boolean =>
  keysOf(one).join('.') === keysOf(other).join('.');

/** The keys that a path consists of: `decisions[0].change` of decisions, 0 and change. */
export const keysOf = (path: string): string[] =>
  path.split(/[.[\]]+/).filter((key) => key !== '');

function replaced(
  input: unknown,
  [key = '', ...rest]: readonly string[],
  value: unknown,
  path: string,
): unknown {
  if (typeof input !== 'object' || input === null || (Array.isArray(input) && !(key in input)))
    throw new RangeError(
      `path: received "${path}", expected a path that the scenario has; there is no ${key}`,
    );
  const inner: unknown = (input as Record<string, unknown>)[key];
  const next = rest.length === 0 ? value : replaced(inner ?? startOf(key), rest, value, path);
  return Array.isArray(input) ? input.with(Number(key), next) : { ...input, [key]: next };
}

/** A scenario without parameters of its own can still have some set. */
const startOf = (key: string): unknown => (key === 'parameters' ? {} : undefined);
