/** What the card of the smallest fix shows and does. */
import type { Session } from '../../../state/session.svelte.ts';
import type { SmallestFix as Answer } from '../../../assess/smallestFix.ts';
import type { Plan } from '../../../assess/trials.ts';
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
    found: fix ? shown(session, fix) : 'searching',
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

type Voice = Pick<Session, 'words' | 'sizes'>;

/** The answer as the card says it. */
export function shown(voice: Voice, fix: Answer): SmallestFix {
  if (fix.kind === 'notNeeded') return fix.kind;
  if (fix.kind === 'noneFound') {
    const leftOut = fix.leftOut.map((id) => voice.words.evidence.fixes[id]);
    return leftOut.length > 0 ? { leftOut } : fix.kind;
  }
  const { before, after, alternative } = fix;
  const other = alternative && {
    names: stepsOf(voice, alternative).map(({ label }) => label),
    after: alternative.after,
  };
  return { steps: stepsOf(voice, fix), before, after, other };
}

/** What it asks for, the least first. */
function stepsOf(
  { words, sizes }: Voice,
  { fixes, size }: Pick<Plan, 'fixes' | 'size'>,
): { readonly label: string }[] {
  const names = fixes.map((id) => words.evidence.fixes[id]);
  const smaller = size === null ? [] : [words.evidence.smallerDecision(sizes.shown(size))];
  return [...names, ...smaller].map((label) => ({ label }));
}
