/** What the page has to say to its reader. Words are chosen when it is shown, in the language of the moment. */
import type { FileProblem } from '../data/findings.ts';
import type { CustomerReport } from '../data/report.ts';

export type Notice =
  | { readonly kind: 'runStopped'; readonly reason: string }
  | { readonly kind: 'refusedEdit'; readonly problems: readonly string[] }
  | {
      readonly kind: 'refusedScenario';
      readonly file: string;
      readonly problems: readonly string[];
    }
  | { readonly kind: 'refusedFile'; readonly file: string; readonly problem: FileProblem }
  | { readonly kind: 'unreadableFile'; readonly file: string }
  | { readonly kind: 'reading'; readonly file: string }
  | {
      readonly kind: 'imported';
      readonly file: string;
      readonly report: CustomerReport;
      /** The simulated churn could be brought to the observed one. */
      readonly met: boolean;
    };
