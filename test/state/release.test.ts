import { afterEach, expect, test, vi } from 'vitest';
import { Release } from '../../src/state/release.svelte.ts';

/** A service worker's registration, as far as the page looks at it. */
class Registration extends EventTarget {
  installing: EventTarget | null = null;
  waiting: EventTarget | null = null;
  active: EventTarget | null = new EventTarget();
  /** How often the browser was asked to look for a newer version. */
  asked = 0;
  /** Whether there is a server to ask. */
  isOnline = true;

  update(): Promise<void> {
    this.asked++;
    return this.isOnline ? Promise.resolve() : Promise.reject(new TypeError('Failed to fetch'));
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

async function kept(registration: Registration) {
  const serviceWorker = Object.assign(new EventTarget(), {
    controller: registration.active,
    register: () => Promise.resolve(registration),
  });
  const reload = vi.fn();
  vi.stubGlobal('navigator', { serviceWorker });
  vi.stubGlobal('location', { reload });
  const release = new Release();
  await release.keep('service-worker.js');
  /** Another version takes the page over. */
  const change = () => serviceWorker.dispatchEvent(new Event('controllerchange'));
  return { release, change, reload };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a newer version is ready once it is installed, whether it was found before the page asked or after', async () => {
  const late = new Registration();
  const { release: after } = await kept(late);
  expect(after.isNewReady).toBe(false);
  late.find();
  late.install();
  expect(after.isNewReady).toBe(true);

  const early = new Registration();
  early.find();
  const { release: before } = await kept(early);
  expect(before.isNewReady).toBe(false);
  early.install();
  expect(before.isNewReady).toBe(true);
});

test('a version that waits since an earlier visit is ready at once', async () => {
  const registration = new Registration();
  registration.find();
  registration.install();
  expect((await kept(registration)).release.isNewReady).toBe(true);
  expect(registration.asked).toBe(1);
});

test('the first version that is kept is no newer one', async () => {
  const first = new Registration();
  first.active = null;
  first.find();
  const { release, change, reload } = await kept(first);
  first.install();
  expect(release.isNewReady).toBe(false);
  // It takes over the page that asked for it, which shows the same version.
  change();
  expect(release.isTakenElsewhere).toBe(false);
  expect(reload).not.toHaveBeenCalled();
  change();
  expect(release.isTakenElsewhere).toBe(true);
});

/** A registration with a newer version that waits, and what it is told. */
function waiting() {
  const registration = new Registration();
  const told = vi.fn();
  registration.find();
  registration.install();
  registration.waiting = Object.assign(new EventTarget(), { postMessage: told });
  return { registration, told };
}

test('the newer version takes over when the reader says so, and then the page is loaded anew', async () => {
  const { registration, told } = waiting();
  const { release, change, reload } = await kept(registration);
  release.take();
  expect(told).toHaveBeenCalledWith('take over');
  expect(reload).not.toHaveBeenCalled();
  change();
  expect(reload).toHaveBeenCalledOnce();
  expect(release.isTakenElsewhere).toBe(false);
});

test('a version that another tab has taken is gone over to by loading the page anew', async () => {
  const { registration, told } = waiting();
  const { release, change, reload } = await kept(registration);
  change();
  expect(release.isTakenElsewhere).toBe(true);
  expect(reload).not.toHaveBeenCalled();
  release.take();
  expect(told).not.toHaveBeenCalled();
  expect(reload).toHaveBeenCalledOnce();
});

test('without a server the kept version does', async () => {
  const { registration } = waiting();
  registration.isOnline = false;
  expect((await kept(registration)).release.isNewReady).toBe(true);
});
