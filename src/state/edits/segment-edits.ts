/**
 * Edits of the segments: pure, each returns a scenario whose segments are its own and whose shares add up to
 * what they added up to before. Shares that are counts of customers stay whole numbers.
 */
import type { Buffer, Decision, Scenario } from '../../model/scenario.ts';
import type { Segment } from '../../model/templates.ts';
import { withSetting } from './entry-fields.ts';
import { populationOf, sum } from './population.ts';
import { meanTraits } from './segment-traits.ts';

/** A scenario holds at most this many segments. */
export const SEGMENTS_AT_MOST = 24;
/** Revenue per head is at most this many list prices. */
const ARPU_AT_MOST = 1e6;
export const NAME_LENGTH_AT_MOST = 200;

/** One segment in place of several, at the place of the first: with their customers, and like them on average. */
export function withMerged(
  scenario: Scenario,
  indices: readonly number[],
  name: string,
): Scenario {
  const { segments } = populationOf(scenario);
  const merged = segments.filter((_, i) => indices.includes(i));
  const [first] = merged;
  if (!first || merged.length < 2) return scenario;
  const one: Segment = {
    name,
    share: sum(merged.map(({ share }) => share)),
    ...meanTraits(merged),
  };
  const left = segments.flatMap((segment) =>
    segment === first ? [one] : merged.includes(segment) ? [] : [segment],
  );
  const gone = merged.map((segment) => segment.name);
  return withSegments(
    scenario,
    left,
    (aim) => (gone.includes(aim) ? [name] : [aim]),
    // Who is in several segments has no curve of their own in the file.
    (segment) => (gone.includes(segment) ? [] : [segment]),
  );
}

/** A part (0 to 1) of a segment's customers as a segment of its own, right after it and like it in everything. */
export function withSplit(
  scenario: Scenario,
  index: number,
  part: number,
  name: string,
): Scenario {
  const { segments, counted } = populationOf(scenario);
  const segment = segments[index];
  if (!segment || !canSplit(scenario, index)) return scenario;
  const least = leastShare(scenario);
  const wanted = counted ? Math.round(segment.share * part) : segment.share * part;
  const off = Math.min(segment.share - least, Math.max(least, wanted));
  const rest = { ...segment, share: segment.share - off };
  return withSegments(
    scenario,
    segments.toSpliced(index, 1, rest, { ...segment, name, share: off }),
    (aim) => (aim === segment.name ? [aim, name] : [aim]),
  );
}

/** Whether a segment is large enough, and a place for another one is left. */
export function canSplit(scenario: Scenario, index: number): boolean {
  const { segments } = populationOf(scenario);
  const share = segments[index]?.share ?? 0;
  return segments.length < SEGMENTS_AT_MOST && share >= 2 * leastShare(scenario);
}

/** Another name; what was aimed at the segment still is. */
export function withName(scenario: Scenario, index: number, name: string): Scenario {
  const { segments } = populationOf(scenario);
  const segment = segments[index];
  if (!segment || segment.name === name) return scenario;
  return withSegments(scenario, segments.with(index, { ...segment, name }), (aim) =>
    aim === segment.name ? [name] : [aim],
  );
}

/** Another share (0 to 1) of all customers; the other segments keep their proportions, and at least one customer each. */
export function withShare(scenario: Scenario, index: number, share: number): Scenario {
  const { segments, counted } = populationOf(scenario);
  const segment = segments[index];
  if (!segment || segments.length < 2) return scenario;
  const least = leastShare(scenario);
  const total = sum(segments.map((one) => one.share));
  const wanted = counted ? Math.round(share * total) : share * total;
  const own = Math.min(total - least * (segments.length - 1), Math.max(least, wanted));
  const weights = segments.filter((_, i) => i !== index).map((one) => one.share);
  const parts = proportional(weights, total - own, least);
  const shares = (counted ? whole(parts, total - own) : parts).toSpliced(index, 0, own);
  return withSegments(
    scenario,
    segments.map((one, i) => ({ ...one, share: shares[i] ?? one.share })),
  );
}

/** Another revenue per head, in list prices. */
export function withRevenue(scenario: Scenario, index: number, arpu: number): Scenario {
  const { segments } = populationOf(scenario);
  const segment = segments[index];
  if (!segment) return scenario;
  const kept = Math.min(ARPU_AT_MOST, Math.max(0, arpu));
  return withSegments(scenario, segments.with(index, { ...segment, arpu: kept }));
}

/** A share of just one person could be rounded to none, since cumulated shares are inexact. */
const SPARE = 1.01;

/** The smallest share with which a segment still holds one of the people simulated, and one of a file. */
function leastShare(scenario: Scenario): number {
  const { segments, counted } = populationOf(scenario);
  const onePerson = sum(segments.map(({ share }) => share)) / scenario.customers;
  return counted ? Math.max(1, Math.ceil(onePerson)) : onePerson * SPARE;
}

/** Divides a total in proportion to weights; those that would get less than the least get the least. */
function proportional(weights: readonly number[], total: number, least: number): number[] {
  const scarce = new Set<number>();
  for (;;) {
    const free = sum(weights.filter((_, i) => !scarce.has(i)));
    const scale = (total - least * scarce.size) / free;
    const short = weights.flatMap((weight, i) =>
      !scarce.has(i) && weight * scale < least ? [i] : [],
    );
    if (short.length === 0 || scarce.size + short.length === weights.length)
      return weights.map((weight, i) => (scarce.has(i) ? least : weight * scale));
    short.forEach((i) => scarce.add(i));
  }
}

/** Whole numbers that add up to the total, by the largest remainders. */
function whole(parts: readonly number[], total: number): number[] {
  const floors = parts.map(Math.floor);
  const open = total - sum(floors);
  const byRemainder = parts
    .map((part, i) => ({ i, remainder: part - Math.floor(part) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i)
    .map(({ i }) => i);
  return floors.map((floor, i) => floor + (byRemainder.indexOf(i) < open ? 1 : 0));
}

/** These segments in place of what was there; every target and every curve of the file by the names it has now. */
function withSegments(
  scenario: Scenario,
  segments: readonly Segment[],
  aimAt: Renaming = (name) => [name],
  curvesAt: Renaming = aimAt,
): Scenario {
  return {
    ...scenario,
    ...renamedCurves(scenario, curvesAt),
    segments: segments.map((segment) => ({ ...segment }) as Own),
    decisions: scenario.decisions.map((decision) => aimed(decision, aimAt)),
    buffers: scenario.buffers.map((buffer) => aimed(buffer, aimAt)),
  };
}

function renamedCurves({ origin }: Scenario, namesOf: Renaming): Pick<Scenario, 'origin'> {
  if (!origin?.survival) return {};
  const survival = origin.survival.flatMap((curve) =>
    namesOf(curve.segment).map((segment) => ({ ...curve, segment })),
  );
  return { origin: { ...origin, survival } };
}

type Renaming = (name: string) => readonly string[];
type Own = NonNullable<Scenario['segments']>[number];

function aimed<E extends Decision | Buffer>(entry: E, aimAt: Renaming): E {
  if (!('segments' in entry) || entry.segments === undefined) return entry;
  return withSetting(entry, 'segments', [...new Set(entry.segments.flatMap(aimAt))]);
}
