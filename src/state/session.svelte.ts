/** One session of the page: the scenario, what is known about it so far, and how the reader wants to see it. */
import type { Runner } from '../assess/job.ts';
import type { ScenarioRecord } from '../data/library/record.ts';
import { doseOf, selectedDecision, withDose } from '../model/dose.ts';
import { parseScenario } from '../model/parse.ts';
import type { Parsed } from '../model/parse.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Language } from '../words/language.ts';
import { numbersFor } from '../words/numbers.ts';
import { sizesFor } from '../words/sizes.ts';
import { addressWith, isPlace, readAddress } from './opening/address.ts';
import type { Address, Part, View } from './opening/address.ts';
import { Questions } from './answers/answers.svelte.ts';
import { Autosave } from './library/autosave.svelte.ts';
import type { Kept } from './library/autosave.svelte.ts';
import { historyOf, recorded, redone, settled, undone } from './edits/history.ts';
import type { History } from './edits/history.ts';
import type { Notice } from './notice.ts';
import type { Opened } from './opening/open-scenario.ts';
import { openingOf } from './opening/opening.ts';
import { Playhead } from './playhead.svelte.ts';
import { Picked } from './picked.svelte.ts';
import { keep, preferredTheme } from './preferences.ts';
import type { Theme } from './preferences.ts';
import { Preview } from './answers/preview.svelte.ts';
import { Runs } from './answers/runs.svelte.ts';
import type { Selected } from './answers/runs.svelte.ts';
import type { Speech } from './speech.svelte.ts';

/** What takes room from the charts is told only for a while. */
const WELCOME_MS = 8000;

export class Session {
  theme = $state<Theme>(preferredTheme());
  notice = $state.raw<Notice | null>(null);
  /** Parts of the page that the address hides. */
  hidden = $state.raw<readonly Part[]>([]);
  /** The dialog that is open. */
  dialog = $state<'library' | 'export' | null>(null);
  /** The part of the page that the address puts in front. */
  view = $state<View | null>(null);
  /** A file of many scenarios that the library is to take; null when it has. */
  libraryFile = $state.raw<File | null>(null);
  /** The brief is being looked at. */
  briefing = $state(false);
  /** The page stands in a frame of another one: no header. */
  embedded = $state(false);
  /** Whose story is told. */
  readonly pick = new Picked();
  readonly playhead = new Playhead(() => this.scenario.horizon);

  private history: History<Scenario> = $state.raw() as History<Scenario>;
  readonly scenario: Scenario = $derived(this.history.present);
  readonly canUndo = $derived(this.history.past.length > 0);
  readonly canRedo = $derived(this.history.future.length > 0);
  readonly language = $derived.by(() => this.speech.language);
  readonly words = $derived.by(() => this.speech.words);
  readonly numbers = $derived(numbersFor(this.language));
  readonly selected: Selected | null = $derived(selectedOf(this.scenario));
  readonly size = $derived(this.selected?.size ?? 0);
  private readonly lever = $derived(this.selected?.decision.kind ?? 'price');
  readonly sizes = $derived(sizesFor(this.words, this.numbers, this.lever));

  /** The page as it is kept in this browser. */
  readonly kept: Kept = {
    scenario: () => this.scenario,
    verdict: () => this.runs.settledVerdict,
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
  /** What the decision does, at its size and at all others. */
  readonly runs: Runs;
  /** What takes longer: asked when all runs are done. */
  readonly questions: Questions;
  readonly preview: Preview;
  readonly runner: Runner;
  private readonly speech: Speech;
  private opening = new AbortController();

  /** @param workers jobs that the runner does at the same time */
  constructor(scenario: Scenario, runner: Runner, workers: number, speech: Speech) {
    this.speech = speech;
    this.history = historyOf(scenario);
    this.runner = runner;
    this.questions = new Questions(runner, workers, (error) => {
      this.report(error);
    });
    this.preview = new Preview(runner, (error) => {
      this.stopped(error);
    });
    this.runs = new Runs(this, runner, workers, {
      onStart: () => {
        this.questions.outdate();
        this.preview.drop();
      },
      onEnd: () => {
        this.autosave.judged();
        this.questions.ask(this.scenario, this.runs.standing);
      },
      onError: (error) => {
        this.report(error);
      },
    });
    this.runs.compute();
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
  follow({ hide, view, language, theme, embed }: Address): void {
    this.hidden = hide;
    this.view = view;
    this.briefing = view === 'brief' && this.selected !== null;
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

  /** The scenario of the page is the one of the last visit, which is told unless the page was only loaded again. */
  goOn(record: ScenarioRecord, isTold: boolean): void {
    this.autosave.openedRecord(record);
    if (!isTold) return;
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
      const { openScenario } = await import('./opening/open-scenario.ts');
      const opened = await openScenario(file);
      if (signal.aborted) return;
      if (opened.isLibrary) [this.libraryFile, this.dialog] = [file, 'library'];
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

  private goTo(history: History<Scenario>): void {
    const before = this.scenario;
    this.history = history;
    if (this.notice?.kind === 'continued') this.notice = null;
    this.autosave.changed(before, this.scenario);
    this.runs.changed(before);
  }

  /** Something beside the runs could not be computed: says why. */
  report(error: unknown): void {
    this.notice = { kind: 'runStopped', reason: reasonOf(error) };
  }

  private stopped(error: unknown): void {
    this.runs.stop();
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
