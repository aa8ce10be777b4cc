/** Which record a scenario belongs to: those that follow from each other by edits, and by undoing them, share one. */
import type { Scenario } from '../../model/scenario.ts';

export interface Place {
  /** Of the record. */
  readonly id: string;
  /** Of the record as this tab knows it; 0 before it is kept. */
  revision: number;
  /** What the record holds as far as this tab knows. */
  stored: Scenario | null;
  /** What is to be written to it. */
  waiting: Scenario | null;
}

export class Places {
  private readonly byScenario = new WeakMap<Scenario, Place>();
  private readonly byId = new Map<string, Place>();

  has(scenario: Scenario): Place | undefined {
    return this.byScenario.get(scenario);
  }

  /** The place of a scenario; a new one if it has none. */
  of(scenario: Scenario): Place {
    return this.byScenario.get(scenario) ?? this.put(scenario, newId());
  }

  at(id: string): Place | undefined {
    return this.byId.get(id);
  }

  /** Puts a scenario into a place, that of an id if it is given by one. */
  put(scenario: Scenario, place: Place | string): Place {
    const at = typeof place === 'string' ? (this.byId.get(place) ?? empty(place)) : place;
    this.byId.set(at.id, at);
    this.byScenario.set(scenario, at);
    return at;
  }

  /** All that is in a place belongs to a new record from now on. */
  renew(place: Place): void {
    this.byId.delete(place.id);
    Object.assign(place, { ...empty(newId()), waiting: place.waiting });
    this.byId.set(place.id, place);
  }

  /** Those that something is to be written to. */
  waiting(): Place[] {
    return [...this.byId.values()].filter(({ waiting }) => waiting !== null);
  }
}

const empty = (id: string): Place => ({ id, revision: 0, stored: null, waiting: null });

const ID_BYTES = 16;

/** A random id; `crypto.randomUUID` is not there on pages that are not served securely. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(ID_BYTES)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
