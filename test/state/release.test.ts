import { afterEach, expect, test, vi } from 'vitest';
import { Release } from '../../src/state/release.svelte.ts';

/** A service worker's registration, as far as the page looks at it. */
class Registration extends EventTarget {
  installing: EventTarget | null = null;
  waiting: EventTarget | null = null;
  readonly active = new EventTarget();
  /** How often the browser was asked to look for a newer version. */
  asked = 0;

  update(): Promise<void> {
    this.asked++;
    return Promise.resolve();
  }

  /** A newer version is being fetched; the browser says so once. */
  find(): void {
    this.installing = new EventTarget();
    this.dispatchEvent(new Event('updatefound'));
  }

  install(): void {
    const { installing } = this;
    this.waiting = installing;
    this.installing = null;
    installing?.dispatchEvent(new Event('statechange'));
  }
}

async function kept(registration: Registration): Promise<Release> {
  const serviceWorker = Object.assign(new EventTarget(), {
    controller: registration.active,
    register: () => Promise.resolve(registration),
  });
  vi.stubGlobal('navigator', { serviceWorker });
  const release = new Release();
  await release.keep('service-worker.js');
  return release;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a newer version is ready once it is installed, whether it was found before the page asked or after', async () => {
  const late = new Registration();
  const after = await kept(late);
  expect(after.isNewReady).toBe(false);
  late.find();
  late.install();
  expect(after.isNewReady).toBe(true);

  const early = new Registration();
  early.find();
  const before = await kept(early);
  expect(before.isNewReady).toBe(false);
  early.install();
  expect(before.isNewReady).toBe(true);
});

test('a version that waits since an earlier visit is ready at once', async () => {
  const registration = new Registration();
  registration.find();
  registration.install();
  expect((await kept(registration)).isNewReady).toBe(true);
  expect(registration.asked).toBe(1);
});
