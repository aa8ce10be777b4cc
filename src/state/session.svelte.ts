/** One session of the page: the scenario, what is known about it so far, and how the reader wants to see it. */
import { planAxis } from '../assess/axis.ts';
import type { CliffRun, DoseAxis } from '../assess/assessment.ts';
import { doseAxis } from '../assess/cliff.ts';
import type { Timeline } from '../assess/assessment.ts';
import { cliffJob, decisionJob, timelineJob } from '../assess/asked.ts';
import type { Runner } from '../assess/job.ts';
import { BATCH, RUNS_SWEPT, isSettled } from '../assess/settled.ts';
import { RUNS_AT_LEAST } from '../assess/verdict.ts';
import { doseOf, doseRange, selectedDecision, withDose } from '../model/dose.ts';
import { parseScenario } from '../model/parse.ts';
import type { Parsed } from '../model/parse.ts';
import { DEFAULT_THRESHOLD } from '../model/scenario.ts';
import type { Decision, Scenario } from '../model/scenario.ts';
import { numbersFor } from '../words/numbers.ts';
import { sizesFor } from '../words/sizes.ts';
import type { Language } from '../words/language.ts';
import { Questions } from './answers.svelte.ts';
import { Autosave } from './autosave.svelte.ts';
import type { Kept } from './autosave.svelte.ts';
import { addressWith, isPlace, readAddress } from './address.ts';
import type { Address, Part } from './address.ts';
import type { Chip, ScenarioRecord } from '../data/library/record.ts';
import { Latest } from './latest.svelte.ts';
import { historyOf, recorded, redone, settled, undone } from './history.ts';
import type { History } from './history.ts';
import type { Notice } from './notice.ts';
import { openingOf } from './opening.ts';
import type { Opened } from './open-scenario.ts';
import { Playhead } from './playhead.svelte.ts';
import { keep, preferredTheme } from './preferences.ts';
import type { Theme } from './preferences.ts';
import { Preview } from './preview.svelte.ts';
import { recomputation } from './recomputation.ts';
import { curveOf, judge, outcomeOf } from './results.ts';
import type { Curve, Judgement, Outcome } from './results.ts';
import type { Speech } from './speech.svelte.ts';
import { Streams } from './streams.ts';

/** Results at a new size replace the old ones on the screen from this number of runs on. */
const RUNS_FOR_A_TIMELINE = 8;
/** While the handle is dragged, the runs at the new size start not more often than this. */
const THROTTLE_MS = 120;

/** What takes room from the charts is told only for a while. */
const WELCOME_MS = 8000;

/** The decision whose size is varied. */
export interface Selected {
  readonly index: number;
  readonly decision: Decision;
  readonly size: number;
}

export class Session {
  theme = $state<Theme>(preferredTheme());
  notice = $state.raw<Notice | null>(null);
  /** Parts of the page that the address hides. */
  hidden = $state.raw<readonly Part[]>([]);
  /** The dialog that is open. */
  dialog = $state<'library' | 'export' | null>(null);
  /** The brief is being looked at. */
  briefing = $state(false);
  /** The page stands in a frame of another one: no header. */
  embedded = $state(false);
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
  readonly playhead = new Playhead(() => this.scenario.horizon);

  private history: History<Scenario> = $state.raw() as History<Scenario>;
  private earlier = $state.raw<Judgement | null>(null);

  readonly scenario: Scenario = $derived(this.history.present);
  readonly canUndo = $derived(this.history.past.length > 0);
  readonly canRedo = $derived(this.history.future.length > 0);
  readonly language = $derived.by(() => this.speech.language);
  readonly words = $derived.by(() => this.speech.words);
  readonly numbers = $derived(numbersFor(this.language));
  readonly selected: Selected | null = $derived(selectedOf(this.scenario));
  readonly size = $derived(this.selected?.size ?? 0);
  private readonly signed = $derived((this.selected?.decision.kind ?? 'price') === 'price');
  readonly sizes = $derived(sizesFor(this.numbers, this.signed));
  readonly threshold = $derived(this.scenario.threshold ?? DEFAULT_THRESHOLD);
  /** Largest size on the axis. */
  readonly reach = $derived(
    (this.curve?.axis ?? (this.selected && doseAxis(this.scenario, null)))?.doses.at(-1) ?? 1,
  );
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

  /** The page as it is kept in this browser. */
  readonly kept: Kept = {
    scenario: () => this.scenario,
    verdict: () => this.settledVerdict(),
    show: (scenario) => {
      this.show({ scenario, notice: null });
    },
    rename: (name) => {
      this.rename(name);
    },
    copyName: (name) => this.words.keeping.copyOf(name),
    onProblem: (problem) => {
      this.notice = { kind: 'notKept', problem };
    },
  };
  readonly autosave = new Autosave(this.kept);
  /** What takes longer: asked when all runs are done. */
  readonly questions: Questions;
  readonly preview: Preview;
  /** The typical run, week by week. */
  readonly timeline: Latest<[Scenario, number, number], Timeline>;
  readonly runner: Runner;
  private readonly speech: Speech;
  private readonly streams: Streams;
  private throttle: ReturnType<typeof setTimeout> | undefined;
  private opening = new AbortController();
  private planning = new AbortController();
  private began = 0;
  /** What is on its way. */
  private readonly running = { sweep: false, decision: false };
  /** The scenario of the sweep; its runs serve every size of the selected decision. */
  private swept: Scenario;

  /** @param workers jobs that the runner does at the same time */
  constructor(scenario: Scenario, runner: Runner, workers: number, speech: Speech) {
    this.speech = speech;
    this.history = historyOf(scenario);
    this.swept = scenario;
    this.runner = runner;
    this.streams = new Streams(workers);
    this.questions = new Questions(runner, workers, (error) => {
      this.report(error);
    });
    this.preview = new Preview(runner, (error) => {
      this.stopped(error);
    });
    this.timeline = new Latest(runner, timelineJob, 0, (error) => {
      this.stopped(error);
    });
    this.compute();
  }

  setLanguage(language: Language): void {
    this.speech.choose(language).catch(() => {
      this.notice = { kind: 'notLoaded' };
    });
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    keep('theme', theme);
  }

  /** The look that an address asks for; it holds for this visit and is not kept. */
  follow({ hide, language, theme, embed }: Address): void {
    this.hidden = hide;
    this.embedded = embed;
    if (language && language !== this.language)
      this.speech.speak(language).catch(() => {
        this.notice = { kind: 'notLoaded' };
      });
    if (theme) this.theme = theme;
  }

  /** The address has changed: its scenario is opened as a step that can be undone, or nothing changes. */
  async openAddress(location: Pick<URL, 'search' | 'hash'>): Promise<void> {
    if (isPlace(location.hash)) return;
    const address = readAddress(location);
    this.follow(address);
    const { scenario, notice } = await openingOf(address);
    if (scenario) this.autosave.opened(scenario);
    if (scenario || notice) this.show({ notice, ...(scenario && { scenario }) });
  }

  /** The scenario of the page is the one of the last visit. */
  goOn(record: ScenarioRecord): void {
    this.autosave.openedRecord(record);
    const told: Notice = { kind: 'continued', name: record.name };
    this.notice ??= told;
    setTimeout(() => {
      if (this.notice === told) this.notice = null;
    }, WELCOME_MS);
  }

  /** Address of the page with the scenario in it; null if it is too large for an address. */
  async sharedAddress(href: string): Promise<string | null> {
    const { linkOf } = await import('../data/link.ts');
    const link = linkOf(this.scenario);
    return link === null ? null : addressWith(link, href);
  }

  shows(part: Part): boolean {
    return !this.hidden.includes(part);
  }

  /** Another size of the selected decision: the curve stays, only the runs at that size are asked for. */
  setSize(size: number): void {
    const { selected } = this;
    if (!selected || size === selected.size) return;
    this.edit((scenario) => withDose(scenario, selected.index, size), 'size');
  }

  /**
   * Changes the scenario, and computes what the change asks for; refused with a sentence if it breaks a rule.
   *
   * @param gesture name of what the hand does: edits of one name are one step to undo until the hand lets go
   */
  edit(change: (scenario: Scenario) => Scenario, gesture: string | null = null): boolean {
    const parsed: Parsed = parseScenario(JSON.parse(JSON.stringify(change(this.scenario))));
    if (parsed.ok) this.goTo(recorded(this.history, parsed.scenario, gesture));
    else this.notice = { kind: 'refusedEdit', problems: parsed.problems };
    return parsed.ok;
  }

  /** The hand let go: what it does next is another step. */
  endGesture(): void {
    this.history = settled(this.history);
  }

  undo(): void {
    this.stepTo(undone(this.history));
  }

  redo(): void {
    this.stepTo(redone(this.history));
  }

  private stepTo(history: History<Scenario>): void {
    if (history === this.history) return;
    this.notice = null;
    this.goTo(history);
  }

  /** The name changes nothing that is computed. */
  rename(name: string): void {
    this.edit((scenario) => ({ ...scenario, name }));
  }

  /** Opens a scenario from a file; one that cannot be used leaves everything as it is. */
  async openFile(file: File): Promise<void> {
    this.opening.abort();
    const { signal } = (this.opening = new AbortController());
    try {
      const { openScenario } = await import('./open-scenario.ts');
      const opened = await openScenario(file);
      if (signal.aborted) return;
      if (opened.scenario) this.autosave.opened(opened.scenario);
      this.show(opened);
    } catch (error) {
      if (!signal.aborted) this.stopped(error);
    }
  }

  /** Puts another scenario in the place of this one, as a step that can be undone. */
  open(scenario: Scenario): void {
    this.show({ scenario, notice: null });
  }

  private show({ scenario, notice }: Opened): void {
    this.notice = notice;
    if (!scenario) return;
    this.playhead.reset();
    this.goTo(recorded(this.history, scenario));
  }

  /** Runs everything, again after an error for instance. */
  compute(): void {
    this.start();
    this.swept = this.scenario;
    this.sweep();
    this.decide();
  }

  private goTo(history: History<Scenario>): void {
    const before = this.scenario;
    this.history = history;
    if (this.notice?.kind === 'continued') this.notice = null;
    this.autosave.changed(before, this.scenario);
    const asked = recomputation(before, this.scenario);
    if (asked === 'nothing') return;
    if (asked === 'everything' || this.size > this.reach) this.compute();
    else {
      this.start();
      this.running.decision = true;
      this.decideSoon();
    }
  }

  /** What follows answers an edit. */
  private start(): void {
    this.questions.outdate();
    this.preview.drop();
    this.began = performance.now();
    this.seconds = null;
  }

  private ended(stream: 'sweep' | 'decision'): void {
    this.running[stream] = false;
    if (this.running.sweep || this.running.decision || !this.curve) return;
    this.seconds = (performance.now() - this.began) / 1000;
    this.autosave.judged();
    this.questions.ask(this.scenario);
  }

  private settledVerdict(): Chip | null {
    const { sweep, decision } = this.running;
    const verdict = this.judgement?.verdict ?? 'counting';
    return sweep || decision || this.curveStale || verdict === 'counting' ? null : verdict;
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
    if (!this.selected) {
      this.curve = null;
      this.curveStale = false;
      return;
    }
    const planning = new AbortController();
    this.planning = planning;
    const { scenario } = this;
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
    const limit = doseRange(axis.kind);
    this.running.sweep = true;
    this.streams.ask<CliffRun>('sweep', {
      runs: scenario.runs,
      enough: {
        first: Math.max(RUNS_SWEPT, known.length),
        batch: BATCH,
        isEnough: (runs) => isSettled(runs, limit, this.size),
      },
      job: async (run, signal) =>
        known[run] ??
        this.runner.perform(
          cliffJob,
          [scenario, run, axis.doses, run < RUNS_SWEPT ? 'sweep' : 'search'],
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
      !isSettled(curve.runs, doseRange(curve.axis.kind), this.size)
    )
      this.sweepAlong(this.swept, curve.axis, curve.runs);
  }

  private decide(): void {
    if (!this.selected) {
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

  /** Something beside the runs could not be computed: says why. */
  report(error: unknown): void {
    this.notice = { kind: 'runStopped', reason: reasonOf(error) };
  }

  private stopped(error: unknown): void {
    this.streams.cancel('sweep');
    this.streams.cancel('decision');
    this.running.sweep = this.running.decision = false;
    this.report(error);
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

function selectedOf(scenario: Scenario): Selected | null {
  const index = selectedDecision(scenario);
  if (typeof index !== 'number') return null;
  const decision = scenario.decisions[index];
  return decision ? { index, decision, size: doseOf(scenario, index) } : null;
}
