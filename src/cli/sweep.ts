/** `thermocline sweep <scenario.json> --vary <path>=<from>..<to>:<step> --csv`: one or two inputs, varied. */
import { sweepCell, sweptScenarios } from '../assess/sweep.ts';
import type { SweepAxis } from '../assess/sweep.ts';
import { csvLine } from '../data/csv-out.ts';
import type { Scenario } from '../model/scenario.ts';
import { BadInput } from './badInput.ts';
import { showProgress, withPool } from './crew.ts';
import { readScenario } from './files.ts';
import { optionsOf } from './options.ts';
import { print } from './print.ts';

const CELLS_AT_MOST = 10_000;
const AXES_AT_MOST = 2;
/** Cells whose runs wait for a worker at the same time. */
const CELLS_AT_ONCE = 8;

const HEADER = [
  ...['runs', 'mass_exits', 'chance', 'chance_low', 'chance_high'],
  ...['loss', 'loss_low', 'loss_high'],
];

export async function sweepCommand(args: readonly string[]): Promise<void> {
  const options = optionsOf(args, ['vary', 'csv', 'runs', 'seed', 'threshold', 'workers']);
  if (!options.csv) throw new BadInput(['sweep: expected --csv, the one form of its output']);
  const file = await readScenario(options.file);
  const scenario: Scenario = {
    ...file,
    ...(options.runs !== undefined && { runs: options.runs }),
    ...(options.seed !== undefined && { seed: options.seed }),
    ...(options.threshold !== undefined && { threshold: options.threshold }),
  };
  const axes = axesOf(options.vary);
  const cells = cellsOf(scenario, axes);
  await withPool(options.workers, async (pool) => {
    await print(`${csvLine([...axes.map(({ path }) => path), ...HEADER])}\n`);
    for (let first = 0; first < cells.length; first += CELLS_AT_ONCE) {
      const batch = cells
        .slice(first, first + CELLS_AT_ONCE)
        .map(([values, varied]) => sweepCell(values, varied, pool));
      for (const { values, massExit, loss } of await Promise.all(batch)) {
        const { runs, exits, chance, low, high } = massExit;
        const row = [
          ...values,
          runs,
          exits,
          chance,
          low,
          high,
          loss.value,
          loss.low,
          loss.high,
        ];
        await print(`${csvLine(row)}\n`);
      }
      showProgress(Math.min(cells.length, first + CELLS_AT_ONCE), cells.length, 'cells');
    }
  });
}

/** @throws BadInput with every sentence that says why some of them are no scenarios */
function cellsOf(scenario: Scenario, axes: readonly SweepAxis[]) {
  try {
    const swept = sweptScenarios(scenario, axes);
    if (!swept.ok) throw new BadInput(swept.problems);
    return swept.cells;
  } catch (error) {
    if (error instanceof RangeError) throw new BadInput([`--vary: ${error.message}`]);
    throw error;
  }
}

/** @throws BadInput naming everything that is wrong */
function axesOf(given: readonly string[]): SweepAxis[] {
  const problems: string[] = [];
  if (given.length === 0 || given.length > AXES_AT_MOST)
    problems.push(`--vary: received ${given.length} of them, expected one or two`);
  const axes = given.flatMap((text) => axisOf(text) ?? (problems.push(complaint(text)), []));
  const cells = axes.reduce((product, { values }) => product * values.length, 1);
  if (cells > CELLS_AT_MOST)
    problems.push(
      `--vary: received ${cells} combinations, expected at most ${CELLS_AT_MOST} of them`,
    );
  if (problems.length > 0) throw new BadInput(problems);
  return axes;
}

const complaint = (text: string): string =>
  `--vary: received "${text}", expected <path>=<from>..<to>:<step> with a step above 0 that leads from one to the other, such as decisions[0].change=0..0.3:0.05`;

const NUMBER = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
const AXIS = new RegExp(`^([^=]+)=(${NUMBER})\\.\\.(${NUMBER}):(${NUMBER})$`, 'i');

function axisOf(text: string): SweepAxis | undefined {
  const [, path = '', ...numbers] = AXIS.exec(text) ?? [];
  const [from = NaN, to = NaN, step = NaN] = numbers.map(Number);
  const count = Math.floor((to - from) / step + 1e-9) + 1;
  if (!(step > 0 && count >= 1 && count <= CELLS_AT_MOST)) return undefined;
  const values = Array.from({ length: count }, (_, i) => tidy(from + i * step));
  return { path, values };
}

/** Without the dust of adding up steps: 0.30000000000000004 is 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(12));
