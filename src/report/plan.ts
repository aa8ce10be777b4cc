/** What is proposed: the dated decisions, and what goes with them. */
import { numbersTable, section, text } from './brief.ts';
import type { Section } from './brief.ts';
import type { Evidence } from './evidence.ts';
import type { Voice } from './voice.ts';
import { decisionValue, decisionWeek } from '../words/decisions.ts';

export function planSection({ scenario }: Evidence, voice: Voice): Section {
  const { words } = voice;
  const { plan } = words.brief;
  const rows = scenario.decisions.map((decision, i) => [
    words.inputs.names[decision.kind],
    decisionValue(voice, scenario, i),
    decisionWeek(voice, decision.week),
  ]);
  const names = [...new Set(scenario.buffers.map(({ kind }) => words.buffers[kind]))];
  return section(
    plan.title,
    {
      kind: 'table',
      table: numbersTable([plan.columns.decision, plan.columns.size, plan.columns.week], rows),
    },
    text(names.length === 0 ? plan.alone : plan.with(names), true),
  );
}
