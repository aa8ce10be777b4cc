/** Names of the files that the page hands out. */
import { inputDigest } from '../assess/digest.ts';
import type { Scenario } from '../model/scenario.ts';
import { MODEL_VERSION } from '../model/version.ts';

/** Digits of the digest; enough to tell two scenarios apart, and as many as the brief prints. */
export const DIGEST_SHOWN = 12;
const LONGEST = 60;

/**
 * Name without an ending: what the scenario is called, the version of the model, and the digest of all that is
 * computed with. Letters of any alphabet stay; what a file system may refuse becomes a hyphen.
 */
export function fileNameOf(scenario: Scenario): string {
  const name = scenario.name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  const digest = inputDigest(scenario).slice(0, DIGEST_SHOWN);
  return `${name || 'scenario'}-model-${MODEL_VERSION}-${digest}`;
}
