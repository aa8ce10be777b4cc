import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Everybody, Offers, Situation, State, Traits } from '../../src/model/customer.ts';
import { LEFT, MONTHLY, PROSPECT } from '../../src/model/customer.ts';
import { parametersWith } from '../../src/model/parameters.ts';
import type { ParameterOverrides } from '../../src/model/parameters.ts';
import { week } from '../../src/model/week.ts';
import { levers } from '../support/kernel.ts';
import type { Levers } from '../support/kernel.ts';
import { settings } from '../kernel/settings.ts';

/** A customer at rest: wear .006 = rho (T - A)(1 - T), and S = .25 (1 - .8 x) + .075 + .175. */
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
const noOffers: Offers = {
  ...{ cutBreadth: [], promiseShare: [], liteValue: undefined, pauseOffered: false },
};

interface Changes {
  readonly who?: Partial<Traits>;
  readonly was?: Partial<State>;
  readonly lever?: Partial<Levers>;
  readonly par?: ParameterOverrides;
  readonly all?: Partial<Everybody>;
  readonly offers?: Partial<Offers>;
}

const situation = (changes: Changes = {}): Situation => ({
  who: { ...who, ...changes.who },
  was: { ...was, ...changes.was },
  lever: levers(changes.lever),
  par: parametersWith(changes.par ?? {}),
  all: { ...all, ...changes.all },
  offers: { ...noOffers, ...changes.offers },
});
const after = (changes?: Changes) => week(situation(changes));

describe('at rest', () => {
  test('trust stays, and so does everything but the everyday hazards', () => {
    const { next, u, margin, pay, event, complaint } = after();
    expect(next.T).toBeCloseTo(0.88, 12);
    expect(next).toMatchObject({ r: 1, pp: 1, att: 0.7, plan: 0, pz: 0 });
    expect(u).toBeCloseTo(2.4 - 1 + 1.15 * 0.76 - 0.3, 12);
    expect(margin).toBeCloseTo(1.974 + 0.46, 12);
    expect(pay).toBe(1);
    expect([event, complaint]).toEqual([false, false]);
  });

  test('the everyday exit hazard of a neutral margin is h0 plus a quarter of h1 att', () => {
    const { next } = after({ who: { v: 2.4 - 2.434 } });
    expect(next.Hd).toBeCloseTo((0.7 * 0.15) / 4, 12);
    expect(next.H).toBeCloseTo(0.0028 + (0.7 * 0.15) / 4, 12);
  });

  test('everyday complaints come by voice and attention', () => {
    const { next } = after({ who: { voice: 2 }, all: { nc: 1.5 } });
    expect(next.V).toBeCloseTo(2 * (0.3 + 0.49) * 0.0012 * 1.5, 12);
  });

  test('trust survives a constant wear up to rho (1 - A)^2 / 4', () => {
    const fold = (0.1 * 0.62 * 0.62) / 4;
    const trustAfterYears = (d0: number) => {
      let T = 0.9;
      for (let t = 0; t < 5000; t++) ({ T } = after({ who: { d0 }, was: { T } }).next);
      return T;
    };
    expect(trustAfterYears(fold * 0.99)).toBeGreaterThan(0.69);
    expect(trustAfterYears(fold * 1.01)).toBeLessThan(0.01);
  });
});

describe('a rise of the price', () => {
  test('stings above the reference, more when it surprises and less when it is explained', () => {
    const { next, u, toTrust, pay } = after({ lever: { P: 1.2, Pa: 1.2, lam: 1.3, e: 0.5 } });
    const sting = 0.2 * 1.3 * (1 - 0.6 * 0.5 * 0.88);
    expect(toTrust.price).toBeCloseTo(-0.88 * 0.071 * (1 - 0.3 * 0.2) * sting, 12);
    expect(u).toBeCloseTo(1.974 - 0.2 - 0.3 * sting, 12);
    expect(next.r).toBeCloseTo(1 + 0.03 * 0.2, 12);
    expect(next.pp).toBe(1.2);
    expect(pay).toBe(1.2);
  });

  test('is got used to from the announcement on', () => {
    expect(after({ lever: { Pa: 1.2 } }).next.r).toBeCloseTo(1.006, 12);
  });

  test('waits for the renewal of an annual plan, and so does the letter', () => {
    const lever = { P: 1.2, Pa: 1.2, W: 1 };
    const waiting = after({ who: { ph: 9 }, lever }).next;
    const renewing = after({ who: { ph: 8 }, lever }).next;
    expect([waiting.pp, waiting.r, waiting.att]).toEqual([1, 1, 0.7]);
    expect([renewing.pp, renewing.att]).toEqual([1.2, 1]);
  });

  test('spares the grandfathered, who do not get used to it either', () => {
    const { next } = after({ lever: { P: 1.2, Pa: 1.2, Pold: 1, gf: 0.51 } });
    expect([next.pp, next.r]).toEqual([1, 1]);
    expect(after({ lever: { P: 1.2, Pold: 1, gf: 0.5 } }).next.pp).toBe(1.2);
  });

  test('can be credited', () => {
    const { pay, u } = after({ lever: { credit: 0.25 } });
    expect(pay).toBe(0.75);
    expect(u).toBeCloseTo(1.974 + 0.25, 12);
  });

  test('taken back is news to those who left, unless they never paid more', () => {
    const left = (pp: number) => after({ was: { st: LEFT, pp, att: 0.1 }, lever: { WL: 0.4 } });
    expect(left(1.2).next.att).toBe(0.4);
    expect(left(1.005).next.att).toBeCloseTo(0.1, 12);
  });
});

describe('what is taken away', () => {
  test('feature cuts add up for those they reach, and never beyond everything', () => {
    const cutBreadth = [0.6, 0.4, 0.9, 0.9];
    const part = after({ offers: { cutBreadth }, lever: { q0: 0.3, q1: 0.6, q2: 0.2 } });
    expect(part.toMargin.value).toBeCloseTo(2.4 * (1 - 0.5 * 0.5), 12);
    const whole = after({
      offers: { cutBreadth },
      lever: { q0: 0.8, q2: 0.8, qg0: 0.8, qg2: 0.8 },
    });
    expect(whole.toMargin.value).toBeCloseTo(2.4 * 0.5, 12);
    expect(whole.toTrust.cut).toBeCloseTo(-0.88 * 0.071 * 0.94, 12);
  });

  test('service and ads cost value, and a personal bond suffers twice', () => {
    const { toMargin, toTrust } = after({
      who: { bond: 1 },
      lever: { s: 0.5, ads: 0.4, adg: 0.3 },
    });
    expect(toMargin.value).toBeCloseTo(2.4 * (1 - 0.18 * 0.5 * 2 - 0.2 * 0.4), 12);
    expect(toTrust.bond).toBeCloseTo(-0.88 * 0.028 * 0.5, 12);
    expect(toTrust.ads).toBeCloseTo(-0.88 * 0.071 * 0.94 * 0.25 * 0.3, 12);
  });

  test('a conduct shock is not softened by an explanation, an over-promise is', () => {
    const { toTrust } = after({
      lever: { z: 0.5, og0: 0.5, e: 1 },
      offers: { promiseShare: [0.6] },
    });
    expect(toTrust.conduct).toBeCloseTo(-0.88 * 0.071 * 0.94 * 0.5, 12);
    expect(toTrust.overPromise).toBeCloseTo(toTrust.conduct * (1 - 0.6 * 0.88), 12);
  });
});

describe('the others', () => {
  test('convince by the square of the distrust, up to a cap, and wake', () => {
    const { toTrust, next } = after({ was: { dm: 0.1 }, all: { bc: 0.3 } });
    expect(toTrust.others).toBeCloseTo(-0.88 * 0.4 * 0.94 * 0.12 * 0.12, 12);
    expect(next.att).toBeCloseTo(0.7 + 3 * 0.1 * 0.3, 12);
    expect(next.dm).toBeCloseTo(0.08, 12);
    expect(after({ was: { dm: 9 } }).toTrust.others).toBeCloseTo(-0.88 * 2 * 0.94 * 0.0144, 12);
  });

  test('who are gone take value and fear with them', () => {
    const { toMargin } = after({ was: { nl: 0.5 }, all: { gone: 0.4 } });
    const n = 0.9 * 0.5 + 0.1 * 0.4;
    expect(toMargin.value).toBeCloseTo(2.4 * (1 - 0.1 * n), 12);
    expect(toMargin.switching).toBeCloseTo(0.285 + 0.175 * (1 - n) * (1 - n), 12);
    expect(
      [0, 1].map((fearPow) => after({ was: { nl: 0.5 }, par: { fearPow } }).toMargin.switching),
    ).toEqual([expect.closeTo(0.46, 12), expect.closeTo(0.285 + 0.175 * 0.55, 12)]);
  });

  test('who left lately pull along, a hub by their share', () => {
    const pulled = (id: number, hold = -1) =>
      after({ who: { id }, was: { xl: 2, hold }, par: { h1: 0 } }).next.H / 0.0028;
    expect(pulled(1 / 4)).toBeCloseTo(1 + 1.8 * 2, 12);
    expect(pulled(1 / 80)).toBeCloseTo(1 + 1.8 * 2 * 0.1, 12);
    expect(pulled(1 / 4, 61)).toBe(0);
    expect(pulled(1 / 4, 60)).toBeCloseTo(4.6, 12);
  });
});

describe('being held, and repair', () => {
  test('wear trust, by openness, only while one would be better off elsewhere', () => {
    const { u, toTrust } = after({ who: { v: 0 }, lever: { x: 0.5 } });
    expect(toTrust.held).toBeCloseTo(-0.88 * 0.7 * 0.02 * 0.5 * -u, 12);
    expect(after().toTrust.held).toBeCloseTo(0, 12);
  });

  test('outreach finds those near the breaking point', () => {
    const repaired = (T: number) =>
      after({ was: { T }, lever: { o: 0.5, rep: 0.01 } }).toTrust.repair / (1 - T);
    expect(repaired(0.6)).toBeCloseTo(0.01, 12);
    expect(repaired(0.48)).toBeCloseTo(0.01 + 0.02 * 0.5 * 0.5, 12);
    expect(repaired(0.3)).toBeCloseTo(0.02, 12);
  });

  test('trust keeps within its limits', () => {
    expect(after({ lever: { z: 30 } }).next.T).toBe(0.001);
    expect(after({ who: { d0: 0 }, was: { T: 0.995 }, lever: { rep: 0.9 } }).next.T).toBe(
      0.995,
    );
  });
});

describe('those who are no customers', () => {
  test('forget up to a point, and gather the wish to come back', () => {
    const { next, toTrust, margin } = after({ was: { st: LEFT, T: 0.4, att: 0.1 } });
    expect(toTrust.reservoir).toBeCloseTo(0.06 * 0.2, 12);
    expect(toTrust.wear).toBe(0);
    expect(margin).toBeCloseTo(2.4 - (1 - 0.4 * 0.4) - 1.15 * 0.2 - 0.3 - 0.075, 12);
    expect(next.H).toBeGreaterThan(0);
    expect(next.H).toBeLessThan(0.09 * 0.1);
  });

  test('join by their number left, and by what is said of the base', () => {
    const joining = (ref: number, G: number) =>
      after({ was: { st: PROSPECT }, par: { ref }, all: { gone: 0.25, G } }).next.H;
    expect(joining(0, 0.5)).toBeLessThan(0.018 * 0.75);
    expect(joining(0.4, 0.5) / joining(0, 0.5)).toBeCloseTo(1 - 0.4 + 0.4 * 0.5, 12);
  });

  test('are served at once when they decide, whatever week their plan would renew', () => {
    const { event, pending } = after({ who: { ph: 30 }, was: { st: LEFT, H: 2 } });
    expect([event, pending]).toEqual([true, false]);
  });
});

describe('events', () => {
  test('fall when the hazards reach the resistance; an annual plan keeps them pending', () => {
    expect(after({ was: { H: 1 } })).toMatchObject({ event: true, pending: false });
    expect(after({ who: { ph: 9 }, was: { H: 1 } })).toMatchObject({
      event: false,
      pending: true,
    });
    expect(after({ who: { ph: 8 }, was: { H: 1 } })).toMatchObject({
      event: true,
      pending: false,
    });
  });

  test('those without trust fall silent, those in doubt complain', () => {
    const cries = [0.59, 0.3, 0.001].map((T) => after({ was: { T } }).next.V);
    expect(cries[1]).toBeGreaterThan(10 * (cries[0] ?? NaN));
    expect(cries[2]).toBeLessThan(2 * 0.79 * 0.0012);
    expect(after({ was: { V: 1 } }).complaint).toBe(true);
  });
});

describe('the lite plan', () => {
  const lite: Changes = {
    lever: { lite: 1, PL: 0.5, PLa: 0.5, P: 1, Pa: 1 },
    offers: { liteValue: 0.95 },
  };
  /** ls = 2 (1 - .95)(1 - .5) = .05. */
  const loss = 2.4 * 0.05;

  test('is taken by an attentive customer when it saves more than it costs', () => {
    const { next, toMargin, toTrust, pay } = after(lite);
    expect(next.plan).toBe(1);
    expect(toMargin.value).toBeCloseTo(2.4 - loss, 12);
    expect(toTrust.downgrade).toBeCloseTo(-0.88 * 0.05 * 0.05, 12);
    expect([pay, next.pp]).toEqual([0.5, 0.5]);
    expect(next.r).toBeCloseTo(1 - 0.03 * 0.5, 12);
    const asleep = after({ ...lite, was: { att: 0.3 }, who: { ab: 0.3 } });
    expect(asleep.next.plan).toBe(0);
  });

  test('is left again when it pays, and at once by those who never entered', () => {
    const dear = { ...lite, lever: { ...lite.lever, PL: 0.99, PLa: 0.99 } };
    expect(after({ ...dear, was: { plan: 1 } }).next.plan).toBe(0);
    const stay = after({ ...dear, was: { plan: 1 }, par: { stick: 0.2 } });
    expect(stay.next.plan).toBe(1);
    expect(stay.toTrust.downgrade).toBeCloseTo(0, 12);
    expect(after({ ...lite, was: { st: LEFT } }).next.plan).toBe(1);
    expect(after({ ...dear, was: { st: LEFT, plan: 1 } }).next.plan).toBe(0);
  });

  test('withdrawn, ends at the renewal', () => {
    const gone = { offers: { liteValue: 0.95 }, was: { plan: 1, pp: 0.5 } };
    expect(after({ ...gone, who: { ph: 9 } }).next).toMatchObject({ plan: 1, pp: 0.5 });
    expect(after(gone).next).toMatchObject({ plan: 0, pp: 1 });
  });
});

describe('a pause', () => {
  const offered: Changes = {
    who: { v: 0.6 },
    lever: { pzW: 3, pzP: 0.1 },
    offers: { pauseOffered: true },
  };

  test('is taken when using is worth less than pausing, and freezes the hazards', () => {
    const { next, pay } = after(offered);
    expect(next).toMatchObject({ pz: 3, H: 0, Hd: 0, V: 0 });
    expect(pay).toBeCloseTo(0.1, 12);
    expect(after({ ...offered, who: { v: 1 } }).next.pz).toBe(0);
  });

  test('takes the sting out of a rise, not the getting used to it', () => {
    const risen = { ...offered, lever: { ...offered.lever, P: 1.2, Pa: 1.2 } };
    const { toTrust, next } = after(risen);
    expect(toTrust.price).toBeCloseTo(0, 12);
    expect(next.r).toBeCloseTo(1.006, 12);
  });

  test('keeps those who would leave until its end, then lets them go whatever the week', () => {
    const inIt = { ...offered, who: { v: -3, ph: 9 }, was: { pz: 2 } };
    expect(after({ ...inIt, was: { pz: 2, H: 2 } })).toMatchObject({
      ...{ event: false, pending: false, next: { pz: 1, H: 2 } },
    });
    expect(after({ ...inIt, was: { pz: 1 } })).toMatchObject({
      ...{ event: true, next: { pz: -26, H: 1 } },
    });
    expect(after({ ...inIt, was: { pz: -26 } })).toMatchObject({
      ...{ event: false, next: { pz: -25 } },
    });
  });
});

test('the terms explain the whole change of trust and the whole margin, for everybody', () => {
  for (const { customers, blocks, parameters, offers, t } of fc.sample(settings, {
    ...{ seed: 3, numRuns: 20 },
  }))
    for (const customer of customers) {
      const lever = blocks[0] ?? levers();
      const given = {
        who: customer,
        was: customer,
        lever,
        par: parameters,
        all: { ...all, t },
      };
      const { next, toTrust, toMargin, margin } = week({ ...given, offers });
      const change = Object.values(toTrust).reduce((a, b) => a + b);
      const trust = Math.min(0.995, Math.max(0.001, customer.T + change));
      expect(next.T).toBeCloseTo(trust, 12);
      expect(margin).toBeCloseTo(
        Object.values(toMargin).reduce((a, b) => a + b),
        12,
      );
    }
});
