/** The stories beside the evidence: of each, the line that shows what somebody stands for, and how it ended. */
import type { Biography } from '../../../assess/biography.ts';
import type { TurningPoint } from '../../../assess/biography/story.ts';
import type { Role } from '../../../assess/cast.ts';
import { storyOf } from '../../../report/biography.ts';
import type { Telling } from '../../../report/biography.ts';
import type { Words } from '../../../words/language.ts';
import type { RoleStory } from '../../../state/answers/stories.svelte.ts';

export interface StoryRow {
  readonly id: number;
  readonly role: string;
  readonly customer: string;
  readonly segment: string;
  /** One or two, dated, in the order of their weeks. */
  readonly lines: readonly string[];
}

/** What makes somebody stand for it. */
const TELLING: Readonly<Partial<Record<Role, TurningPoint['kind']>>> = {
  first: 'trustFell',
  carried: 'friendsLeft',
  silent: 'trustFell',
  captive: 'captive',
};
/** Of these it goes without saying how it ended. */
const ENDED: readonly Role[] = ['first', 'captive'];

/** @param segmentOf name of a segment by its index */
export function storyRows(
  stories: readonly RoleStory[],
  telling: Omit<Telling, 'segment'> & { readonly words: Words },
  segmentOf: (index: number) => string,
): StoryRow[] {
  const { words, numbers } = telling;
  return stories.map(({ role, biography }) => {
    const segment = segmentOf(biography.who.segment);
    const { lines } = storyOf(biography, { ...telling, segment });
    return {
      ...{ id: biography.id, segment },
      role: words.evidence.stories.roles[role],
      customer: words.lake.column.customer(numbers.plain(biography.id)),
      lines: pointsTold(role, biography).map((i) => lines[i] ?? ''),
    };
  });
}

/** Indices of the points that are told. */
function pointsTold(role: Role, { points }: Biography): number[] {
  const telling = points.findIndex(({ kind }) => kind === TELLING[role]);
  const end = points.length - 1;
  if (telling < 0) return [end];
  return ENDED.includes(role) ? [telling] : [telling, end];
}
