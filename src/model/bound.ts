import type { Buffer } from './scenario.ts';

/** Buffers taken for the sake of a decision: without it there is nothing to soften (MODEL.md 7.7). */
const BOUND_TO_A_DECISION: readonly Buffer['kind'][] = [
  'explanation',
  'grandfathering',
  'compensation',
  'apology',
  'crisisResponse',
  'oneMessage',
  'opinionLeaders',
  'litePlan',
  'pause',
  'winBack',
  'pilot',
];

/** Whether a buffer was taken for the sake of a decision from week 0 on. */
export function isBoundToADecision(buffer: Buffer): boolean {
  const week = 'week' in buffer ? buffer.week : undefined;
  return week !== undefined && week >= 0 && BOUND_TO_A_DECISION.includes(buffer.kind);
}
