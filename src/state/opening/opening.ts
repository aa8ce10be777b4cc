/** From the address of the page to the scenario it opens with. */
import type { Scenario } from '../../model/scenario.ts';
import { MODEL_VERSION } from '../../model/version.ts';
import type { Address } from './address.ts';
import type { Notice } from '../notice.ts';

export interface Opening {
  /** The scenario of the link; null if there is none that can be used. */
  readonly scenario: Scenario | null;
  /** What has to be said about the address; null if nothing. */
  readonly notice: Notice | null;
}

/**
 * Never throws for what stands in an address.
 *
 * @throws Error (rejects) if the page's own code for links cannot be loaded
 */
export async function openingOf({
  link,
  ignored,
}: Pick<Address, 'link' | 'ignored'>): Promise<Opening> {
  const notice: Notice | null =
    ignored.length > 0 ? { kind: 'ignoredParameters', parameters: ignored } : null;
  if (link === null) return { scenario: null, notice };
  const { readLink } = await import('../../data/link.ts');
  const read = readLink(link);
  if (!read.ok)
    return { scenario: null, notice: { kind: 'refusedLink', problem: read.problem } };
  const { scenario, model } = read;
  if (notice || model === MODEL_VERSION) return { scenario, notice };
  return { scenario, notice: { kind: 'otherModel', made: model, here: MODEL_VERSION } };
}
