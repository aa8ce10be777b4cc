/** What can soften a decision: every buffer at a stated setting, the cheapest first. */
import { selectedOf } from '../engine/study.ts';
import { withDose } from '../model/dose.ts';
import { noticeWeeks } from '../model/levers.ts';
import { parseScenario } from '../model/parse.ts';
import type { Buffer, BufferOf, Decision, Scenario } from '../model/scenario.ts';

/**
 * In the order of what they cost a company: words first, then attention and rules, then staff, then money, and the
 * plan itself last. Which is cheaper is the user's to say: every question takes another order.
 */
export const COST_ORDER = [
  'explanation',
  'notice',
  'oneMessage',
  'opinionLeaders',
  'fasterResponse',
  'empowerment',
  'phaseIn',
  'openness',
  'capacity',
  'listeningDesk',
  'outreach',
  'litePlan',
  'pause',
  'grandfathering',
  'compensation',
  'apology',
  'smallerDecision',
] as const;
/** Looked at like the others, but never part of a smallest fix: it holds people up instead of helping them. */
export const NEVER_ADVISED = ['obstructingDesk'] as const;

/** All but the last: making the decision smaller moves the decision, not the tipping point. */
export type FixId = Exclude<Costed, 'smallerDecision'> | (typeof NEVER_ADVISED)[number];
export type Costed = (typeof COST_ORDER)[number];

/** What a fix is told of the scenario it is for. */
interface Place {
  readonly scenario: Scenario;
  readonly decision: Decision;
  /** Week of the decision, and of its news: a price is announced before it is billed. */
  readonly week: number;
  readonly news: number;
}

type Fix = (place: Place) => Scenario | null;

/** Weeks of notice that most customers of a monthly plan would call early. */
const NOTICE_WEEKS = 12;
const PHASES = 4;
const PHASE_WEEKS = 13;
const RAMP_WEEKS = 26;
/** Openness at which the data can be taken along in a usual format (F8). */
const OPEN = 0.8;

/**
 * The settings: half of what is possible where it costs money or staff, all of it where it costs words; those of
 * the facts F7 to F9 and P1 where these look at the same buffer.
 */
const FIXES: Readonly<Record<FixId, Fix>> = {
  explanation: ({ scenario, news }) =>
    stronger(scenario, { kind: 'explanation', week: news, strength: 0.8 }, 'strength'),
  notice: ({ scenario, decision, week }) => {
    const weeks = Math.min(NOTICE_WEEKS, Math.max(0, week));
    return decision.kind === 'price'
      ? stronger(scenario, { kind: 'notice', weeks }, 'weeks')
      : null;
  },
  oneMessage: ({ scenario, news }) =>
    stronger(scenario, { kind: 'oneMessage', week: news, strength: 1 }, 'strength'),
  opinionLeaders: ({ scenario, news }) =>
    stronger(scenario, { kind: 'opinionLeaders', week: news, strength: 1 }, 'strength'),
  fasterResponse: ({ scenario, news }) =>
    once(scenario, { kind: 'crisisResponse', week: news, hours: 24 }),
  empowerment: ({ scenario, news }) =>
    stronger(scenario, { kind: 'empowerment', week: news, level: 1 }, 'level'),
  phaseIn,
  openness: ({ scenario, decision, news }) =>
    decision.kind === 'openness' ? null : opened(scenario, news),
  capacity: ({ scenario, news }) =>
    stronger(scenario, { kind: 'capacity', week: news, multiplier: 2 }, 'multiplier'),
  listeningDesk: ({ scenario, news }) =>
    once(scenario, { kind: 'saveDesk', week: news, mode: 'listen', strength: 0.6 }),
  outreach: ({ scenario, news }) =>
    stronger(scenario, { kind: 'outreach', week: news, level: 0.5 }, 'level'),
  litePlan: ({ scenario, week }) =>
    once(scenario, { kind: 'litePlan', week, price: 0.7, value: 0.75 }),
  pause: ({ scenario, week }) => once(scenario, { kind: 'pause', week, weeks: 8, price: 0.1 }),
  grandfathering: ({ scenario, decision, week }) =>
    decision.kind === 'price'
      ? once(scenario, { kind: 'grandfathering', week, share: 0.5, weeks: 52 })
      : null,
  compensation: ({ scenario, week }) =>
    once(scenario, { kind: 'compensation', week, credit: 0.2, weeks: 12 }),
  apology: ({ scenario, week }) =>
    once(scenario, { kind: 'apology', week, weeks: 26, strength: 0.5, kept: true }),
  obstructingDesk: ({ scenario, news }) =>
    once(scenario, { kind: 'saveDesk', week: news, mode: 'obstruct', strength: 0.6 }),
};

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
  const place = { scenario, decision, week, news: Math.max(0, week - early) };
  const fixed = FIXES[id](place);
  if (!fixed) return null;
  const parsed = parseScenario({ ...fixed, selected: index });
  return parsed.ok ? parsed.scenario : null;
}

/** Several of them, one after the other; those that cannot apply are left out. */
export const withFixes = (scenario: Scenario, ids: readonly FixId[]): Scenario =>
  ids.reduce((fixed, id) => withFix(fixed, id) ?? fixed, scenario);

/** With a buffer of which there is none of its kind yet. */
function once(scenario: Scenario, buffer: Buffer): Scenario | null {
  if (scenario.buffers.some(({ kind }) => kind === buffer.kind)) return null;
  return { ...scenario, buffers: [...scenario.buffers, buffer] };
}

/** With a buffer in place of weaker ones of its kind; null if one is as strong already. */
function stronger<K extends Buffer['kind']>(
  scenario: Scenario,
  buffer: BufferOf<K>,
  by: keyof BufferOf<K>,
): Scenario | null {
  const others = scenario.buffers.filter(({ kind }) => kind !== buffer.kind);
  const same = scenario.buffers.filter(({ kind }) => kind === buffer.kind) as BufferOf<K>[];
  if (same.some((one) => Number(one[by]) >= Number(buffer[by]))) return null;
  return { ...scenario, buffers: [...others, buffer] };
}

function opened(scenario: Scenario, week: number): Scenario | null {
  const isOpen = ({ kind, ...rest }: Decision) =>
    kind === 'openness' && 'level' in rest && rest.level >= OPEN;
  if (scenario.decisions.some(isOpen)) return null;
  const decisions = [...scenario.decisions, { kind: 'openness' as const, week, level: OPEN }];
  return { ...scenario, decisions };
}

/** The same in the end, but little by little: a price in steps, service and ads over half a year. */
function phaseIn({ scenario, decision, week }: Place): Scenario | null {
  const { index } = selectedOf(scenario);
  const phased = (changes: Partial<Decision>): Scenario => ({
    ...scenario,
    decisions: scenario.decisions.with(index, { ...decision, ...changes } as Decision),
  });
  switch (decision.kind) {
    case 'price': {
      const last = week + (PHASES - 1) * PHASE_WEEKS;
      const fits = last < scenario.horizon && last < (decision.revert ?? Infinity);
      if ((decision.steps ?? 1) > 1 || !fits) return null;
      return phased({ steps: PHASES, interval: PHASE_WEEKS });
    }
    case 'service':
    case 'ads':
      return decision.ramp === undefined ? phased({ ramp: RAMP_WEEKS }) : null;
    default:
      return null;
  }
}

/** The scenario with the selected decision at another size. */
export const withSize = (scenario: Scenario, size: number): Scenario =>
  withDose(scenario, selectedOf(scenario).index, size);
