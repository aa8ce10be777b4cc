/** What the card of the smallest fix shows and does. */
import type { Session } from '../../../state/session.svelte.ts';
import type { SmallestFix as Found } from '../../../assess/smallestFix.ts';
import type { SmallestFix } from './smallest-fix.ts';

export interface FixCard {
  readonly found: SmallestFix;
  readonly previewing: boolean;
  readonly preview: () => void;
  readonly keep: () => void;
  readonly drop: () => void;
}

/** Null where there is nothing to fix, or the search stopped. */
export function fixCard(session: Session): FixCard | null {
  const { value, stale, failed } = session.questions.of('smallestFix');
  if (
    !session.selected ||
    session.runs.isStopped ||
    failed ||
    session.questions.of('fixes').failed
  )
    return null;
  // One that was found for another plan would undo what was changed since.
  const fix = value && !stale ? value : null;
  const scenario = fix?.kind === 'found' ? fix.scenario : null;
  const { preview } = session;
  return {
    found: !fix
      ? 'searching'
      : fix.kind === 'found'
        ? { steps: stepsOf(session, fix), before: fix.before, after: fix.after }
        : fix.kind,
    previewing: scenario !== null && preview.scenario === scenario,
    preview: () => {
      if (scenario && session.runs.curve) preview.show(scenario, session.runs.curve.axis);
    },
    keep: () => {
      preview.drop();
      if (scenario) session.edit(({ name }) => ({ ...scenario, name }));
    },
    drop: () => {
      preview.drop();
    },
  };
}

/** What it asks for, the least first. */
export function stepsOf(
  { words, sizes }: Pick<Session, 'words' | 'sizes'>,
  { fixes, size }: Extract<Found, { kind: 'found' }>,
): { readonly label: string }[] {
  const names = fixes.map((id) => words.evidence.fixes[id]);
  const smaller = size === null ? [] : [words.evidence.smallerDecision(sizes.shown(size))];
  return [...names, ...smaller].map((label) => ({ label }));
}
