/** What customers lose or resent: cuts, ads, shocks, broken promises. */
import type { Parameters } from '../parameters.ts';
import { fading, levels, notUsedTo, weekly, weeklyLevel } from './course.ts';
import type { Course, Weekly } from './course.ts';
import { inForce, ofKind } from './entries.ts';
import type { EntryOf, Timed } from './entries.ts';
import { IMPULSES_AT_MOST } from './table.ts';
import type { SegmentLever } from './table.ts';

/** A broken plan of repair is a shock of this size, for a plan of full strength. */
const BROKEN_PLAN = 0.8;

export function compileHarm(
  course: Course,
  entries: readonly Timed[],
  { eta }: Parameters,
): Partial<Record<SegmentLever, Weekly>> & { readonly s: Weekly } {
  const service = levels(
    ofKind(entries, 'service'),
    ({ downgrade }) => downgrade,
    ({ ramp }) => ramp,
  );
  const load = levels(
    ofKind(entries, 'ads'),
    (entry) => entry.load,
    ({ ramp }) => ramp,
  );
  const ads = weeklyLevel(course, load, 0);
  return {
    s: weeklyLevel(course, service, 0),
    ads,
    adg: notUsedTo(ads, eta),
    z: shocks(course, entries),
    ...impulses(course, ofKind(entries, 'featureCut'), (cut) => cut.depth, eta, 'q', 'qg'),
    ...impulses(
      course,
      ofKind(entries, 'overPromise'),
      ({ size }) => size,
      eta,
      undefined,
      'og',
    ),
  };
}

/** The conduct shocks that are still felt and the plans of repair that were broken, added up. */
export function shocks(course: Course, entries: readonly Timed[]): Weekly {
  const hits = [
    ...ofKind(entries, 'shock').map((timed) => ({
      from: timed.from,
      undone: timed.undone,
      size: timed.entry.size,
    })),
    ...ofKind(entries, 'apology')
      .filter(({ entry }) => !entry.kept)
      .map(({ entry, until, undone }) => ({
        from: until,
        undone,
        size: BROKEN_PLAN * entry.strength,
      })),
  ].filter(({ size, from, undone }) => size > 0 && from < undone);
  return weekly(course, (week) => {
    let sum = 0;
    for (const { from, size } of hits) if (week >= from) sum += size * fading(week - from);
    return sum;
  });
}

type Impulse = EntryOf<'featureCut'> | EntryOf<'overPromise'>;
type Slot = 0 | 1 | 2 | 3;

/** Each entry in its own column, and what of it one has not got used to yet in another. */
function impulses<E extends Impulse>(
  course: Course,
  entries: readonly Timed<E>[],
  size: (entry: E) => number,
  eta: number,
  level: 'q' | undefined,
  felt: 'qg' | 'og',
): Partial<Record<SegmentLever, Weekly>> {
  const columns: Partial<Record<SegmentLever, Weekly>> = {};
  for (const timed of entries) {
    if (timed.slot >= IMPULSES_AT_MOST) continue;
    const slot = timed.slot as Slot;
    const values = weekly(course, (week) => (inForce(timed, week) ? size(timed.entry) : 0));
    if (level !== undefined) columns[`${level}${slot}`] = values;
    columns[`${felt}${slot}`] = notUsedTo(values, eta);
  }
  return columns;
}
