/** Lite plan and pause: who compares, what is weighed, and ties. */
import { describe, expect, test } from 'vitest';
import { LEFT, PROSPECT } from '../../src/model/customer.ts';
import { after } from './one-customer.ts';
import type { Changes } from './one-customer.ts';

const NOT_RENEWING = 9;

describe('the lite plan', () => {
  /** Keeps all the value, so that only prices are compared; no loss aversion. */
  const prices = (PL: number, more: Changes = {}): Changes => ({
    offers: { liteValue: 1 },
    ...more,
    lever: { lite: 1, PL, PLa: PL, ...more.lever },
    par: { psi: 0, stick: 0.25, ...more.par },
  });
  const planAfter = (changes: Changes) => after(changes).next.plan;

  test('needs an advantage larger than what habit asks for', () => {
    expect(planAfter(prices(0.75))).toBe(0);
    expect(planAfter(prices(0.74))).toBe(1);
    expect(planAfter(prices(1.25, { was: { plan: 1 } }))).toBe(1);
    expect(planAfter(prices(1.26, { was: { plan: 1 } }))).toBe(0);
  });

  test('weighs the loss of features like one of money', () => {
    // ls = .05, so features worth .12 are lost: df = .12 - .23, and psi times .12 comes on top.
    const offer = (psi: number): Changes => ({
      lever: { lite: 1, PL: 0.77, PLa: 0.77 },
      offers: { liteValue: 0.95 },
      par: { psi, stick: 0.1 },
    });
    expect(planAfter(offer(0.3))).toBe(0);
    expect(planAfter(offer(0))).toBe(1);
  });

  test('spares or brings the sting of a rise', () => {
    // Full: .4 above the reference. Lite: at it. The sting counts psi times on top of the price.
    const risen = (psi: number) =>
      planAfter(prices(1, { lever: { P: 1.4, Pa: 1.4 }, par: { psi, stick: 0.6 } }));
    expect([risen(0.4), risen(0.6)]).toEqual([0, 1]);
    // Lite is dearer than what one is used to, and stings by the sensitivity to prices.
    const dear = (a: number) =>
      planAfter({
        ...prices(1.2, { par: { psi: 1, stick: 0.5 }, was: { plan: 1 } }),
        who: { a },
      });
    expect([dear(1), dear(2)]).toEqual([1, 0]);
  });

  test('stings more without notice, and less if it is explained', () => {
    const dear = (lam: number, e: number) =>
      planAfter(
        prices(1.2, { lever: { lam, e }, par: { psi: 1, stick: 0.5 }, was: { plan: 1 } }),
      );
    expect([dear(1, 0), dear(2, 0), dear(2, 1)]).toEqual([1, 0, 1]);
  });

  test('saves no more than is billed', () => {
    const saving = (credit: number) => planAfter(prices(0.6, { lever: { credit } }));
    expect([saving(0), saving(0.5)]).toEqual([1, 0]);
  });

  test('is compared at a renewal, and by the attentive only', () => {
    expect(planAfter(prices(0.5, { who: { ph: NOT_RENEWING } }))).toBe(0);
    expect(planAfter(prices(1.9, { who: { ph: NOT_RENEWING }, was: { plan: 1 } }))).toBe(1);
    expect(planAfter(prices(0.5, { par: { planAt: 0.7 } }))).toBe(0);
    expect(planAfter(prices(1.9, { par: { planAt: 0.7 }, was: { plan: 1 } }))).toBe(1);
    expect(planAfter(prices(0.5, { par: { planAt: 0.69 } }))).toBe(1);
  });

  test.each([LEFT, PROSPECT])(
    'people of status %d look at it whenever, and need no advantage',
    (st) => {
      const others = { st, att: 0.1 };
      expect(planAfter(prices(0.99, { was: others, par: { promo: 0 } }))).toBe(1);
      expect(planAfter(prices(1, { was: others, par: { promo: 0 } }))).toBe(0);
      expect(planAfter(prices(1, { was: { ...others, plan: 1 }, par: { promo: 0 } }))).toBe(0);
    },
  );

  test('its price is billed when it is due', () => {
    const onLite = { was: { plan: 1, pp: 0.6 }, par: { planAt: 0.9 } };
    expect(after(prices(0.5, onLite)).next.pp).toBe(0.5);
    expect(after(prices(0.5, { ...onLite, who: { ph: NOT_RENEWING } })).next.pp).toBe(0.6);
    const others = after(prices(0.5, { was: { st: LEFT }, par: { promo: 0 } }));
    expect(others.toMargin.bill).toBe(-0.5);
  });

  test('what it lacks is at most everything', () => {
    const { toMargin } = after({
      ...{ who: { uF: 0.1 }, was: { plan: 1 }, lever: { lite: 1, PL: 0.1, PLa: 0.1 } },
      ...{ offers: { liteValue: 0.2 }, par: { planAt: 0.9 } },
    });
    expect(toMargin.value).toBe(0);
  });

  test('while it is not offered nobody takes it, and those on it keep it to their renewal', () => {
    const none = (was: Changes['was'], ph = 8) =>
      planAfter({
        ...{ offers: { liteValue: 0.95 }, lever: { PL: 0, PLa: 0 }, who: { ph } },
        was: was ?? {},
      });
    expect(none({ plan: 0 })).toBe(0);
    expect(none({ plan: 0 }, NOT_RENEWING)).toBe(0);
    expect(none({ plan: 1 }, NOT_RENEWING)).toBe(1);
    expect(none({ plan: 1 })).toBe(0);
    expect(none({ st: LEFT, plan: 0 })).toBe(0);
    expect(none({ st: LEFT, plan: 1 }, NOT_RENEWING)).toBe(0);
  });
});

describe('the reference price', () => {
  test('follows the announcement for whoever is not promised the old price', () => {
    const target = (gf: number) =>
      (after({ lever: { gf, Pa: 1.2, Pold: 1 } }).next.r - 1) / 0.03;
    expect(target(0.5)).toBeCloseTo(0.2, 12);
    expect(target(0.51)).toBeCloseTo(0, 12);
  });

  test('follows the bill where that is above the announcement', () => {
    const cut = after({ lever: { P: 1.3, Pa: 0.9 }, was: { r: 1.3, pp: 1.3 } });
    expect(cut.next.r).toBeCloseTo(1.3, 12);
  });
});

describe('a pause', () => {
  const offered = (more: Changes = {}): Changes => ({
    offers: { pauseOffered: true },
    ...more,
    who: { v: 0.49, ...more.who },
    lever: { pzW: 3, pzP: 0.25, ...more.lever },
    par: { stick: 0.25, ...more.par },
  });
  const weeksOf = (changes: Changes) => after(changes).next.pz;

  test('needs an advantage larger than what habit asks for', () => {
    expect(weeksOf(offered())).toBe(3);
    expect(weeksOf(offered({ who: { v: 0.5 } }))).toBe(0);
  });

  test('spares the sting of a rise', () => {
    const risen = (psi: number) =>
      weeksOf(
        offered({ who: { v: 0.8 }, lever: { P: 1.2, Pa: 1.2 }, par: { psi, stick: 0.1 } }),
      );
    expect([risen(0.2), risen(1)]).toEqual([3, 3]);
    const worth = (psi: number) =>
      weeksOf(offered({ who: { v: 1 }, lever: { P: 1.2, Pa: 1.2 }, par: { psi, stick: 0.1 } }));
    expect([worth(0.2), worth(1.1)]).toEqual([0, 3]);
  });

  test('counts what the own plan keeps of the value, at its price', () => {
    // On lite: .95 of the value, at .5. Pausing saves .75 of that.
    const onLite = (v: number) =>
      weeksOf(
        offered({
          ...{ who: { v }, was: { plan: 1 }, offers: { pauseOffered: true, liteValue: 0.95 } },
          ...{ lever: { lite: 1, PL: 0.5, PLa: 0.5 }, par: { stick: 0.1 } },
        }),
      );
    expect([onLite(0.28), onLite(0.3)]).toEqual([3, 0]);
  });

  test('is begun at a renewal, by the attentive, and only where it is offered', () => {
    expect(weeksOf(offered({ who: { ph: NOT_RENEWING } }))).toBe(0);
    expect(weeksOf(offered({ par: { planAt: 0.7 } }))).toBe(0);
    expect(weeksOf(offered({ par: { planAt: 0.69 } }))).toBe(3);
    expect(weeksOf({ ...offered(), offers: { pauseOffered: false } })).toBe(0);
    expect(weeksOf(offered({ was: { st: LEFT, pz: 5 } }))).toBe(0);
    expect(weeksOf(offered({ lever: { pzW: 0 } }))).toBe(0);
  });

  test('counts down, ends once, and rests before the next', () => {
    const next = (pz: number) => weeksOf(offered({ was: { pz } }));
    expect([3, 2, 1].map(next)).toEqual([2, 1, -26]);
    expect([-26, -2, -1].map(next)).toEqual([-25, -1, 0]);
  });

  test('while it lasts nothing is gathered, and half a price is paid', () => {
    const { next, pay } = after(
      offered({
        was: { pz: 2, H: 0.4, Hd: 0.3, V: 0.2 },
        lever: { P: 1.2, Pa: 1.2, pzP: 0.5 },
      }),
    );
    expect(next).toMatchObject({ H: 0.4, Hd: 0.3, V: 0.2 });
    expect(pay).toBeCloseTo(0.6, 12);
  });

  test('a complaint that was due is made all the same', () => {
    expect(after(offered({ was: { pz: 2, V: 1, Vt: 1 } })).complaint).toBe(true);
    expect(after(offered({ was: { pz: 2, V: 0.9, Vt: 1 } })).complaint).toBe(false);
  });

  test('its end lets go those who would rather not stay, and nobody else', () => {
    const end = (v: number) => after(offered({ who: { v, ph: NOT_RENEWING }, was: { pz: 1 } }));
    expect(end(-3)).toMatchObject({ event: true, next: { H: 1 } });
    const stays = end(2.4);
    expect(stays.event).toBe(false);
    expect(stays.next.H).toBeLessThan(0.01);
    // Worth nothing, a bill of 1 and a lock of 1: exactly torn, which is not below.
    const torn = after(
      offered({
        ...{ who: { v: 0, Sd: 0, Sf: 0, Sc: 0, ph: NOT_RENEWING }, was: { pz: 1, T: 0.5 } },
        ...{ lever: { lock: 1 }, par: { Uout: 0 } },
      }),
    );
    expect(torn.margin).toBe(0);
    expect(torn.event).toBe(false);
  });

  test('one that is offered and not taken changes no date', () => {
    const waiting = after(offered({ who: { v: 2.4, ph: NOT_RENEWING }, was: { H: 2 } }));
    expect(waiting).toMatchObject({ event: false, pending: true });
  });

  test('the wear of being held stands still meanwhile', () => {
    const held = (pz: number) => after(offered({ who: { v: -1 }, was: { pz } })).toTrust.held;
    expect(held(2)).toBeCloseTo(0, 12);
    expect(held(-5)).toBeLessThan(-0.001);
  });
});
