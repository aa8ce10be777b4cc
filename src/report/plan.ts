/** What is proposed: the dated decisions, and what goes with them. */
import { section, text } from './brief.ts';
import type { Section } from './brief.ts';
import type { Evidence } from './evidence.ts';
import type { Voice } from './voice.ts';
import { decisionDetail, decisionValue, decisionWeek } from '../words/decisions.ts';

/** As many decisions as the page has room for. */
const SHOWN = 10;

export function planSection({ scenario }: Evidence, voice: Voice): Section {
  const { words, numbers } = voice;
  const { plan } = words.brief;
  const decisions = scenario.decisions.map((decision, i) => {
    const said = plan.decision(
      words.inputs.names[decision.kind],
      decisionValue(voice, scenario, i),
      decisionWeek(voice, decision.week),
    );
    const detail = decisionDetail(voice, decision);
    return detail === '' ? said : plan.detailed(said, detail);
  });
  const left = decisions.length - SHOWN;
  const told =
    left > 0 ? [...decisions.slice(0, SHOWN), plan.more(numbers.count(left))] : decisions;
  const names = [...new Set(scenario.buffers.map(({ kind }) => words.buffers[kind]))];
  const others = names.length === 0 ? plan.alone : plan.with(names);
  return section(plan.title, text(`${plan.decisions(told)}${words.gap}${others}`));
}
