/** What the tabs of one browser tell each other about the library that they share. */

/** A record was kept, or taken away where there is no revision. */
export interface Told {
  readonly id: string;
  readonly revision: number | null;
}

const NAME = 'thermocline.library';

export class Tabs {
  private readonly channel: BroadcastChannel | null;

  /** @param onTold what another tab did; never what this one did */
  constructor(onTold: (told: Told) => void) {
    this.channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME);
    this.channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isTold(data)) onTold(data);
    });
  }

  tell(told: Told): void {
    this.channel?.postMessage(told);
  }
}

/** A tab with another version of the page may say something else. */
const isTold = (data: unknown): data is Told =>
  typeof data === 'object' &&
  data !== null &&
  'id' in data &&
  typeof data.id === 'string' &&
  'revision' in data &&
  (data.revision === null || typeof data.revision === 'number');
