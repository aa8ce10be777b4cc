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
    return listening(element, { pointerdown: press, pointermove: drag });
  };
}

export interface Dragged {
  /** Where the element is, in pixels of its axis. */
  readonly from: () => number;
  /** Told where the pointer has brought it. */
  readonly to: (place: number) => void;
  /** Told when the pointer lets go. */
  readonly end: () => void;
}

/** An attachment that lets the pointer take the element along an axis. */
export function draggedAlong({ from, to, end }: Dragged) {
  return (element: HTMLElement): (() => void) => {
    let offset = 0;
    const press = (event: PointerEvent) => {
      if (event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      offset = from() - event.clientX;
      element.focus({ preventScroll: true });
      event.preventDefault();
      event.stopPropagation();
    };
    const drag = (event: PointerEvent) => {
      if (element.hasPointerCapture(event.pointerId)) to(event.clientX + offset);
    };
    const listeners = { pointerdown: press, pointermove: drag, lostpointercapture: end };
    return listening(element, listeners);
  };
}

type Listeners = Readonly<Record<string, (event: PointerEvent) => void>>;

/** Adds the listeners; the result takes them away. */
function listening(element: HTMLElement, listeners: Listeners): () => void {
  const all = Object.entries(listeners) as [string, EventListener][];
  for (const [name, listener] of all) element.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of all) element.removeEventListener(name, listener);
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
