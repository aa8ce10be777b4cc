/** Where customers are kept: the slots of a segment follow each other, and each segment begins at a tile. */
import * as layout from '../../workers/kernel/assembly/layout.ts';

/** The ids of a segment from `start` to before `end`, and the slot of the first of them. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly first: number;
}

/** One place per segment, ascending. */
export function placesIn(buffer: ArrayBuffer, segments: number): Place[] {
  const words = new Int32Array(buffer, layout.SEGMENT_PLACES, segments * 4);
  return Array.from({ length: segments }, (_, g) => ({
    start: words[g * 4 + layout.Q_idStart] ?? 0,
    end: words[g * 4 + layout.Q_idEnd] ?? 0,
    first: (words[g * 4 + layout.Q_tileStart] ?? 0) * layout.TILE,
  }));
}

/** Slot of every id. */
export function everySlot(places: readonly Place[]): Int32Array {
  const slots = new Int32Array(places.at(-1)?.end ?? 0);
  for (const { start, end, first } of places)
    for (let id = start; id < end; id++) slots[id] = first + id - start;
  return slots;
}

/**
 * Slots of some ids, in their order.
 * @throws RangeError naming an id that nobody has
 */
export function slotsOf(places: readonly Place[], ids: ArrayLike<number>): Int32Array {
  const slots = new Int32Array(ids.length);
  let place: Place | undefined;
  for (let i = 0; i < slots.length; i++) {
    const id = ids[i] ?? NaN;
    if (!place || id < place.start || !(id < place.end)) place = placeOf(places, id);
    slots[i] = place.first + id - place.start;
  }
  return slots;
}

function placeOf(places: readonly Place[], id: number): Place {
  const place = places.find(({ end }) => id < end);
  if (place && id >= 0 && Number.isInteger(id)) return place;
  const last = (places.at(-1)?.end ?? 0) - 1;
  throw new RangeError(`id: received ${id}, expected a whole number from 0 to ${last}`);
}

/** Id of the person in a slot. */
export function idIn(places: readonly Place[], slot: number): number {
  const place = places.findLast(({ first }) => first <= slot);
  return place ? place.start + slot - place.first : -1;
}
