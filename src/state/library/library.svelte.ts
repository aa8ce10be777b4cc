/** The scenarios that this browser keeps, as a list to choose from. */
import {
  FILE_ENDING,
  libraryText,
  rawText,
  readLibraryFile,
  scenarioText,
} from '../../data/library/file.ts';
import type { FileTrouble } from '../../data/library/file.ts';
import { recordOf } from '../../data/library/record.ts';
import type { ScenarioRecord } from '../../data/library/record.ts';
import type { Contents, LibraryStore, SetAside } from '../../data/library/store.ts';
import { canonicalJson } from '../../model/canonical.ts';
import type { Problem, Scenario } from '../../model/scenario.ts';
import type { Autosave, Kept } from './autosave.svelte.ts';
import { fileNameOf } from '../file-names.ts';
import { newId } from './places.ts';

/** What came of a file. */
export type Added =
  | {
      readonly ok: true;
      readonly added: readonly ScenarioRecord[];
      /** Scenarios that were there before, the same to the letter. */
      readonly known: number;
      readonly refused: readonly FileTrouble[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

const NOTHING: Contents = { records: [], damaged: [], newer: [] };

export class Library {
  /** What is looked for in names. */
  search = $state('');
  /** Those taken away during this visit, the last one last. */
  removed = $state.raw<readonly ScenarioRecord[]>([]);
  private contents = $state.raw<Contents | null>(null);
  private readonly autosave: Autosave;
  private readonly page: Kept;

  readonly ready = $derived(this.contents !== null);
  readonly records = $derived((this.contents ?? NOTHING).records);
  readonly damaged = $derived((this.contents ?? NOTHING).damaged);
  readonly newer = $derived((this.contents ?? NOTHING).newer);
  readonly found = $derived(this.records.filter(({ name }) => matches(name, this.search)));

  constructor(autosave: Autosave, page: Kept) {
    this.autosave = autosave;
    this.page = page;
  }

  /** Reads the list anew. */
  async refresh(): Promise<void> {
    this.contents =
      (await this.autosave.shelf.use((store) => store.contents())) ?? this.contents ?? NOTHING;
  }

  /** Puts a record on the page; what was there can be brought back by undo. */
  async open(id: string): Promise<boolean> {
    await this.autosave.flush();
    const record = await this.autosave.shelf.use((store) => store.get(id));
    if (!record) return false;
    this.autosave.openedRecord(record);
    this.page.show(record.scenario);
    return true;
  }

  async duplicate(id: string): Promise<void> {
    await this.autosave.flush();
    await this.change(id, (store, { scenario, verdict }) => {
      const copy = { ...scenario, name: this.page.copyName(scenario.name) };
      return store.put({ ...recordFor(copy), verdict }, 0);
    });
  }

  async rename(id: string, name: string): Promise<void> {
    if (id === this.autosave.current) {
      this.page.rename(name);
      await this.autosave.flush();
      return;
    }
    await this.change(id, (store, record) => {
      const scenario = { ...record.scenario, name };
      return store.put({ ...record, name, scenario, time: Date.now() }, record.revision);
    });
  }

  async remove(id: string): Promise<void> {
    await this.autosave.flush();
    const record = await this.autosave.shelf.use((store) => store.remove(id));
    if (!record) return;
    this.removed = [...this.removed, record];
    this.autosave.forget(id);
    this.autosave.retry();
  }

  /** Brings back the one that was taken away last. */
  async restore(): Promise<void> {
    const record = this.removed.at(-1);
    if (!record) return;
    this.removed = this.removed.slice(0, -1);
    const { shelf } = this.autosave;
    const put = await shelf.use(async (store) => {
      const again = await store.put(record, record.revision);
      // It was edited on since: both are kept.
      return again.ok ? again : store.put({ ...record, id: newId() }, 0);
    });
    if (put?.ok) this.autosave.tell(put.record.id, put.record.revision);
  }

  /** Takes the scenarios of a file; nothing that is there is changed. */
  async add(text: string): Promise<Added> {
    const read = readLibraryFile(text, newId);
    if (!read.ok) return read;
    await this.refresh();
    const there = this.records.map(({ scenario }) => canonicalJson(scenario));
    const fresh = read.records.filter(
      ({ scenario }) => !there.includes(canonicalJson(scenario)),
    );
    const added: ScenarioRecord[] = [];
    for (const record of fresh) {
      const put = await this.autosave.shelf.use((store) =>
        store.put({ ...record, time: record.time || Date.now() }, 0),
      );
      if (!put?.ok) break;
      added.push(put.record);
      this.autosave.tell(put.record.id, put.record.revision);
    }
    const known = read.records.length - fresh.length;
    return { ok: true, added, known, refused: read.refused };
  }

  fileOf({ scenario }: Pick<ScenarioRecord, 'scenario'>): TextFile {
    return { name: fileNameOf(scenario) + FILE_ENDING, text: scenarioText(scenario) };
  }

  /** A damaged record as it is, for somebody who can mend it. */
  fileOfDamaged({ name, value }: SetAside): TextFile {
    return { name: `${name}${FILE_ENDING}`, text: rawText(value) };
  }

  /** All scenarios, and the one on the page even where nothing can be kept. */
  fileOfAll(): TextFile {
    const here = this.page.scenario();
    const kept = this.records.some(({ scenario }) => same(scenario, here));
    const records = kept ? this.records : [recordFor(here), ...this.records];
    return { name: `scenarios${FILE_ENDING}`, text: libraryText(records) };
  }

  private async change(
    id: string,
    work: (
      store: LibraryStore,
      record: ScenarioRecord,
    ) => Promise<Awaited<ReturnType<LibraryStore['put']>>>,
  ): Promise<void> {
    const put = await this.autosave.shelf.use(async (store) => {
      const record = await store.get(id);
      return record && work(store, record);
    });
    if (put?.ok) this.autosave.tell(put.record.id, put.record.revision);
  }
}

const recordFor = (scenario: Scenario): ScenarioRecord =>
  recordOf(scenario, { id: newId(), time: Date.now(), verdict: null, revision: 1 });

const same = (a: Scenario, b: Scenario): boolean => canonicalJson(a) === canonicalJson(b);

const matches = (name: string, search: string): boolean =>
  name.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase());
