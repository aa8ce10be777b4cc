/** `thermocline facts`: every stylised fact with its target, what is measured, and whether it is met. */
import { parseArgs } from 'node:util';
import { factJob } from '../assess/fact.ts';
import { factSeeds } from '../assess/facts/fact.ts';
import type { AnyFact } from '../assess/facts/fact.ts';
import { FACTS } from '../assess/facts/index.ts';
import type { Runner } from '../assess/job.ts';
import { BadInput } from './badInput.ts';
import { showProgress, withPool } from './crew.ts';
import { markdown, plain, text } from './factTables.ts';
import type { FactRow, FactTable } from './factTables.ts';
import { print } from './print.ts';

const OPTIONS = {
  all: { type: 'boolean' },
  only: { type: 'string' },
  seeds: { type: 'string' },
  json: { type: 'boolean' },
  markdown: { type: 'boolean' },
  workers: { type: 'string' },
} as const;

const SEEDS = 20;
const SEEDS_AT_MOST = 1000;
const WORKERS_AT_MOST = 64;

interface Options {
  readonly facts: readonly AnyFact[];
  readonly seeds: number;
  readonly workers: number | undefined;
  readonly table: FactTable;
}

export async function factsCommand(args: readonly string[]): Promise<void> {
  const { facts, seeds, workers, table } = optionsOf(args);
  await withPool(workers, async (pool) => {
    const rows = measured(pool, facts, factSeeds(seeds));
    await print(table.head(seeds));
    for (const [i, row] of rows.entries()) await print(table.row(await row, i));
    await print(table.foot);
  });
}

/** All rows, under way at once; each is ready when its own seeds are done. */
function measured(
  runner: Runner,
  facts: readonly AnyFact[],
  seeds: readonly string[],
): Promise<FactRow>[] {
  let done = 0;
  const measure = async (fact: AnyFact, seed: string) => {
    const value = await runner.perform(factJob, [fact.id, seed]);
    showProgress(++done, facts.length * seeds.length);
    return value;
  };
  const rows = facts.map(async (fact) => {
    const measures = await Promise.all(seeds.map((seed) => measure(fact, seed)));
    return { fact, finding: fact.conclude(measures) };
  });
  // A row that fails is heard when it is its turn.
  Promise.all(rows).catch(() => undefined);
  return rows;
}

/** @throws BadInput naming everything that is wrong */
function optionsOf(args: readonly string[]): Options {
  const given = parsed(args);
  const problems: string[] = [];
  const whole = (name: 'seeds' | 'workers', most: number) => {
    const received = given[name];
    if (received === undefined) return undefined;
    const value = Number(received);
    if (/^\d+$/.test(received) && value >= 1 && value <= most) return value;
    problems.push(
      `--${name}: received "${received}", expected a whole number from 1 to ${most}`,
    );
    return undefined;
  };
  const seeds = whole('seeds', SEEDS_AT_MOST) ?? SEEDS;
  const workers = whole('workers', WORKERS_AT_MOST);
  const facts = chosen(given.only, given.all ?? false, problems);
  if (problems.length > 0) throw new BadInput(problems);
  return {
    facts,
    seeds,
    workers,
    table: given.json ? plain : given.markdown ? markdown : text,
  };
}

function chosen(
  only: string | undefined,
  all: boolean,
  problems: string[],
): readonly AnyFact[] {
  if (only === undefined) return FACTS.filter(({ always }) => always || all);
  const ids = only.split(',').map((id) => id.trim());
  const unknown = ids.filter((id) => !FACTS.some((fact) => fact.id === id));
  if (unknown.length > 0)
    problems.push(
      `--only: received "${unknown.join(', ')}", expected some of ${FACTS.map(({ id }) => id).join(', ')}`,
    );
  return FACTS.filter(({ id }) => ids.includes(id));
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    const known = Object.keys(OPTIONS).map((name) => `--${name}`);
    throw new BadInput([`${(error as Error).message} (known here: ${known.join(', ')})`]);
  }
}
