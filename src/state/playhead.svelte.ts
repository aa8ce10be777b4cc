/** The week under the eye: one for all charts of the page. It can be set, stepped and played. */

/** Times the normal pace. */
export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** Who calls back before the next picture: the browser, or a test. */
export interface Frames {
  request(callback: (milliseconds: number) => void): number;
  cancel(id: number): void;
}

/** Weeks a second at the normal pace: two years pass in under 20 seconds. */
export const WEEKS_PER_SECOND = 6;
/** A picture that took longer, or a page that was hidden, does not make weeks be skipped. */
const LONGEST_STEP_MS = 100;

const browserFrames: Frames = {
  request: (callback) => requestAnimationFrame(callback),
  cancel: (id) => {
    cancelAnimationFrame(id);
  },
};

export class Playhead {
  speed = $state<Speed>(1);
  playing = $state(false);

  /** Null until the reader moves it. */
  private chosen = $state<number | null>(null);
  private readonly weeks: () => number;
  private readonly frames: Frames;
  private frame = 0;
  private last: number | null = null;

  /** Place in weeks, between two of them while it plays: half way, until the reader moves it. */
  readonly at = $derived.by(() => this.within(this.chosen ?? Math.round(this.weeks() / 2)));
  /** The whole week whose values are shown, 0 to the number of weeks - 1. */
  readonly week = $derived(Math.floor(this.at));

  /** @param weeks number of weeks on the axis */
  constructor(weeks: () => number, frames: Frames = browserFrames) {
    this.weeks = weeks;
    this.frames = frames;
  }

  /** Moves it to the nearest whole week within the axis, and stops it. */
  set(week: number): void {
    this.pause();
    this.chosen = this.within(Math.round(week));
  }

  step(weeks: number): void {
    this.set(this.week + weeks);
  }

  /** Back to half way. */
  reset(): void {
    this.pause();
    this.chosen = null;
  }

  /** Plays on from here; from the beginning if it stands at the end. */
  play(): void {
    if (this.playing) return;
    if (this.at >= this.end) this.chosen = 0;
    this.playing = true;
    this.last = null;
    this.frame = this.frames.request(this.advance);
  }

  pause(): void {
    if (!this.playing) return;
    this.frames.cancel(this.frame);
    this.playing = false;
    this.chosen = this.week;
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  /** The next pace; after the fastest comes the slowest. */
  nextSpeed(): void {
    this.speed = SPEEDS[(SPEEDS.indexOf(this.speed) + 1) % SPEEDS.length] ?? 1;
  }

  private get end(): number {
    return this.weeks() - 1;
  }

  private within(week: number): number {
    return Math.max(0, Math.min(this.end, week));
  }

  private readonly advance = (now: number): void => {
    const passed = Math.min(LONGEST_STEP_MS, now - (this.last ?? now));
    this.last = now;
    this.chosen = this.within(this.at + (passed / 1000) * WEEKS_PER_SECOND * this.speed);
    if (this.at >= this.end) this.pause();
    else this.frame = this.frames.request(this.advance);
  };
}
