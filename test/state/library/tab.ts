/** Pages in tabs of one browser, and what that browser keeps of their scenarios. */
import example from '../../../public/examples/general-price-rise.json';
import type { Chip } from '../../../src/data/library/record.ts';
import { LibraryStore } from '../../../src/data/library/store.ts';
import { parseScenario } from '../../../src/model/parse.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { Autosave } from '../../../src/state/library/autosave.svelte.ts';
import { Library } from '../../../src/state/library/library.svelte.ts';

const parsed = parseScenario(example);
if (!parsed.ok) throw new Error('The example must hold.');
export const first = parsed.scenario;

/** A page in a tab: a scenario, and a history that can be gone back in. */
export function tab(scenario: Scenario = first) {
  const past: Scenario[] = [];
  let present = scenario;
  const goTo = (next: Scenario) => {
    const before = present;
    present = next;
    autosave.changed(before, next);
  };
  const page = {
    verdict: null as Chip | null,
    problems: [] as string[],
    get scenario() {
      return present;
    },
    edit(change: Partial<Scenario>) {
      past.push(present);
      goTo({ ...present, ...change });
    },
    undo() {
      goTo(past.pop() ?? present);
    },
    show(next: Scenario) {
      past.push(present);
      goTo(next);
    },
  };
  const kept = {
    scenario: () => present,
    verdict: () => page.verdict,
    show: (next: Scenario) => {
      page.show(next);
    },
    rename: (name: string) => {
      page.edit({ name });
    },
    copyName: (name: string) => `${name} (copy)`,
    onProblem: ({ code }: { code: string }) => {
      page.problems.push(code);
    },
  };
  const autosave = new Autosave(kept);
  return { page, autosave, library: new Library(autosave, kept) };
}

/** What is kept, read past the classes under test. */
export async function kept() {
  const store = await LibraryStore.open();
  const { records } = await store.contents();
  store.close();
  return records;
}
export const told = async () =>
  (await kept()).map(({ name, scenario }) => `${name}: ${scenario.seed}`).sort();
export const names = async () => (await kept()).map(({ name }) => name).sort();
