/** Weeks in a row. */
import * as at from './layout';
import { attach, globalLevers, globalOf, parameter, setGlobal } from './memory';
import { happen } from './events';
import { clear, leaveUnobserved, observe } from './observe';
import { CH_NOISE, normal } from './random';
import * as use from './scalars';
import { pass } from './week';

/** Simulates the weeks from `first` to before `end`, counted from the first simulated one. */
export function run(first: i32, end: i32): void {
  attach();
  use.spreadParameters();
  for (let t = first; t < end; t++) {
    open(t);
    leaveUnobserved(t);
    clear();
    pass(t, t == end - 1);
    observe(t);
    happen(t);
  }
}

/** The first half of a week by itself: every customer moved on, events listed but not carried out. */
export function passOnly(t: i32): void {
  attach();
  use.spreadParameters();
  open(t);
  pass(t, true);
}

/** The second half by itself, on whatever lists and state it finds. */
export function eventsOnly(t: i32): void {
  attach();
  leaveUnobserved(t);
  happen(t);
}

/** What holds for everybody this week. */
function open(t: i32): void {
  const levers = globalLevers(t);
  const shock = load<f64>(levers, at.W_z << 3);
  const calm = load<f64>(levers, at.W_calm << 3);
  const gone = Math.max(0, 1 - globalOf(at.B_active) / Math.max(1, globalOf(at.B_active0)));
  setGlobal(at.B_B, globalOf(at.B_B) + parameter(at.P_mediaZ) * shock);
  const noise = normal(t, 0, CH_NOISE);
  const referral = parameter(at.P_ref);
  const joining =
    parameter(at.P_ha) * (1 - gone) * (1 - referral + referral * globalOf(at.B_G));
  v128.store(at.WEEK_VECTORS + (use.V_t << 4), i32x4.splat(t));
  use.setWeekly(use.V_week52, <f32>(t % 52));
  use.setWeekly(use.V_wear, <f32>(parameter(at.P_noise) * Math.max(0, noise)));
  use.setWeekly(use.V_complaining, <f32>Math.max(0, 1 + parameter(at.P_noiseC) * noise));
  use.setWeekly(use.V_gone, <f32>(parameter(at.P_mu) * gone));
  use.setWeekly(use.V_broadcast, <f32>(globalOf(at.B_B) * parameter(at.P_bcast) * calm));
  use.setWeekly(use.V_joining, <f32>joining);
  use.setWeekly(use.V_joiningQuarter, <f32>0.25 * <f32>joining);
}
