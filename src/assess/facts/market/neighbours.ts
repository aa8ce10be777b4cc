/** F6: whoever has seen neighbours leave is more likely to leave. */
import { segmentEnds } from '../../../model/levers.ts';
import { PARAMETERS } from '../../../model/parameters.ts';
import { TEMPLATES } from '../../../model/templates.ts';
import type { Fact } from '../fact.ts';
import { times } from '../figures.ts';
import { CUSTOMERS, DECISION_WEEK, People, risePlan, valueAt } from '../people.ts';
import { summaries } from '../summary.ts';

const WEEKS = DECISION_WEEK + 104;
const RECENT_WEEKS = 5;

/** Those at risk in one week, of one segment and with as many ties, by neighbours who left: and those who left. */
interface Stratum {
  readonly atRisk: number[];
  readonly left: number[];
}

interface Measure {
  /** Hazard ratio per neighbour who left in the last five weeks. */
  readonly perNeighbour: number;
  /** Odds ratio of one such neighbour against none. */
  readonly oneToNone: number;
}

/** Neighbours who left in each of the last weeks, newest first, from the decaying count that the model keeps. */
class Departures {
  readonly #weeks: Float64Array[] = [];
  #last: Float64Array | undefined;

  add(decaying: Float64Array): void {
    const last = this.#last;
    this.#last = decaying;
    if (!last) return;
    const memory = PARAMETERS.mem.default;
    this.#weeks.unshift(
      decaying.map((now, id) => Math.round(now - memory * valueAt(last, id))),
    );
    this.#weeks.length = Math.min(this.#weeks.length, RECENT_WEEKS);
  }

  recent(id: number): number {
    return this.#weeks.reduce((sum, week) => sum + valueAt(week, id), 0);
  }
}

/** Sorts everybody at risk of a week into their strata. */
function addWeek(
  strata: Stratum[],
  before: Float64Array,
  after: Float64Array,
  groupOf: readonly number[],
  recent: (id: number) => number,
): void {
  const groups = new Map<number, Stratum>();
  before.forEach((status, id) => {
    if (status !== 0) return;
    const group = groupOf[id] ?? 0;
    const stratum = groups.get(group) ?? { atRisk: [], left: [] };
    groups.set(group, stratum);
    const count = recent(id);
    stratum.atRisk[count] = (stratum.atRisk[count] ?? 0) + 1;
    if (after[id] === 1) stratum.left[count] = (stratum.left[count] ?? 0) + 1;
  });
  for (const stratum of groups.values()) if (stratum.left.length > 0) strata.push(stratum);
}

/** A number for each combination of segment and number of ties. */
function groupsOf(idShare: Float64Array): number[] {
  const ends = segmentEnds(TEMPLATES.streaming.segments, CUSTOMERS);
  return Array.from(idShare, (share, id) => {
    const segment = ends.findIndex((end) => id < end);
    return Math.round(1 / share) * ends.length + segment;
  });
}

/** The ratio at which Cox's partial likelihood is largest (Breslow's for ties), by halving. */
function partialLikelihood(strata: readonly Stratum[]): number {
  const slope = (ratio: number) =>
    strata.reduce((sum, { atRisk, left }) => {
      let [power, weight, weighted, events, seen] = [1, 0, 0, 0, 0];
      for (let count = 0; count < atRisk.length; count++) {
        weight += (atRisk[count] ?? 0) * power;
        weighted += (atRisk[count] ?? 0) * power * count;
        events += left[count] ?? 0;
        seen += (left[count] ?? 0) * count;
        power *= ratio;
      }
      return sum + seen - (events * weighted) / weight;
    }, 0);
  let [low, high] = [0.01, 20];
  while (high - low > 1e-4) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Mantel and Haenszel's odds ratio of one neighbour against none. */
function mantelHaenszel(strata: readonly Stratum[]): number {
  let [over, under] = [0, 0];
  for (const { atRisk, left } of strata) {
    const [n0 = 0, n1 = 0] = atRisk;
    const [e0 = 0, e1 = 0] = left;
    if (n0 + n1 === 0) continue;
    over += (e1 * (n0 - e0)) / (n0 + n1);
    under += (e0 * (n1 - e1)) / (n0 + n1);
  }
  return over / under;
}

export const neighbours: Fact<Measure> = {
  id: 'F6',
  claim: 'Leaving is contagious (streaming, +15 %)',
  target: 'hazard ratio of 1.5 to 2.1 for each neighbour who left in the last 5 weeks',
  always: true,
  measure(kernel, seed) {
    const people = new People(kernel, seed, { template: 'streaming' }, WEEKS);
    const departures = new Departures();
    const strata: Stratum[] = [];
    const groups = groupsOf(kernel.traits('id'));
    let before: Float64Array | undefined;
    people.follow(risePlan(0.15), WEEKS, (now, week) => {
      const status = now.states('st');
      if (before && week >= DECISION_WEEK)
        addWeek(strata, before, status, groups, (id) => departures.recent(id));
      departures.add(now.states('xl'));
      before = status;
    });
    return { perNeighbour: partialLikelihood(strata), oneToNone: mantelHaenszel(strata) };
  },
  conclude(measures) {
    const values = summaries(measures, {
      perNeighbour: ({ perNeighbour }) => perNeighbour,
      oneToNone: ({ oneToNone }) => oneToNone,
    });
    const { mean } = values.perNeighbour;
    return {
      measured: `Cox partial likelihood, strata week x segment x ties: ${times(values.perNeighbour, 2)}; Mantel-Haenszel, one against none: ${times(values.oneToNone, 2)}`,
      met: mean >= 1.5 && mean <= 2.1 ? 'yes' : 'no',
      note: 'fitted: chi was set to hit it',
      values,
    };
  },
};
