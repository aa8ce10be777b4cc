/** The version of the page: kept for use without a server, and changed only when the reader says so. */
export class Release {
  /** A newer version is ready and waits. */
  isNewReady = $state(false);
  /** Another tab has taken a newer version; this one still shows the earlier. */
  isTakenElsewhere = $state(false);

  private waiting: ServiceWorker | null = null;
  private isTaking = false;

  /**
   * Keeps the files of the page in the browser, where it can; nothing depends on it.
   *
   * @param script address of the service worker
   */
  async keep(script: string): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    const { serviceWorker } = navigator;
    let wasControlled = serviceWorker.controller !== null;
    serviceWorker.addEventListener('controllerchange', () => {
      if (this.isTaking) location.reload();
      else if (wasControlled) {
        this.isTakenElsewhere = true;
        // It is at work already: to go over to it is to load the page again.
        this.waiting = null;
      }
      wasControlled = true;
    });
    try {
      const registration = await serviceWorker.register(script);
      const follow = () => {
        registration.installing?.addEventListener('statechange', () => {
          this.look(registration);
        });
      };
      registration.addEventListener('updatefound', follow);
      // What the browser found by itself while the page loaded is not announced again.
      follow();
      this.look(registration);
      // Left to itself a browser may look for a newer version as late as the kept one has nothing to do.
      await registration.update();
    } catch {
      // Storage is denied, or the address is not a safe one: then the page needs its server each time. Or there is no
      // server now: then the kept version does.
    }
  }

  /** Goes over to the newer version. */
  take(): void {
    this.isTaking = true;
    if (this.waiting) this.waiting.postMessage('take over');
    else location.reload();
  }

  private look({ waiting, active }: ServiceWorkerRegistration): void {
    // Without an active one there is no earlier version to leave.
    if (!waiting || !active) return;
    this.waiting = waiting;
    this.isNewReady = true;
  }
}
