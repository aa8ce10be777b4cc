/** Rules on a fit: the lists of its draws belong together. */
import { FITTABLE } from '../scenario/fitted.ts';
import type { Problem } from '../scenario.ts';
import type { Draft } from './draft.ts';

/** Problems of what a fit has left. */
export function problemsOfFitted({ fitted }: Draft): Problem[] {
  if (!fitted) return [];
  const { draws, own } = fitted;
  const names = FITTABLE.filter((name) => draws[name] !== undefined);
  const [first] = names;
  if (first === undefined)
    return [
      { path: 'fitted.draws', received: {}, expected: 'draws of at least one parameter' },
    ];
  const length = draws[first]?.length ?? 0;
  const uneven = names.filter((name) => draws[name]?.length !== length);
  const stray = FITTABLE.filter(
    (name) => (own[name] === undefined) !== (draws[name] === undefined),
  );
  return [
    ...uneven.map((name) => ({
      path: `fitted.draws.${name}`,
      received: draws[name]?.length,
      expected: `${length} entries, as ${first} has: entry i of every list is one draw`,
    })),
    ...stray.map((name) => ({
      path: `fitted.own.${name}`,
      received: own[name],
      expected:
        own[name] === undefined ? 'a value, as there are draws of it' : 'draws of it as well',
    })),
  ];
}
