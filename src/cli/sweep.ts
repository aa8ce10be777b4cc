/** `thermocline sweep <scenario.json> --vary <path>=<from>..<to>:<step> --csv`: one or two inputs, varied. */
import { sweepCell, sweptScenarios } from '../assess/sweep.ts';
import type { SweepAxis } from '../assess/sweep.ts';
import { csvLine } from '../data/csv-out.ts';
import { selectedDecision } from '../model/dose.ts';
import { sentenceOf } from '../model/parse.ts';
import { isSamePath } from '../model/path.ts';
import type { Scenario } from '../model/scenario.ts';
import { unitAt } from '../model/units.ts';
import { BadInput } from './badInput.ts';
import { showProgress, withPool } from './crew.ts';
import { readScenario } from './files.ts';
import { optionsOf } from './options.ts';
import { print } from './print.ts';

const CELLS_AT_MOST = 10_000;
const AXES_AT_MOST = 2;
/** Cells whose runs wait for a worker at the same time. */
const CELLS_AT_ONCE = 8;

/**
 * Names and units in one line, as in `run --csv` each value has its unit beside it: one row is one combination here,
 * and a line of units between the names and the figures would turn every column into text.
 */
const HEADER = [
  headed('runs', 'count'),
  headed('mass_exits', 'runs'),
  ...['chance', 'chance_low90', 'chance_high90'].map((name) => headed(name, 'share of runs')),
  ...['loss_median', 'loss_p05', 'loss_p95'].map((name) =>
    headed(name, "share of the twin's customers"),
  ),
];

function headed(name: string, unit: string | undefined): string {
  return unit === undefined ? name : `${name} [${unit}]`;
}

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
  const cells = cellsOf(scenario, axes, options.file);
  await withPool(options.workers, async (pool) => {
    const varied = axes.map(({ path }) => headed(path, unitAt(scenario, path)));
    await print(`${csvLine([...varied, ...HEADER])}\n`);
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
function cellsOf(scenario: Scenario, axes: readonly SweepAxis[], file: string) {
  try {
    const swept = sweptScenarios(scenario, axes);
    if (!swept.ok) throw new BadInput(abridged(swept.problems.map(namingFile(scenario, file))));
    return swept.cells;
  } catch (error) {
    if (error instanceof RangeError) throw new BadInput([`--vary: ${error.message}`]);
    throw error;
  }
}

/** A decision that is missing is missing in the file; all other problems are about the values asked for. */
function namingFile(scenario: Scenario, file: string): (problem: string) => string {
  const selected = selectedDecision(scenario);
  const missing = typeof selected === 'number' ? null : sentenceOf(selected);
  return (problem) => (problem === missing ? `${file}: ${problem}` : problem);
}

const PROBLEMS_SHOWN = 3;

/** A value out of range has many neighbours: of many sentences the first and the last, and how many there are. */
function abridged(problems: readonly string[]): readonly string[] {
  if (problems.length <= PROBLEMS_SHOWN) return problems;
  const between = `(and ${problems.length - 2} more of the kind, up to)`;
  return [...problems.slice(0, 1), between, ...problems.slice(-1)];
}

/** @throws BadInput naming everything that is wrong */
function axesOf(given: readonly string[]): SweepAxis[] {
  const problems: string[] = [];
  if (given.length === 0 || given.length > AXES_AT_MOST)
    problems.push(`--vary: received ${given.length} of them, expected one or two`);
  const axes = given.flatMap((text) => {
    const axis = axisOf(text);
    if (typeof axis !== 'string') return axis;
    problems.push(`--vary: received "${text}", expected ${axis}`);
    return [];
  });
  const [one, other] = axes;
  if (one && other && isSamePath(one.path, other.path))
    problems.push(`--vary: received "${one.path}" twice, expected two different inputs`);
  const cells = axes.reduce((product, { values }) => product * values.length, 1);
  if (cells > CELLS_AT_MOST)
    problems.push(
      `--vary: received ${cells} combinations, expected at most ${CELLS_AT_MOST} of them`,
    );
  if (problems.length > 0) throw new BadInput(problems);
  return axes;
}

const NUMBER = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
const AXIS = new RegExp(`^([^=]+)=(${NUMBER})\\.\\.(${NUMBER}):(${NUMBER})$`, 'i');
/** Part of a step that adding up steps may miss the end by. */
const DUST = 1e-9;

/** The values from one end to the other, both included; or else, in words, what was expected. */
function axisOf(text: string): SweepAxis | string {
  const [, path = '', ...numbers] = AXIS.exec(text) ?? [];
  const [from = NaN, to = NaN, step = NaN] = numbers.map(Number);
  const steps = (to - from) / step;
  if (!(step > 0 && steps >= 0 && Number.isFinite(steps)))
    return '<path>=<from>..<to>:<step> with a step above 0 that leads from one to the other, such as decisions[0].change=0..0.3:0.05';
  const whole = Math.floor(steps + DUST);
  if (whole >= CELLS_AT_MOST) return `at most ${CELLS_AT_MOST} values; these are ${whole + 1}`;
  const values = Array.from({ length: whole + 1 }, (_, i) => tidy(from + i * step));
  if (Math.abs(steps - whole) > DUST)
    return `a step that leads from ${from} to ${to}; this one leads to ${values.at(-1)}`;
  return { path, values };
}

/** Without the dust of adding up steps: 0.30000000000000004 is 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(12));
