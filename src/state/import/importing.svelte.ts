/** An import of a customer file, step by step; nothing of the scenario changes before it is accepted. */
import type { HazardFit } from '../../assess/assessment.ts';
import type {
  CustomerImport,
  CustomerInspection,
  CustomerPreview,
  ImportOptions,
} from '../../data/customers.ts';
import type { FileProblem } from '../../data/findings.ts';
import type { CustomerFragment } from '../../data/fragment.ts';
import type { GroupingName } from '../../data/grouping/ways.ts';
import { mergeFragment } from '../../data/merge.ts';
import type { ColumnUses } from '../../data/reading/columns.ts';
import type { CustomerField } from '../../data/reading/fields.ts';
import type { Encoding } from '../../data/reading/restart.ts';
import type { ReadingProgress } from '../../data/reading/pass.ts';
import type { CustomerReport } from '../../data/report.ts';
import { withHazards } from '../../data/solved.ts';
import type { Problem } from '../../model/scenario.ts';
import type { Scenario } from '../../model/scenario.ts';
import { recognisedUses, withUse } from './columns-used.ts';
import { possibleWishes } from './wishes.ts';
import type { Wishes } from './wishes.ts';

/** Who does the long work: workers, or a substitute in tests. */
export interface Hands {
  inspect(file: Blob, options: ImportOptions, signal: AbortSignal): Promise<CustomerInspection>;
  read(file: Blob, options: ImportOptions, watching: Watched): Promise<CustomerImport>;
  /** Finds the everyday hazards at which the simulated churn of each segment is the one observed. */
  solve(
    scenario: Scenario,
    observed: readonly (number | null)[],
    signal: AbortSignal,
  ): Promise<HazardFit>;
}

interface Watched {
  readonly onProgress: (progress: ReadingProgress) => void;
  readonly signal: AbortSignal;
}

/** What a file gives that was read to its end. */
export interface Found {
  readonly report: CustomerReport;
  /** The scenario with these customers. */
  readonly scenario: Scenario;
  /** The simulated churn could be brought to the observed one. */
  readonly met: boolean;
}

export type Step =
  | { readonly kind: 'looking' }
  /** It cannot be shown as a table. */
  | { readonly kind: 'refused'; readonly problem: FileProblem }
  /** `problem`: why it could not be read with these columns. */
  | { readonly kind: 'columns'; readonly problem: FileProblem | null }
  | { readonly kind: 'reading'; readonly progress: ReadingProgress | null }
  | { readonly kind: 'solving' }
  | { readonly kind: 'rows'; readonly found: Found }
  | { readonly kind: 'summary'; readonly found: Found }
  /** The customers do not fit the scenario that is open. */
  | { readonly kind: 'misfit'; readonly problems: readonly Problem[] }
  | { readonly kind: 'stopped'; readonly reason: string };

export class Importing {
  readonly file: File;
  step = $state.raw<Step>({ kind: 'looking' });
  /** What the beginning of the file tells; null before it was looked at. */
  preview = $state.raw<CustomerPreview | null>(null);
  /** What each column is used as. */
  uses = $state.raw<ColumnUses>([]);
  wishes = $state.raw<Wishes>({});
  private task = new AbortController();

  constructor(
    file: File,
    private readonly current: () => Scenario,
    private readonly hands: Hands,
  ) {
    this.file = file;
    void this.look();
  }

  /** Ends what is under way; the scenario that is open stays as it is. */
  cancel(): void {
    this.task.abort();
  }

  /** Uses a column as a field, or not at all; another column that was used as it is set free. */
  use(column: number, field: CustomerField | null): void {
    this.uses = withUse(this.uses, column, field);
    this.wishes = possibleWishes(this.wishes, this.uses);
    this.step = { kind: 'columns', problem: null };
  }

  /** How the file is to be read. */
  wish(wish: Wishes): void {
    this.wishes = { ...this.wishes, ...wish };
    this.step = { kind: 'columns', problem: null };
  }

  /** Looks at the file once more, in another encoding; undefined to go by its bytes. */
  async encode(encoding: Encoding | undefined): Promise<void> {
    const { encoding: _before, ...others } = this.wishes;
    this.wishes = encoding === undefined ? others : { ...others, encoding };
    await this.look();
  }

  /** How customers are grouped; undefined to go by the columns that the file has. */
  groupBy(by: GroupingName | undefined): void {
    const { by: _before, ...others } = this.wishes;
    this.wishes = by === undefined ? others : { ...others, by };
    this.step = { kind: 'columns', problem: null };
  }

  /** Reads the file again, with the silent high-value customers as a segment of their own or not. */
  async splitSilent(splitSilent: boolean): Promise<void> {
    this.wishes = { ...this.wishes, splitSilent };
    await this.read();
    this.skip();
  }

  /** Back to the columns, from wherever the import is. */
  back(): void {
    this.cancel();
    this.step = { kind: 'columns', problem: null };
  }

  /** Goes on with the rows that can be used. */
  skip(): void {
    if (this.step.kind === 'rows') this.step = { kind: 'summary', found: this.step.found };
  }

  async read(): Promise<void> {
    this.step = { kind: 'reading', progress: null };
    await this.during(async (signal) => {
      const onProgress = (progress: ReadingProgress) => {
        if (!signal.aborted) this.step = { kind: 'reading', progress };
      };
      const read = await this.hands.read(this.file, this.options(), { onProgress, signal });
      return read.ok
        ? await this.fitted(read.fragment, read.report, signal)
        : { kind: 'columns', problem: read.problem };
    });
  }

  private async look(): Promise<void> {
    await this.during(async (signal) => {
      const { encoding } = this.wishes;
      const looked = await this.hands.inspect(this.file, encoding ? { encoding } : {}, signal);
      if (!looked.ok) return { kind: 'refused', problem: looked.problem };
      if (!signal.aborted) {
        this.preview = looked.preview;
        this.uses = recognisedUses(looked.preview);
      }
      return { kind: 'columns', problem: looked.preview.problem };
    });
  }

  /** Does a task; the step that it gives follows, unless the task was cancelled. */
  private async during(task: (signal: AbortSignal) => Promise<Step>): Promise<void> {
    this.task.abort();
    const { signal } = (this.task = new AbortController());
    let next: Step;
    try {
      next = await task(signal);
    } catch (error) {
      next = {
        kind: 'stopped',
        reason: error instanceof Error ? error.message : String(error),
      };
    }
    if (!signal.aborted) this.step = next;
  }

  private async fitted(
    fragment: CustomerFragment,
    report: CustomerReport,
    signal: AbortSignal,
  ): Promise<Step> {
    const current = this.current();
    const merged = mergeFragment(current, fragment);
    if (!merged.ok) return { kind: 'misfit', problems: merged.problems };
    this.step = { kind: 'solving' };
    const observed = report.segments.map(({ observedMonthlyChurn }) => observedMonthlyChurn);
    const fit = await this.hands.solve(quiet(merged.scenario), observed, signal);
    const solved = mergeFragment(current, withHazards(fragment, fit.multipliers));
    if (!solved.ok) return { kind: 'misfit', problems: solved.problems };
    const found = { report, scenario: solved.scenario, met: fit.met };
    return { kind: report.problemCounts.length > 0 ? 'rows' : 'summary', found };
  }

  private options(): ImportOptions {
    const { template } = this.current();
    return {
      ...this.wishes,
      uses: this.uses,
      file: this.file.name,
      ...(template && { template }),
    };
  }
}

/** The market alone: what has been decided in it must not change how its everyday churn is solved for. */
const quiet = (scenario: Scenario): Scenario => ({
  ...scenario,
  seed: 'import',
  decisions: [],
  buffers: [],
});
