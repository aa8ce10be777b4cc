/**
 * Keeps the scenario of the page in this browser after each edit, a moment later and beside the page's work.
 * Nothing is kept before the first edit. What another tab has changed meanwhile is never written over: the
 * reader chooses.
 */
import type { Chip, ScenarioRecord } from '../../data/library/record.ts';
import type { StorageProblem } from '../../data/library/problem.ts';
import type { Scenario } from '../../model/scenario.ts';
import { newId, Places } from './places.ts';
import type { Place } from './places.ts';
import { keep } from '../preferences.ts';
import type { Shelf } from './shelf.ts';
import type { Tabs, Told } from './tabs.ts';

/** Since the last edit. */
const QUIET_MS = 300;

/** What autosave needs of the page that it keeps. */
export interface Kept {
  /** The scenario as it is now. */
  scenario(): Scenario;
  /** How it stands; null while that is being computed. */
  verdict(): Chip | null;
  /** Puts another scenario in its place, as a step that can be undone. */
  show(scenario: Scenario): void;
  rename(name: string): void;
  /** The name of a second one of the same name. */
  copyName(name: string): string;
  /** Told once each time that the storage starts to fail. */
  onProblem(problem: StorageProblem): void;
}

export class Autosave {
  /** This scenario was changed in another tab: what is there now. Nothing is kept until the reader has chosen. */
  conflict = $state.raw<ScenarioRecord | null>(null);
  /** Why nothing is kept; null while all is well. */
  problem = $state.raw<StorageProblem | null>(null);
  /** Id of the record of the scenario on the page, if there is one. */
  current = $state<string | null>(null);
  /** Counts what was kept or taken away, here and in other tabs. */
  changes = $state(0);

  /** The storage; it comes with its first use. */
  readonly shelf: Pick<Shelf, 'use'> = {
    use: async (work) => (await this.together()).shelf.use(work),
  };
  private readonly page: Kept;
  private joined: Promise<{ readonly shelf: Shelf; readonly tabs: Tabs }> | null = null;
  private readonly places = new Places();
  private quiet: ReturnType<typeof setTimeout> | undefined;
  /** Writes go one after the other. */
  private writing: Promise<unknown> = Promise.resolve();

  constructor(page: Kept) {
    this.page = page;
  }

  /** From when on there is something to keep. */
  private together() {
    this.joined ??= import('./shared-shelf.ts').then(({ sharedShelf }) =>
      sharedShelf(
        (problem) => {
          if (this.problem?.code !== problem.code) this.page.onProblem(problem);
          this.problem = problem;
        },
        (told) => {
          this.hear(told);
        },
      ),
    );
    return this.joined;
  }

  private hear({ id, revision }: Told): void {
    this.changes++;
    if (revision !== null) void this.compare(id, revision);
  }

  /** The scenario that comes next is not an edit of the one before: it gets a record of its own. */
  opened(scenario: Scenario): void {
    this.places.put(scenario, newId());
  }

  /** The scenario that comes next is that of a record. */
  openedRecord({ id, revision, scenario }: ScenarioRecord): void {
    const place = this.places.put(scenario, id);
    Object.assign(place, { revision, stored: scenario, waiting: null });
    if (this.page.scenario() === scenario) this.settleIn(place);
  }

  /** The page has gone from one scenario to another, forwards or back. */
  changed(before: Scenario, after: Scenario): void {
    const place = this.places.has(after) ?? this.places.put(after, this.places.of(before));
    if (place.id !== this.current && this.conflict) {
      this.conflict = null;
      this.keepAside(this.places.of(before), before);
    }
    this.settleIn(place);
    place.waiting = place.stored === after ? null : after;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => void this.flush(), QUIET_MS);
  }

  /** All runs are done: the record says how the scenario stands. */
  judged(): void {
    const scenario = this.page.scenario();
    const place = this.places.has(scenario);
    if (place?.stored !== scenario) return;
    const { id, revision } = place;
    const verdict = this.page.verdict();
    void this.shelf
      .use((store) => store.note(id, revision, verdict))
      .then((noted) => {
        if (noted) this.tell(id, revision);
      });
  }

  /** Writes at once what is waiting. */
  flush(): Promise<unknown> {
    clearTimeout(this.quiet);
    for (const place of this.places.waiting()) {
      const { waiting } = place;
      place.waiting = null;
      this.writing = this.writing.then(() => waiting && this.write(place, waiting));
    }
    return this.writing;
  }

  /** A record is taken away: what waits to be written to it is not. */
  forget(id: string): void {
    const place = this.places.at(id);
    if (place) place.waiting = null;
    this.tell(id, null);
  }

  /** Tells the list and other tabs of what was kept. */
  tell(id: string, revision: number | null): void {
    const place = this.places.at(id);
    if (place && revision !== null) place.revision = revision;
    this.changes++;
    void this.together().then(({ tabs }) => {
      tabs.tell({ id, revision });
    });
  }

  /** Mine becomes another record; the other tab's stays as it is. */
  keepBoth(): void {
    const scenario = this.page.scenario();
    this.conflict = null;
    this.places.renew(this.places.of(scenario));
    this.page.rename(this.page.copyName(scenario.name));
  }

  /** The page has left a scenario that another tab has changed as well: mine becomes another record. */
  private keepAside(place: Place, scenario: Scenario): void {
    place.waiting = null;
    this.places.renew(place);
    place.waiting = { ...scenario, name: this.page.copyName(scenario.name) };
    void this.flush();
  }

  /** The other tab's takes the place of mine, which can be brought back by undo as a record of its own. */
  loadOther(): void {
    const other = this.conflict;
    this.conflict = null;
    if (!other) return;
    const place = this.places.of(this.page.scenario());
    place.waiting = null;
    this.places.renew(place);
    this.openedRecord(other);
    this.page.show(other.scenario);
  }

  /** Tries again what could not be kept. */
  retry(): void {
    if (this.problem) this.changed(this.page.scenario(), this.page.scenario());
  }

  private settleIn(place: Place): void {
    this.current = place.id;
    void this.together();
    if (place.revision > 0) keep('scenario', place.id);
  }

  private async write(place: Place, scenario: Scenario): Promise<void> {
    const { id, revision } = place;
    if (this.conflict?.id === id) return;
    const { recordOf } = await import('../../data/library/record.ts');
    const verdict = this.page.scenario() === scenario ? this.page.verdict() : null;
    const record = recordOf(scenario, { id, revision, time: Date.now(), verdict });
    const put = await this.shelf.use((store) => store.put(record, revision));
    if (!put || place.id !== id) return;
    this.problem = null;
    if (!put.ok) {
      if (this.current === id) this.conflict = put.other;
      else this.keepAside(place, scenario);
      return;
    }
    Object.assign(place, { revision: put.record.revision, stored: scenario });
    // The page went back to what was kept before, while this was being written.
    const now = this.page.scenario();
    if (now !== scenario && this.places.has(now) === place && !place.waiting) {
      place.waiting = now;
      void this.flush();
    }
    if (this.current === id) this.settleIn(place);
    this.tell(id, place.revision);
    // The runs were done meanwhile.
    if (this.page.scenario() === scenario && this.page.verdict() !== verdict) this.judged();
  }

  /** Another tab has kept a record: is it the one on this page? */
  private async compare(id: string, revision: number): Promise<void> {
    const place = this.places.has(this.page.scenario());
    if (place?.id !== id || revision <= place.revision) return;
    const other = await this.shelf.use((store) => store.get(id));
    if (other && place.id === id && other.revision > place.revision) this.conflict = other;
  }
}
