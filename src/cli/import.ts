/** `thermocline import <customers.csv>`: segments out of a customer file, as a scenario fragment. */
import { survivalJob } from '../assess/survival.ts';
import { withHazards } from '../data/solved.ts';
import { CUSTOMER_OPTIONS, firstDecision, importedFrom, withCustomers } from './customers.ts';
import { customersText } from './customersText.ts';
import { withPool } from './crew.ts';
import { optionsOf } from './options.ts';
import { print } from './print.ts';
import { COMPARED, survivalText } from './survivalText.ts';

export async function importCommand(args: readonly string[]): Promise<void> {
  const options = optionsOf(args, [...CUSTOMER_OPTIONS, 'json', 'workers']);
  const { fragment, report, fit, survival } = await withPool(options.workers, async (pool) => {
    const imported = await importedFrom(options.file, options, pool);
    const scenario = withCustomers(firstDecision(), imported);
    const tells = imported.report.segments.some(({ lifetimes }) => lifetimes !== null);
    const months = Math.max(...COMPARED);
    const survival = tells ? await pool.perform(survivalJob, [scenario, months]) : [];
    return { ...imported, survival };
  });
  const solved = withHazards(fragment, fit.multipliers);
  if (!options.json)
    process.stderr.write(customersText(report, fit) + survivalText(report, survival));
  const found = options.json ? { fragment: solved, report, fit, survival } : solved;
  await print(`${JSON.stringify(found, null, 2)}\n`);
}
