/** What can soften a decision: every buffer at a stated setting, the cheapest first. */
import { selectedOf } from '../engine/selected.ts';
import { withDose } from '../model/dose.ts';
import { noticeWeeks } from '../model/levers.ts';
import { parseScenario } from '../model/parse.ts';
import type { Buffer, Costed, Decision, Scenario } from '../model/scenario.ts';
import { withBuffer } from './inPlace.ts';

/** Looked at like the others, but never part of a smallest fix: it holds people up instead of helping them. */
export const NEVER_ADVISED = ['obstructingDesk'] as const;

/** All but the last: making the decision smaller moves the decision, not the tipping point. */
export type FixId = Exclude<Costed, 'smallerDecision'> | (typeof NEVER_ADVISED)[number];

/** What a fix is told of the scenario it is for. */
interface Place {
  readonly scenario: Scenario;
  readonly decision: Decision;
  /** Week of the decision, and of its news: a price is announced before it is billed. */
  readonly week: number;
  readonly news: number;
  /** Whom the decision reaches: what is done for its sake reaches them as well, a policy reaches everybody. */
  readonly whom: { readonly segments?: string[] };
}

/** The scenario with the fix; null if there is nothing that it could apply to, or it is in place. */
type Fix = (place: Place) => Scenario | null;

const NOTICE_WEEKS = 12;
const PHASES = 4;
const PHASE_WEEKS = 13;
const RAMP_WEEKS = 26;
/** Openness at which the data can be taken along in a usual format (F8). */
const OPEN = 0.8;

/**
 * The settings: half of what is possible where it costs money or staff, nearly all of it where it costs words; those
 * of the facts F7 to F9 and P1 where these look at the same buffer.
 */
const FIXES: Readonly<Record<FixId, Fix>> = {
  // All reasons and costs; that nobody misses or doubts them is not to be had.
  explanation: buffer(({ news, whom }) => ({
    ...{ kind: 'explanation', week: news, strength: 0.8 },
    ...whom,
  })),
  // Most customers of a monthly plan would call a quarter early. Nothing is announced before week 0, so that a
  // decision in the first weeks leaves no time for more than the usual notice.
  notice: ({ scenario, decision, week, news }) => {
    const weeks = Math.min(NOTICE_WEEKS, week);
    return decision.kind === 'price' && weeks > noticeWeeks(scenario.buffers)
      ? withBuffer(scenario, { kind: 'notice', weeks }, news)
      : null;
  },
  // Words: staff, pages and letters can all say the same.
  oneMessage: buffer(({ news }) => ({ kind: 'oneMessage', week: news, strength: 1 })),
  opinionLeaders: buffer(({ news }) => ({ kind: 'opinionLeaders', week: news, strength: 1 })),
  // The first public answer, within a day: what people on duty can keep. The model has one lever for it, and that
  // damps all public talk whatever set it off, so that it is for every decision and not for shocks alone. How soon
  // complaints are answered one by one is a matter of capacity.
  fasterResponse: buffer(({ news }) => ({ kind: 'crisisResponse', week: news, hours: 24 })),
  // A rule: whoever takes the complaint settles it.
  empowerment: buffer(({ news }) => ({ kind: 'empowerment', week: news, level: 1 })),
  phaseIn,
  openness: ({ scenario, decision, news }) =>
    decision.kind === 'openness' ? null : opened(scenario, news),
  // Twice the staff (F9 looks at half and double).
  capacity: buffer(({ news }) => ({ kind: 'capacity', week: news, multiplier: 2 })),
  // As many cancellations reach the desk as in F7, which compares the two.
  listeningDesk: buffer(({ news }) => desk(news, 'listen')),
  // Half of those at risk: the others are not seen, or do not answer.
  outreach: buffer(({ news }) => ({ kind: 'outreach', week: news, level: 0.5 })),
  // The plan of P1.
  litePlan: buffer(({ week, whom }) => ({
    ...{ kind: 'litePlan', week, price: 0.7, value: 0.75 },
    ...whom,
  })),
  // Two months: long enough to get used to the new price, too short to forget the service.
  pause: buffer(({ week, whom }) => ({
    ...{ kind: 'pause', week, weeks: 8, price: 0.1 },
    ...whom,
  })),
  // Half of the customers for a year.
  grandfathering: (place) => (place.decision.kind === 'price' ? grandfathered(place) : null),
  // A quarter: the repair grows with the root of the credit, so that it pays to last rather than to be large.
  compensation: buffer(({ week, whom }) => ({
    ...{ kind: 'compensation', week, credit: 0.2, weeks: 12 },
    ...whom,
  })),
  // Half a year, and kept: long enough to be seen to be kept.
  apology: buffer(({ week, whom }) => ({
    ...{ kind: 'apology', week, weeks: 26, strength: 0.5, kept: true },
    ...whom,
  })),
  obstructingDesk: buffer(({ news }) => desk(news, 'obstruct')),
};

function buffer(of: (place: Place) => Buffer): Fix {
  return (place) => withBuffer(place.scenario, of(place), place.news);
}

function desk(week: number, mode: 'listen' | 'obstruct'): Buffer {
  return { kind: 'saveDesk', week, mode, strength: 0.6 };
}

const grandfathered = buffer(({ week, whom }) => ({
  ...{ kind: 'grandfathering', week, share: 0.5, weeks: 52 },
  ...whom,
}));

export const FIX_IDS = Object.keys(FIXES) as FixId[];

/**
 * The scenario with the fix, for the selected decision.
 * @returns null if it is in place already, or nothing it could apply to
 */
export function withFix(scenario: Scenario, id: FixId): Scenario | null {
  const { index } = selectedOf(scenario);
  const decision = scenario.decisions[index];
  if (!decision) return null;
  const early = decision.kind === 'price' ? noticeWeeks(scenario.buffers) : 0;
  const { week } = decision;
  const whom = decision.segments ? { segments: decision.segments } : {};
  const place = { scenario, decision, week, news: Math.max(0, week - early), whom };
  const fixed = FIXES[id](place);
  if (!fixed) return null;
  const parsed = parseScenario({ ...fixed, selected: index });
  return parsed.ok ? parsed.scenario : null;
}

/** Several of them, one after the other; those that cannot apply are left out. */
export function withFixes(scenario: Scenario, ids: readonly FixId[]): Scenario {
  // The longer notice first: the others come with the news, which it moves.
  const inOrder = ids.toSorted((a, b) => Number(b === 'notice') - Number(a === 'notice'));
  return inOrder.reduce((fixed, id) => withFix(fixed, id) ?? fixed, scenario);
}

function opened(scenario: Scenario, week: number): Scenario | null {
  const isOpen = ({ kind, ...rest }: Decision) =>
    kind === 'openness' && 'level' in rest && rest.level >= OPEN;
  if (scenario.decisions.some(isOpen)) return null;
  const decisions = [...scenario.decisions, { kind: 'openness' as const, week, level: OPEN }];
  return { ...scenario, decisions };
}

/**
 * The same in the end, but little by little: a price in steps a quarter apart, service and ads over half a year.
 * What takes as long already stays as it is.
 */
function phaseIn({ scenario, decision }: Place): Scenario | null {
  const { index } = selectedOf(scenario);
  const phased = phasedOver(decision, scenario.horizon);
  return phased && { ...scenario, decisions: scenario.decisions.with(index, phased) };
}

function phasedOver(decision: Decision, horizon: number): Decision | null {
  switch (decision.kind) {
    case 'price': {
      const length = (PHASES - 1) * PHASE_WEEKS;
      const { week, steps = 1, interval = 26, revert = Infinity } = decision;
      const slow = steps >= PHASES || (steps - 1) * interval >= length;
      return slow || week + length >= Math.min(horizon, revert)
        ? null
        : { ...decision, steps: PHASES, interval: PHASE_WEEKS };
    }
    case 'service':
    case 'ads':
      return (decision.ramp ?? 0) < RAMP_WEEKS ? { ...decision, ramp: RAMP_WEEKS } : null;
    default:
      return null;
  }
}

/** The scenario with the selected decision at another size. */
export const withSize = (scenario: Scenario, size: number): Scenario =>
  withDose(scenario, selectedOf(scenario).index, size);
