/** A deadline with its range: a dashed line down the water and a shaded column about it. */
import type { Group } from './layers.ts';
import type { Plot, Scale } from './scale.ts';
import { px } from './scale.ts';
import { drawThreshold } from './threshold.ts';
import type { Range } from './threshold.ts';

export interface DeadlineOptions {
  readonly plot: Plot;
  readonly x: Scale;
}

/** Draws the deadline, or removes it when there is none. */
export function drawDeadline(
  group: Group,
  range: Range | null,
  { plot, x }: DeadlineOptions,
): void {
  group.attr('display', range ? null : 'none');
  if (!range) return;
  const [low, value, high] = [px(x(range.low)), px(x(range.value)), px(x(range.high))];
  drawThreshold(
    group,
    { value, low, high },
    { plot, name: 'deadline', opacity: 0.12, narrowest: 0 },
  );
}
