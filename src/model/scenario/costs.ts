/** What softening a decision costs a company, in order. */
import { choice, list } from './fields.ts';

/**
 * Words first, then attention and rules, then staff, then money, and the plan itself last. Which is cheaper is the
 * user's to say: a scenario may give another order, and leave out what is out of the question.
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
export type Costed = (typeof COST_ORDER)[number];

export const CostOrderSchema = list(
  choice(COST_ORDER, 'a way to soften the decision'),
  COST_ORDER.length,
  'ways to soften the decision, each once, the least costly first; the smallest fix does without those left out',
);
