/** What the page needs before it shows anything, as one file: it travels in one piece, and packs better than many. */
import type { Rolldown } from 'vite';

type Group = NonNullable<
  Extract<Rolldown.OutputOptions['codeSplitting'], object>['groups']
>[number];
type Chunking = Rolldown.ChunkingContext;

/** @param main file that the page begins with */
export function firstScript(main: string): Group {
  let needed: ReadonlySet<string> | undefined;
  return {
    name: (id, chunking) => {
      needed ??= reachedFrom(main, chunking);
      return needed.has(id) ? 'page' : null;
    },
  };
}

/** Passes on all of D3: what is reached through it alone is needed by whoever uses it, not by whoever names it. */
const BARREL = /\/node_modules\/d3\//;

/** A file and all that it imports, but for what is loaded later. */
function reachedFrom(file: string, chunking: Chunking): ReadonlySet<string> {
  const reached = new Set([file]);
  // A set grows while it is walked through.
  for (const id of reached) {
    if (BARREL.test(id)) continue;
    for (const next of chunking.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
  }
  return reached;
}
