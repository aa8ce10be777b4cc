/** Keys that move the playhead from anywhere on the page where they mean nothing else. */
import { steppedBy } from '../keys.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

export type PlayKey = 'toggle' | { readonly by: number };

export const WEEK_STEPS = { step: 1, shift: 4, page: 13 } as const;
/** What keeps its keys to itself. */
const BUSY =
  'a, button, input, select, textarea, summary, dialog, [contenteditable], [role="region"], [role="application"]';

/** Space, and Left and Right with or without Shift; null for other keys. */
export function playKey(event: Pressed): PlayKey | null {
  const { key, altKey, ctrlKey, metaKey } = event;
  if (altKey || ctrlKey || metaKey) return null;
  if (key === ' ') return 'toggle';
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const by = steppedBy(event, WEEK_STEPS);
  return by === null ? null : { by };
}

/** Whether an element has no use of its own for a key: a slider has for all but Space. */
export function isFree(target: EventTarget | null, key: PlayKey): boolean {
  if (!(target instanceof Element) || target.closest(BUSY)) return false;
  return key === 'toggle' || target.closest('[role="slider"]') === null;
}
