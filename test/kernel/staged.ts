/** Random settings staged in the kernel. */
import type { Kernel } from '../../src/engine/kernel.ts';
import type { Market } from '../../src/engine/market.ts';
import { seriesOf } from '../../src/engine/series.ts';
import type { LeverTable } from '../../src/model/levers.ts';
import { globalLevers, leverTable, levers, setGlobals } from '../support/kernel.ts';
import type { Staged } from './agreement.ts';
import { STATES, TRAITS, passCases } from './cases.ts';
import { CUSTOMERS, SEGMENT_SIZES } from './settings.ts';
import type { Setting } from './settings.ts';

const marketOf = ({ parameters: values }: Setting): Market => ({
  customers: CUSTOMERS,
  parameters: values,
  segments: SEGMENT_SIZES.map((share, g) => ({ name: `segment ${g}`, share })),
});

function tableOf({ t, blocks, pilotShare, offers, everybody }: Setting): LeverTable {
  return leverTable(t + 1, SEGMENT_SIZES.length, {
    ...offers,
    pilotShare: Float64Array.from(pilotShare),
    levers: (_, g, set) => blocks[g * 2 + set] ?? levers(),
    globals: () => globalLevers({ z: everybody.z, calm: everybody.calm }),
  });
}

/** What the kernel makes of a setting. */
export function staged(kernel: Kernel, setting: Setting): Staged {
  const { t } = setting;
  const table = tableOf(setting);
  stage(kernel, setting, table);
  kernel.run(t, t + 1, 'all');
  const share = seriesOf(kernel.series(), 'pending')[t] ?? NaN;
  stage(kernel, setting, table);
  const cases = passCases(kernel, marketOf(setting), table, t);
  const heads = cases.filter(({ given }) => given.was.st === 0).length;
  return { cases, pending: Math.round(share * heads) };
}

/** Brings the kernel into the setting, at the start of week t. */
function stage(kernel: Kernel, setting: Setting, table: LeverTable): void {
  const { customers, everybody, offers, parameters } = setting;
  kernel.begin(marketOf(setting), [1, 2], table);
  for (const name of [...TRAITS, 'uP'] as const)
    kernel.setTraits(
      name,
      customers.map((one) => one[name]),
    );
  for (const name of STATES)
    kernel.setStates(
      name,
      customers.map((one) => one[name]),
    );
  // Nobody can be on a plan or in a pause that the run does not know, or wait longer than it asks for.
  if (offers.liteValue === undefined) kernel.setStates('plan', new Float64Array(CUSTOMERS));
  const wait = offers.pauseOffered ? -parameters.pauseCool : 0;
  const longest = offers.pauseOffered ? Infinity : 0;
  kernel.setStates(
    'pz',
    customers.map(({ pz }) => Math.min(longest, Math.max(wait, pz))),
  );
  const { active, B, G } = everybody;
  setGlobals(kernel, { active, active0: 30, B, G });
}
