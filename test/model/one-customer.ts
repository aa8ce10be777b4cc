/** One customer at rest, and the week that follows with what a test changes. */
import type {
  Everybody,
  Offers,
  Situation,
  State,
  Traits,
  Week,
} from '../../src/model/customer.ts';
import { MONTHLY } from '../../src/model/customer.ts';
import { parametersWith } from '../../src/model/parameters.ts';
import type { ParameterOverrides } from '../../src/model/parameters.ts';
import { week } from '../../src/model/week.ts';
import { levers } from '../support/kernel.ts';
import type { Levers } from '../support/kernel.ts';

const who: Traits = {
  ...{ v: 2.4, a: 1, A: 0.38, d0: 0.006, Sd: 0.25, Sf: 0.175, Sc: 0.075, voice: 1, sus: 1 },
  ...{ ab: 0.7, bond: 0, h0: 0.0028, id: 1 / 8, ph: MONTHLY, imp: 1 },
  ...{ uF: 0.5, uG: 0.5, conc: 1, uX: 0.5 },
};
const was: State = {
  ...{ T: 0.88, r: 1, pp: 1, H: 0, Hd: 0, E: 1, V: 0, Vt: 1, nl: 0, xl: 0, dm: 0, att: 0.7 },
  ...{ st: 0, hold: -1, plan: 0, pz: 0 },
};
const all: Everybody = { t: 60, nd: 0, nc: 1, gone: 0, bc: 0, G: 1 };

export interface Changes {
  readonly who?: Partial<Traits>;
  readonly was?: Partial<State>;
  readonly lever?: Partial<Levers>;
  readonly par?: ParameterOverrides;
  readonly all?: Partial<Everybody>;
  readonly offers?: Partial<Offers>;
}

/** Week 60: a week of renewal for annual plans with `ph` 8. */
export function after(changes: Changes = {}): Week {
  const situation: Situation = {
    who: { ...who, ...changes.who },
    was: { ...was, ...changes.was },
    lever: levers(changes.lever),
    par: parametersWith(changes.par ?? {}),
    all: { ...all, ...changes.all },
    offers: {
      ...{ cutBreadth: [], promiseShare: [], liteValue: undefined, pauseOffered: false },
      ...changes.offers,
    },
  };
  return week(situation);
}
