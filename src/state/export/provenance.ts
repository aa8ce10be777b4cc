/** What it takes to get the same numbers again; every exported file says it. */
import { inputDigest } from '../../assess/digest.ts';
import type { Scenario } from '../../model/scenario.ts';
import { MODEL_VERSION } from '../../model/version.ts';

export interface Provenance {
  readonly program: 'Trust Thermocline';
  /** Name of the scenario. */
  readonly scenario: string;
  readonly seed: string;
  readonly runs: number;
  readonly customers: number;
  /** Version of the model. */
  readonly model: string;
  /** SHA-256 of all that is computed with. */
  readonly digest: string;
}

export const provenanceOf = (scenario: Scenario): Provenance => ({
  program: 'Trust Thermocline',
  scenario: scenario.name,
  seed: scenario.seed,
  runs: scenario.runs,
  customers: scenario.customers,
  model: MODEL_VERSION,
  digest: inputDigest(scenario),
});

export const provenanceText = (provenance: Provenance): string =>
  `${JSON.stringify(provenance, null, 2)}\n`;
