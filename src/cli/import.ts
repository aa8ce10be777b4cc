/** `thermocline import <customers.csv>`: segments out of a customer file, as a scenario fragment. */
import { withHazards } from '../data/solved.ts';
import { CUSTOMER_OPTIONS, importedFrom } from './customers.ts';
import { customersText } from './customersText.ts';
import { withPool } from './crew.ts';
import { optionsOf } from './options.ts';
import { print } from './print.ts';

export async function importCommand(args: readonly string[]): Promise<void> {
  const options = optionsOf(args, [...CUSTOMER_OPTIONS, 'json', 'workers']);
  const { fragment, report, fit } = await withPool(options.workers, (pool) =>
    importedFrom(options.file, options, pool),
  );
  const solved = withHazards(fragment, fit.multipliers);
  if (!options.json) process.stderr.write(customersText(report, fit));
  const found = options.json ? { fragment: solved, report, fit } : solved;
  await print(`${JSON.stringify(found, null, 2)}\n`);
}
