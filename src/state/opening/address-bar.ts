/**
 * Keeps the address of the page to the work on it: it carries the link to the scenario as it is now, a moment after
 * each edit, and the browser's entry for the page carries the id of the record that the work is kept in. So a copied
 * address opens what was on the screen, and a reload goes on with the same record.
 *
 * What comes from the reader's own customers stands in no address, which browsers keep and synchronise, unless it
 * is asked for by `Share`.
 */
import type { Scenario } from '../../model/scenario.ts';
import { addressWith } from './address.ts';

/** Since the last edit. */
const QUIET_MS = 500;

/** The part of a window that is written to. */
export interface Bar {
  readonly location: Pick<Location, 'href'>;
  readonly history: Pick<History, 'replaceState'>;
}

export class AddressBar {
  private readonly bar: Bar;
  private readonly linkOf: (scenario: Scenario) => Promise<string | null>;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private record: string | null = null;

  /** @param linkOf rejects where the code for links cannot be loaded: the address then carries none */
  constructor(bar: Bar, linkOf: (scenario: Scenario) => Promise<string | null>) {
    this.bar = bar;
    this.linkOf = linkOf;
  }

  /**
   * Called from the first edit on; until then the address stays as it was opened.
   *
   * @param record id of the record that holds the scenario; null where nothing can be kept
   */
  follow(scenario: Scenario, record: string | null): void {
    clearTimeout(this.quiet);
    if (record !== this.record) this.write(record, this.bar.location.href);
    this.record = record;
    this.quiet = setTimeout(() => void this.name(scenario, record), QUIET_MS);
  }

  private async name(scenario: Scenario, record: string | null): Promise<void> {
    const link = isPrivate(scenario) ? null : await this.linkOf(scenario).catch(() => null);
    if (record !== this.record) return;
    this.write(record, addressWith(link, this.bar.location.href));
  }

  private write(record: string | null, href: string): void {
    try {
      this.bar.history.replaceState({ record }, '', href);
    } catch {
      // Browsers limit how often an address may change, and refuse it to some pages from a disk.
    }
  }
}

/** Whether it holds figures of customers, or of months, that a file or the reader brought. */
const isPrivate = ({ origin, past, fitted, launch }: Scenario): boolean =>
  [origin, past, fitted, launch].some((brought) => brought !== undefined);

/** The id of the record that an entry of the browser's history belongs to; null if it names none. */
export function recordIn(state: unknown): string | null {
  const named = typeof state === 'object' && state !== null && 'record' in state;
  return named && typeof state.record === 'string' ? state.record : null;
}
