/** Keys that move a value along an axis. */
export interface Steps {
  readonly step: number;
  readonly shift: number;
  readonly page: number;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

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
