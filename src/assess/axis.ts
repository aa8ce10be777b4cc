/** Which sizes to look at, before anything is known of them. */
import type { Scenario } from '../model/scenario.ts';
import { cliffJob } from './asked.ts';
import type { DoseAxis } from './assessment.ts';
import { doseAxis } from './cliff.ts';
import type { Runner } from './job.ts';

/**
 * The sizes that the cliff is drawn at. One run is scouted for its tip first, so that the axis reaches it.
 */
export async function planAxis(
  scenario: Scenario,
  runner: Runner,
  signal?: AbortSignal,
): Promise<DoseAxis> {
  const { doses } = doseAxis(scenario);
  const scout = await runner.perform(cliffJob, [scenario, 0, doses, 'search'], signal);
  return doseAxis(scenario, scout.tip);
}
