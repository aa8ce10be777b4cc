/** The cliff of the brief: what is drawn, what it is called, and the table of the same figures. */
import { RUNS_FOR_A_RANGE } from '../assess/quantile.ts';
import { numbersTable, section, text } from './brief.ts';
import type { Section } from './brief.ts';
import type { CliffFigure } from './figures.ts';
import type { Evidence } from './evidence.ts';
import { tippingRange } from './verdict.ts';
import type { Voice } from './voice.ts';

/** Thin lines that paper can tell apart. */
const LINES = 50;
const SIZE_TICKS = 6;
/** Of so few runs there is none. */
const NO_RANGE = '–';

export function cliffSection(evidence: Evidence, voice: Voice): Section {
  const { words, numbers, sizes, by } = voice;
  const { cliff, columns } = { cliff: words.brief.cliff, columns: words.brief.cliff.columns };
  const { assessment } = evidence;
  const shown = sizes.shown(assessment.decision.size);
  return section(cliff.title(by), text(cliff.lead, true), {
    kind: 'figure',
    figure: figureOf(evidence, voice),
    finding: [
      cliff.finding(shown, numbers.part(Math.max(0, assessment.loss.value))),
      cliff.runs(
        numbers.count(assessment.sweptRuns),
        numbers.count(assessment.cliffRuns),
        numbers.count(assessment.runs),
      ),
    ].join(words.gap),
    table: numbersTable(
      [columns.size, columns.chance, columns.typical, columns.range],
      assessment.cliff.map(({ dose, chance, typical, low, high }) => [
        sizes.short(dose),
        numbers.chance(chance),
        numbers.change(-typical, 0),
        assessment.sweptRuns < RUNS_FOR_A_RANGE ? NO_RANGE : numbers.changeRange(-high, -low),
      ]),
    ),
  });
}

function figureOf({ assessment, lines, typical, naive }: Evidence, voice: Voice): CliffFigure {
  const { words, numbers, sizes } = voice;
  const { cliff: told } = words.brief;
  const { cliff, decision, tippingPoint, loss } = assessment;
  const reach = cliff.at(-1)?.dose ?? decision.size;
  const depth = depthOf(lines.flatMap(({ losses }) => losses));
  return {
    kind: 'cliff',
    reach,
    depth,
    sizeTicks: ticks(reach, SIZE_TICKS).map((at) => ({ at, text: sizes.short(at) })),
    lossTicks: ticks(depth, 5)
      .filter((at) => at > 0)
      .map((at) => ({ at, text: numbers.change(-at, 0) })),
    runs: lines.slice(0, LINES).map(({ path }) => path.map(({ dose, loss: l }) => [dose, l])),
    typical,
    forecast: naive && {
      line: naive.points.map(({ dose, loss: l }) => [dose, l] as const),
      label: told.forecast(numbers.change(-(naive.points.at(-1)?.loss ?? 0), 0)),
    },
    tipping: tippingPoint && {
      value: tippingPoint.value,
      ...(assessment.cliffRuns < RUNS_FOR_A_RANGE
        ? { low: tippingPoint.value, high: tippingPoint.value }
        : { low: tippingPoint.low, high: tippingPoint.high }),
      label: told.tipping(
        sizes.precise(tippingPoint.value),
        tippingRange(tippingPoint, assessment.cliffRuns, voice),
      ),
    },
    proposed: {
      size: decision.size,
      loss: loss.value,
      label: told.proposed(sizes.shown(decision.size)),
      lossLabel: told.typical(numbers.change(-loss.value, 0)),
    },
  };
}

/** The next tenth below the deepest line, at least a fifth. */
const depthOf = (losses: readonly number[]): number =>
  Math.min(1, Math.ceil(losses.reduce((most, loss) => Math.max(most, loss), 0.2) * 10) / 10);

const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5];

/** Round numbers from 0 to the end, about so many. */
export function ticks(end: number, count: number): number[] {
  const step = STEPS.find((each) => end / each <= count + 0.5) ?? 1;
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, i) => i * step);
}
