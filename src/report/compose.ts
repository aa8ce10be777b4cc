/** From the evidence to the brief: two pages, in the order in which a board reads. */
import type { Evidence } from './evidence.ts';
import { section } from './brief.ts';
import type { Brief, Section } from './brief.ts';
import { cliffSection } from './cliff.ts';
import { assumptionSection } from './assumptions.ts';
import { leaversSection } from './leavers.ts';
import { movesSection } from './moves.ts';
import { planSection } from './plan.ts';
import { timelineSection } from './timeline.ts';
import { tripwireSection } from './tripwires.ts';
import { statsOf, summaryOf } from './verdict.ts';
import { voiceFor } from './voice.ts';
import type { Voice } from './voice.ts';
import type { Language } from '../words/index.ts';

/** Digits of the digest that are printed; enough to tell two scenarios apart. */
const DIGEST_SHOWN = 12;
const DOTS = 20;
const DISSENT_LINES = 3;

/** The Trust Impact Assessment. Says nothing that the evidence does not hold. */
export function briefOf(evidence: Evidence, language: Language): Brief {
  const voice = voiceFor(evidence, language);
  const { words, numbers } = voice;
  const { assessment } = evidence;
  const { brief } = words;
  const sinking = Math.round(DOTS * assessment.massExit.chance);
  const pages = [
    [
      cliffSection(evidence, voice),
      ...present(timelineSection(evidence, voice)),
      ...present(leaversSection(evidence, voice)),
    ],
    [
      planSection(evidence, voice),
      ...present(assumptionSection(evidence, voice)),
      ...present(tripwireSection(evidence, voice)),
      ...present(movesSection(evidence, voice)),
      dissentSection(voice),
      signingSection(voice),
    ],
  ];
  return {
    language,
    title: brief.title,
    colon: brief.colon,
    scenario: assessment.scenario,
    verdict: assessment.verdict,
    headline: brief.headline[assessment.verdict],
    summary: summaryOf(evidence, voice),
    sinking: { count: sinking, label: brief.pictogram(sinking) },
    stats: statsOf(evidence, voice),
    pages: pages.map((sections, i) => ({
      sections,
      number: brief.page(numbers.count(i + 1), numbers.count(pages.length)),
    })),
    limits: brief.limits,
    footer: brief.footer(
      assessment.seed,
      numbers.count(assessment.runs),
      numbers.count(assessment.customers),
      assessment.modelVersion,
      assessment.digest.slice(0, DIGEST_SHOWN),
    ),
  };
}

const present = <T>(value: T | null): T[] => (value === null ? [] : [value]);

/** Above the signatures, so that nobody signs without having seen it. */
const dissentSection = ({ words }: Voice): Section => ({
  title: words.brief.dissent.title,
  framed: true,
  blocks: [{ kind: 'lines', count: DISSENT_LINES, note: words.brief.dissent.note }],
});

const signingSection = ({ words }: Voice): Section =>
  section(
    words.brief.signing.title,
    { kind: 'options', options: words.brief.signing.options },
    { kind: 'signatures', roles: words.brief.signing.roles },
  );
