import { beforeEach, expect, test } from 'vitest';
import { Playhead, WEEKS_PER_SECOND } from '../../src/state/playhead.svelte.ts';

const FRAME_MS = 50;
let waiting: ((milliseconds: number) => void) | null;
let now: number;
let playhead: Playhead;

beforeEach(() => {
  waiting = null;
  now = 0;
  playhead = new Playhead(() => 105, {
    request: (callback) => {
      waiting = callback;
      return 1;
    },
    cancel: () => (waiting = null),
  });
});

/** Shows pictures for so many seconds, `FRAME_MS` apart. */
function pass(seconds: number, step = FRAME_MS): void {
  for (let passed = 0; passed < seconds * 1000; passed += step) {
    const callback = waiting;
    waiting = null;
    callback?.((now += step));
  }
}

test('stands half way until it is moved, and stays on the axis', () => {
  expect(playhead.week).toBe(53);
  playhead.set(-3);
  expect(playhead.week).toBe(0);
  playhead.set(7.6);
  expect(playhead.week).toBe(8);
  playhead.step(4);
  expect(playhead.week).toBe(12);
  playhead.step(1000);
  expect(playhead.week).toBe(104);
  playhead.reset();
  expect(playhead.week).toBe(53);
});

test('plays at its pace, with places between the weeks, and stops on a whole week', () => {
  playhead.set(10);
  playhead.play();
  pass(2.05 + FRAME_MS / 1000);
  expect(playhead.at).toBeCloseTo(10 + 2.05 * WEEKS_PER_SECOND, 6);
  expect(playhead.week).toBe(22);
  playhead.pause();
  expect([playhead.playing, playhead.at, waiting]).toEqual([false, 22, null]);
});

test('plays at each speed, one after the other', () => {
  const reached: number[] = [];
  for (const speed of [1, 2, 4, 0.5, 1]) {
    expect(playhead.speed).toBe(speed);
    playhead.set(0);
    playhead.play();
    pass(2 + FRAME_MS / 1000);
    reached.push(playhead.at);
    playhead.pause();
    playhead.nextSpeed();
  }
  expect(reached.map((at) => Math.round(at))).toEqual([12, 24, 48, 6, 12]);
});

test('stops at the end, and plays from the beginning after that', () => {
  playhead.set(100);
  playhead.play();
  pass(5);
  expect([playhead.playing, playhead.week]).toEqual([false, 104]);
  playhead.play();
  expect([playhead.playing, playhead.week]).toEqual([true, 0]);
});

test('goes on where it was after a page was hidden', () => {
  playhead.set(10);
  playhead.play();
  pass(FRAME_MS / 1000);
  pass(60, 60_000);
  expect(playhead.at).toBeLessThan(11);
});

test('stops playing when it is moved by hand', () => {
  playhead.play();
  pass(0.5);
  playhead.set(30);
  pass(0.5);
  expect([playhead.playing, playhead.week]).toEqual([false, 30]);
});
