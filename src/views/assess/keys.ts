/** Keys that move a value along an axis. */
export interface Steps {
  readonly step: number;
  readonly shift: number;
  readonly page: number;
}

export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'
>;

/** How far a key moves the value; null if the key means something else. */
export function steppedBy(event: Pressed, { step, shift, page }: Steps): number | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const one = event.shiftKey ? shift : step;
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return one;
    case 'ArrowLeft':
    case 'ArrowDown':
      return -one;
    case 'PageUp':
      return page;
    case 'PageDown':
      return -page;
    default:
      return null;
  }
}

/** Whether a key asks to undo or to redo: Ctrl or Cmd with Z, with Shift for redo, or Ctrl with Y. */
export function historyKey(event: Pressed): 'undo' | 'redo' | null {
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && event.ctrlKey ? 'redo' : null;
}

/** Something is being typed there that is not part of the scenario yet: its keys belong to the field. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-typing="true"]') !== null;

/** What a key makes of a number that is typed on a slider, digit by digit. */
export type TypedKey =
  { readonly typed: string } | { readonly commit: number } | { readonly reset: true };

const MOST_DIGITS = 7;

/** Null where the key is not one of those that type a number. */
export function typedKey(typed: string, event: Pressed): TypedKey | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const { key } = event;
  if (/^[0-9]$/.test(key)) return { typed: (typed + key).slice(0, MOST_DIGITS) };
  if (key === '.' || key === ',') return typed.includes('.') ? null : { typed: `${typed}.` };
  if (key === 'Backspace')
    return typed === '' ? { reset: true } : { typed: typed.slice(0, -1) };
  if (typed === '') return null;
  if (key === 'Escape') return { typed: '' };
  const value = Number.parseFloat(typed);
  return key === 'Enter' && Number.isFinite(value) ? { commit: value } : null;
}
