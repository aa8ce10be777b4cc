import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import example from '../../../public/examples/general-price-rise.json';
import { parseScenario } from '../../../src/model/parse.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { AddressBar, recordIn } from '../../../src/state/opening/address-bar.ts';

const parsed = parseScenario(example);
if (!parsed.ok) throw new Error('The example must hold.');
const { scenario } = parsed;

/** Where a page stands, and what it has written there. */
function barAt(href: string) {
  const entry = { href, state: null as unknown };
  const bar = {
    location: entry,
    history: {
      replaceState: (state: unknown, _: string, to?: string | URL | null) => {
        Object.assign(entry, { state, href: String(to) });
      },
    },
  };
  return { bar, entry };
}

const linkOf = ({ name }: Scenario) => Promise.resolve(`1.${encodeURIComponent(name)}`);
const named = (name: string) => ({ ...scenario, name });

describe('the address bar', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const quiet = () => vi.advanceTimersByTimeAsync(600);

  test('carries the work as it is, a moment after the last edit, and its record at once', async () => {
    const { bar, entry } = barAt('https://example.org/?lang=zh#s=1.old');
    const address = new AddressBar(bar, linkOf);
    address.follow(named('a'), 'r1');
    expect(entry).toEqual({
      href: 'https://example.org/?lang=zh#s=1.old',
      state: { record: 'r1' },
    });
    await vi.advanceTimersByTimeAsync(300);
    address.follow(named('b'), 'r1');
    await vi.advanceTimersByTimeAsync(300);
    expect(entry.href).toMatch(/1\.old$/);
    await quiet();
    expect(entry).toEqual({
      href: 'https://example.org/?lang=zh#s=1.b',
      state: { record: 'r1' },
    });
    address.follow(named('c'), 'r2');
    await quiet();
    expect(entry).toEqual({
      href: 'https://example.org/?lang=zh#s=1.c',
      state: { record: 'r2' },
    });
  });

  test('names no record where nothing can be kept: the link is what is left', async () => {
    const { bar, entry } = barAt('https://example.org/');
    const address = new AddressBar(bar, linkOf);
    address.follow(named('a'), null);
    await quiet();
    expect(entry.href).toBe('https://example.org/#s=1.a');
    expect(recordIn(entry.state)).toBeNull();
  });

  test.each([
    ['a customer file', { origin: { rows: 9, used: 9 } }],
    ['a fit to past months', { fitted: {} }],
    ['the months since a launch', { launch: {} }],
    ['the months of the past', { past: { months: [] } }],
  ])('carries nothing of %s', async (_, own) => {
    const { bar, entry } = barAt('https://example.org/?embed#s=1.old');
    new AddressBar(bar, linkOf).follow({ ...scenario, ...own } as unknown as Scenario, 'r1');
    await quiet();
    expect(entry).toEqual({ href: 'https://example.org/?embed', state: { record: 'r1' } });
  });

  test('has no link where the scenario is too large for one, or its code is not there', async () => {
    for (const none of [
      () => Promise.resolve(null),
      () => Promise.reject(new Error('offline')),
    ]) {
      const { bar, entry } = barAt('https://example.org/#s=1.old');
      new AddressBar(bar, none).follow(scenario, 'r1');
      await quiet();
      expect(entry.href).toBe('https://example.org/');
    }
  });

  test('is no reason to stop where the browser refuses', async () => {
    const { bar } = barAt('file:///D:/thermocline.html');
    const refusing = {
      ...bar,
      history: {
        replaceState: () => {
          throw new Error('SecurityError');
        },
      },
    };
    new AddressBar(refusing, linkOf).follow(scenario, 'r1');
    await quiet();
  });
});

test.each([null, 1, 'r', {}, { record: 1 }, { record: null }])(
  'an entry of the history that names no record: %j',
  (state) => {
    expect(recordIn(state)).toBeNull();
  },
);
