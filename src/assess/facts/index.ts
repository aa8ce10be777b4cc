/** All stylised facts, in the order in which they are printed. */
import type { AnyFact } from './fact.ts';
import { fatigue, fatigueTail } from './levers/fatigue.ts';
import { healing, history } from './levers/history.ts';
import { leverRanges } from './levers/leverRanges.ts';
import { leverSigns } from './levers/leverSigns.ts';
import { leversOff } from './levers/leversOff.ts';
import { litePlan } from './levers/litePlan.ts';
import { message } from './levers/message.ts';
import { oneSegment, spillOver } from './levers/oneSegment.ts';
import { overPromise } from './levers/overPromise.ts';
import { pause } from './levers/pause.ts';
import { largePilots, pilots } from './levers/pilots.ts';
import { referral } from './levers/referral.ts';
import { baseRates } from './market/baseRates.ts';
import { calmThenCollapse } from './market/calmThenCollapse.ts';
import { cliffWidth } from './market/cliffWidth.ts';
import { commodity } from './market/commodity.ts';
import { complaints } from './market/complaints.ts';
import { earlyWarning } from './market/earlyWarning.ts';
import { explainedRise } from './market/explainedRise.ts';
import { horizon } from './market/horizon.ts';
import { lag } from './market/lag.ts';
import { monotone } from './market/monotone.ts';
import { neighbours } from './market/neighbours.ts';
import { netflix, netflixSplit } from './market/netflix.ts';
import { network } from './market/network.ts';
import { noticeMail } from './market/noticeMail.ts';
import { openness } from './market/openness.ts';
import { reversal } from './market/reversal.ts';
import { saveDesk } from './market/saveDesk.ts';
import { sensitivity } from './market/sensitivity.ts';
import { silentVips } from './market/silentVips.ts';
import { steps } from './market/steps.ts';
import { supportCapacity } from './market/supportCapacity.ts';
import { yearlyRises } from './market/yearlyRises.ts';

export const FACTS: readonly AnyFact[] = [
  calmThenCollapse,
  cliffWidth,
  explainedRise,
  reversal,
  yearlyRises,
  neighbours,
  saveDesk,
  openness,
  supportCapacity,
  silentVips,
  earlyWarning,
  baseRates,
  commodity,
  steps,
  noticeMail,
  lag,
  monotone,
  horizon,
  complaints,
  netflix,
  network,
  leverSigns,
  sensitivity,
  leversOff,
  litePlan,
  pause,
  netflixSplit,
  fatigue,
  fatigueTail,
  overPromise,
  message,
  referral,
  oneSegment,
  pilots,
  history,
  largePilots,
  leverRanges,
  spillOver,
  healing,
];

/** @throws Error naming the facts there are */
export function factOf(id: string): AnyFact {
  const fact = FACTS.find((one) => one.id === id);
  if (fact) return fact;
  const known = FACTS.map((one) => one.id).join(', ');
  throw new Error(`fact: received "${id}", expected one of ${known}`);
}
