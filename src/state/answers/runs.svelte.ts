/** The runs behind the screen: a sweep over all sizes, and those at the size that is decided. */
import type { CliffRun, DoseAxis, Standing, Timeline } from '../../assess/assessment.ts';
import { cliffJob, decisionJob, timelineJob } from '../../assess/asked.ts';
import { planAxis } from '../../assess/axis.ts';
import { breakingOf } from '../../assess/massExit.ts';
import { doseAxis } from '../../assess/cliff.ts';
import type { Runner } from '../../assess/job.ts';
import { BATCH, RUNS_SWEPT, isSettled, thoroughnessAfter } from '../../assess/settled.ts';
import { RUNS_AT_LEAST } from '../../assess/verdict.ts';
import type { Chip } from '../../data/library/record.ts';
import { DEFAULT_THRESHOLD } from '../../model/scenario.ts';
import type { Decision, Scenario } from '../../model/scenario.ts';
import { Latest } from './latest.svelte.ts';
import { recomputation } from './recomputation.ts';
import { curveOf, judge, outcomeOf } from './results.ts';
import type { Curve, Judgement, Outcome } from './results.ts';
import { Streams } from './streams.ts';

/** Results at a new size replace the old ones on the screen from this number of runs on. */
const RUNS_FOR_A_TIMELINE = 8;
/** While the handle is dragged, the runs at the new size start not more often than this. */
const THROTTLE_MS = 120;

/** The decision whose size is varied. */
export interface Selected {
  readonly index: number;
  readonly decision: Decision;
  readonly size: number;
}

/** What the runs are about. */
export interface Subject {
  readonly scenario: Scenario;
  readonly selected: Selected | null;
}

/** Who is told. */
export interface RunsOptions {
  /** Runs for another scenario or size begin. */
  readonly onStart: () => void;
  /** All runs of the scenario as it stands are done. */
  readonly onEnd: () => void;
  readonly onError: (error: unknown) => void;
}

export class Runs {
  /** What the cliff shows; null before the first run. */
  curve = $state.raw<Curve | null>(null);
  /** What the runs at the decision's size come to; null before the first run. */
  outcome = $state.raw<Outcome | null>(null);
  /** The runs at the decision's size are of an earlier scenario. */
  private outcomeEarlier = $state(false);
  /** The sweep on the screen belongs to an earlier scenario. */
  curveStale = $state(false);
  /** Runs at the decision's size that are done, of those that the scenario asks for. */
  done = $state(0);
  /** Seconds that all runs took since the last edit; null while some are on their way. */
  seconds = $state<number | null>(null);
  /** They ended before all were done: nothing more will come by itself. */
  isStopped = $state(false);
  private earlier = $state.raw<Judgement | null>(null);

  private readonly size = $derived.by(() => this.subject.selected?.size ?? 0);
  readonly threshold = $derived.by(() => this.subject.scenario.threshold ?? DEFAULT_THRESHOLD);
  /** Largest size on the axis. */
  readonly reach = $derived.by(() => {
    const { scenario, selected } = this.subject;
    const axis = this.curve?.axis ?? (selected && doseAxis(scenario, null));
    return axis?.doses.at(-1) ?? 1;
  });
  readonly outcomeStale = $derived(
    this.curveStale || (this.outcome !== null && this.outcome.size !== this.size),
  );
  /** How the decision stands; while a new sweep has too few runs, how the earlier one stood. */
  readonly judgement = $derived(
    judge(
      this.curveStale ? null : this.curve,
      this.outcomeEarlier ? null : this.outcome,
      this.size,
      this.threshold,
    ) ?? this.earlier,
  );

  /** The typical run, week by week. */
  readonly timeline: Latest<[Scenario, number, number], Timeline>;
  private readonly subject: Subject;
  private readonly runner: Runner;
  private readonly options: RunsOptions;
  private readonly streams: Streams;
  private throttle: ReturnType<typeof setTimeout> | undefined;
  private planning = new AbortController();
  private began = 0;
  /** What is on its way. */
  private readonly running = { sweep: false, decision: false };
  /** The scenario of the sweep; its runs serve every size of the selected decision. */
  private swept: Scenario;

  /** @param workers jobs that the runner does at the same time */
  constructor(subject: Subject, runner: Runner, workers: number, options: RunsOptions) {
    this.subject = subject;
    this.runner = runner;
    this.options = options;
    this.swept = subject.scenario;
    this.streams = new Streams(workers);
    this.timeline = new Latest(runner, timelineJob, 0, (error) => {
      this.stopped(error);
    });
  }

  /** What all runs say of the decision; null before there are any. */
  get standing(): Standing | null {
    const { curve, judgement, outcome } = this;
    if (!curve || !judgement) return null;
    const { massExit } = judgement;
    const counted = outcome && !this.outcomeStale && outcome.runs.length === massExit.runs;
    return {
      massExit,
      tippingPoint: curve.tipping,
      cliffs: curve.runs,
      ...(counted && { breaking: breakingOf(outcome.runs, massExit.threshold) }),
    };
  }

  /** The verdict once every run is done; null while it may still change. */
  get settledVerdict(): Chip | null {
    const { sweep, decision } = this.running;
    const verdict = this.judgement?.verdict ?? 'counting';
    return sweep || decision || this.curveStale || verdict === 'counting' ? null : verdict;
  }

  /** Runs everything, again after an error for instance. */
  compute(): void {
    this.start();
    this.swept = this.subject.scenario;
    this.sweep();
    this.decide();
  }

  /** The subject has changed: runs what the change asks for. */
  changed(before: Scenario): void {
    const asked = recomputation(before, this.subject.scenario);
    if (asked === 'nothing') return;
    if (asked === 'everything' || this.size > this.reach) this.compute();
    else {
      this.start();
      this.running.decision = true;
      this.decideSoon();
    }
  }

  /** Ends what is on its way; what is on the screen stays. */
  stop(): void {
    this.streams.cancel('sweep');
    this.streams.cancel('decision');
    this.isStopped = this.running.sweep || this.running.decision;
    this.running.sweep = this.running.decision = false;
  }

  private start(): void {
    this.options.onStart();
    this.began = performance.now();
    this.seconds = null;
    this.isStopped = false;
  }

  private ended(stream: 'sweep' | 'decision'): void {
    this.running[stream] = false;
    if (this.running.sweep || this.running.decision || !this.curve) return;
    this.seconds = (performance.now() - this.began) / 1000;
    this.options.onEnd();
  }

  private decideSoon(): void {
    this.throttle ??= setTimeout(() => {
      this.throttle = undefined;
      this.decide();
      this.sweepOn();
    }, THROTTLE_MS);
  }

  private sweep(): void {
    this.planning.abort();
    this.streams.cancel('sweep');
    this.running.sweep = false;
    this.earlier = this.judgement;
    this.curveStale = this.curve !== null;
    this.outcomeEarlier = true;
    const { scenario, selected } = this.subject;
    if (!selected) {
      this.curve = null;
      this.curveStale = false;
      return;
    }
    const planning = new AbortController();
    this.planning = planning;
    this.running.sweep = true;
    planAxis(scenario, this.runner, planning.signal).then(
      (axis) => {
        if (!planning.signal.aborted) this.sweepAlong(scenario, axis);
      },
      (error: unknown) => {
        if (!planning.signal.aborted) this.stopped(error);
      },
    );
  }

  /** @param known runs of the same sweep that are done */
  private sweepAlong(
    scenario: Scenario,
    axis: DoseAxis,
    known: readonly CliffRun[] = [],
  ): void {
    const { threshold } = this;
    const { limit } = axis;
    this.running.sweep = true;
    let looked = known;
    this.streams.ask<CliffRun>('sweep', {
      runs: scenario.runs,
      enough: {
        first: Math.max(RUNS_SWEPT, known.length),
        batch: BATCH,
        isEnough: (runs) => {
          looked = runs;
          return isSettled(runs, limit, this.size);
        },
      },
      job: async (run, signal) =>
        known[run] ??
        this.runner.perform(
          cliffJob,
          [scenario, run, axis.doses, thoroughnessAfter(looked)],
          signal,
        ),
      onResults: (runs, finished) => {
        const tooFew =
          runs.length < Math.max(known.length, this.curveStale ? RUNS_AT_LEAST : 0);
        if (finished || !tooFew) {
          this.curve = curveOf(axis, threshold, runs);
          this.curveStale = false;
        }
        if (finished) this.ended('sweep');
      },
      onError: (error) => {
        this.stopped(error);
      },
    });
  }

  /** At another size it may take more runs to tell on which side of the tipping point it lies. */
  private sweepOn(): void {
    const { curve } = this;
    if (!curve || this.running.sweep) return;
    if (
      curve.runs.length < this.swept.runs &&
      !isSettled(curve.runs, curve.axis.limit, this.size)
    )
      this.sweepAlong(this.swept, curve.axis, curve.runs);
  }

  private decide(): void {
    if (!this.subject.selected) {
      this.streams.cancel('decision');
      this.running.decision = false;
      this.outcome = null;
      this.timeline.withdraw();
      return;
    }
    const { swept, size } = this;
    this.done = 0;
    this.running.decision = true;
    this.streams.ask('decision', {
      runs: swept.runs,
      job: (run, signal) => this.runner.perform(decisionJob, [swept, run, size], signal),
      onResults: (runs, finished) => {
        this.done = runs.length;
        if (this.outcome && !finished && runs.length < RUNS_FOR_A_TIMELINE) return;
        this.outcome = outcomeOf(size, swept.runs, runs);
        this.outcomeEarlier = false;
        if (this.outcome) this.timeline.ask([swept, this.outcome.typical.run, size]);
        if (finished && size === this.size) this.ended('decision');
      },
      onError: (error) => {
        this.stopped(error);
      },
    });
  }

  private stopped(error: unknown): void {
    this.stop();
    this.options.onError(error);
  }
}
