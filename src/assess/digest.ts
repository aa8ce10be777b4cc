/** A fingerprint of what an assessment was made from. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../model/canonical.ts';
import type { Scenario } from '../model/scenario.ts';

/**
 * SHA-256 of the scenario as 64 hexadecimal digits: of all that is computed with, so the name, the file that
 * customers came from, the churn of the past, what came after a launch and the order of keys do not count, the order of decisions and
 * buffers does.
 */
export function inputDigest(scenario: Scenario): string {
  const {
    name: _name,
    $schema: _schema,
    origin: _origin,
    past: _past,
    launch: _launch,
    ...computed
  } = scenario;
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(computed))));
}
