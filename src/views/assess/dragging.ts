/** Follows a pointer along an axis, from pressing to letting go. */

/**
 * An attachment that reports the horizontal position of the pressed pointer, in pixels from the left edge of
 * the element.
 */
export function followsPointer(report: (x: number) => void) {
  return (element: HTMLElement): (() => void) => {
    const move = (event: PointerEvent) => {
      report(event.clientX - element.getBoundingClientRect().left);
    };
    const press = (event: PointerEvent) => {
      if (event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      move(event);
      element.querySelector<HTMLElement>('[role="slider"]')?.focus({ preventScroll: true });
      event.preventDefault();
    };
    const drag = (event: PointerEvent) => {
      if (element.hasPointerCapture(event.pointerId)) move(event);
    };
    element.addEventListener('pointerdown', press);
    element.addEventListener('pointermove', drag);
    return () => {
      element.removeEventListener('pointerdown', press);
      element.removeEventListener('pointermove', drag);
    };
  };
}

/** An attachment that calls back when D is pressed anywhere in the element. */
export function onTableKey(toggle: () => void) {
  return (element: HTMLElement): (() => void) => {
    const listen = (event: KeyboardEvent) => {
      if (!asksForTable(event)) return;
      event.preventDefault();
      toggle();
    };
    element.addEventListener('keydown', listen);
    return () => {
      element.removeEventListener('keydown', listen);
    };
  };
}

/** D, alone; not while something is being typed. */
function asksForTable(event: KeyboardEvent): boolean {
  const { altKey, ctrlKey, metaKey, key, target } = event;
  if (altKey || ctrlKey || metaKey || key.toLowerCase() !== 'd') return false;
  return !(target instanceof HTMLInputElement && target.type !== 'range');
}
