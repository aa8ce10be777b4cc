/** Runs the digested scenarios in the page, and shows what came out as JSON. */
import { DIGESTED, seriesDigest, seriesOfDigested } from '../../support/digest.ts';
import type { Digested } from '../../support/digest.ts';

/** What stands in the page at the end. */
export type Shown = Record<Digested, string>;

const names = Object.keys(DIGESTED) as Digested[];
const digests = await Promise.all(
  names.map(async (name) => [name, await seriesDigest(await seriesOfDigested(name))]),
);
const output = document.querySelector('output');
if (output) output.textContent = JSON.stringify(Object.fromEntries(digests));
