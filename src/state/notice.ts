/** What the page has to say to its reader. Words are chosen when it is shown, in the language of the moment. */
import type { Problem } from '../model/scenario.ts';
import type { StorageProblem } from '../data/library/problem.ts';
import type { LinkProblem } from '../data/link.ts';
import type { Ignored } from './opening/address.ts';

export type Notice =
  | { readonly kind: 'runStopped'; readonly reason: string }
  /** A part of the page that is loaded when it is needed. */
  | { readonly kind: 'notLoaded' }
  | { readonly kind: 'refusedEdit'; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'refusedScenario';
      readonly file: string;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'refusedLink'; readonly problem: LinkProblem }
  /** The link's numbers were those of another version of the model. */
  | { readonly kind: 'otherModel'; readonly made: string; readonly here: string }
  | { readonly kind: 'ignoredParameters'; readonly parameters: readonly Ignored[] }
  /** The page has opened with the scenario of the last visit. */
  | { readonly kind: 'continued'; readonly name: string }
  /** Nothing is kept in this browser. */
  | { readonly kind: 'notKept'; readonly problem: StorageProblem }
  | { readonly kind: 'unreadableFile'; readonly file: string }
  | { readonly kind: 'largeScenario'; readonly file: string; readonly limitBytes: number };
