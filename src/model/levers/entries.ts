/** Decisions and buffers with the weeks in which they hold, for those they reach. */
import { PILOTED_KINDS } from '../scenario.ts';
import type { Buffer, BufferOf, Decision, Scenario } from '../scenario.ts';
import type { CompileOptions } from './table.ts';

export type Entry = Decision | Buffer;
export type EntryOf<K extends Entry['kind']> = Extract<Entry, { kind: K }>;
export type Pilot = BufferOf<'pilot'>;

export interface Timed<E extends Entry = Entry> {
  readonly entry: E;
  /** First week in force; -Infinity for a standing policy. */
  readonly from: number;
  /** First week no longer in force, as planned and known. */
  readonly until: number;
  /** First week no longer in force because it was undone then; nobody knew before. */
  readonly undone: number;
  /** Whether those outside the pilot get it later or never. */
  readonly piloted: boolean;
  /** Place among the entries of its kind, in the order of their weeks. */
  readonly slot: number;
}

/** Kinds that end when the decisions are gone back on (MODEL.md 7.7). */
const TAKEN_BACK: readonly Entry['kind'][] = [
  'price',
  'featureCut',
  'openness',
  'service',
  'ads',
  'friction',
  'lockIn',
  'litePlan',
];
/** Kinds that stay felt once they happened; those still ahead do not happen. */
const HAPPENINGS: readonly Entry['kind'][] = ['shock', 'overPromise', 'noticeMail'];

const WEEKS_OF_COMPENSATION = 4;

/** All entries as the pilot gets them, or everybody without a pilot, in the order of their weeks. */
export function timedEntries(
  { decisions, buffers }: Pick<Scenario, 'decisions' | 'buffers'>,
  options: CompileOptions = {},
): Timed[] {
  const pilot = pilotOf(buffers);
  const counts = new Map<string, number>();
  return inOrder(
    [...decisions, ...buffers].map((entry) => {
      const from = firstWeek(entry);
      const piloted =
        pilot !== undefined && from >= pilot.week && PILOTED_KINDS.includes(entry.kind);
      const undone = undoneFrom(entry, from, piloted, options);
      return { entry, from, until: endWeek(entry, from), undone, piloted, slot: 0 };
    }),
  ).map((timed) => {
    const slot = counts.get(timed.entry.kind) ?? 0;
    counts.set(timed.entry.kind, slot + 1);
    return { ...timed, slot };
  });
}

/** The same for those outside the pilot: what is piloted comes when the pilot is widened, or never. */
export function outsidePilot(
  entries: readonly Timed[],
  { week, widen }: Pilot,
  options: CompileOptions = {},
): Timed[] {
  if (widen === undefined) return entries.filter(({ piloted }) => !piloted);
  const later = (timed: Timed): Timed => {
    const from = timed.from + widen - week;
    const until = timed.until + widen - week;
    return { ...timed, from, until, undone: undoneFrom(timed.entry, from, true, options) };
  };
  return inOrder(entries.map((timed) => (timed.piloted ? later(timed) : timed)));
}

export function pilotOf(buffers: readonly Buffer[]): Pilot | undefined {
  return buffers.find((buffer): buffer is Pilot => buffer.kind === 'pilot');
}

/** Whether a lever reaches a segment: those without a list of segments reach everybody. */
export function reaches(entry: Entry, segment: string): boolean {
  return !('segments' in entry) || (entry.segments?.includes(segment) ?? true);
}

/** The entries of one kind, in the order of their weeks. */
export function ofKind<K extends Entry['kind']>(
  entries: readonly Timed[],
  kind: K,
): Timed<EntryOf<K>>[] {
  return entries.filter((t): t is Timed<EntryOf<K>> => t.entry.kind === kind);
}

export function inForce({ from, until, undone }: Timed, week: number): boolean {
  return week >= from && week < until && week < undone;
}

/** Of two entries of the same week the one further down in the scenario counts as the later one. */
function inOrder(entries: readonly Timed[]): Timed[] {
  return entries.toSorted((a, b) => (a.from === b.from ? 0 : a.from - b.from));
}

/** First week in force; -Infinity for a standing policy. */
export function firstWeek(entry: Entry): number {
  return ('week' in entry ? entry.week : undefined) ?? -Infinity;
}

/** First week no longer in force, as planned. */
export function endWeek(entry: Entry, from: number): number {
  if ('revert' in entry && entry.revert !== undefined) return entry.revert;
  switch (entry.kind) {
    case 'compensation':
      return from + (entry.weeks ?? WEEKS_OF_COMPENSATION);
    case 'apology':
    case 'grandfathering':
    case 'winBack':
      return from + entry.weeks;
    case 'noticeMail':
      return from + 1;
    default:
      return Infinity;
  }
}

function undoneFrom(
  { kind }: Entry,
  from: number,
  piloted: boolean,
  { goBackWeek = Infinity, tripWeek = Infinity }: CompileOptions,
): number {
  const tripped = piloted ? tripWeek : Infinity;
  if (from >= 0 && TAKEN_BACK.includes(kind)) return Math.min(goBackWeek, tripped);
  if (from >= goBackWeek && HAPPENINGS.includes(kind)) return Math.min(from, tripped);
  return tripped;
}
