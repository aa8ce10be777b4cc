/** Who leaves: the segments at the end of the horizon, against doing nothing. */
import type { Estimate } from '../assess/assessment.ts';
import { leavingSegments } from '../assess/counterfactual.ts';
import type { SegmentLoss } from '../assess/counterfactual.ts';
import { segmentsOf } from '../model/scenario.ts';
import { segmentName } from '../words/segments.ts';
import { numbersTable, section, text } from './brief.ts';
import type { Section } from './brief.ts';
import type { Evidence } from './evidence.ts';
import type { Voice } from './voice.ts';

/** Segments with the most revenue at stake, as many as the page has room for. */
const SHOWN = 6;

/** Null if nobody asked. */
export function leaversSection(
  { counterfactual, scenario }: Evidence,
  voice: Voice,
): Section | null {
  if (!counterfactual) return null;
  const { words, numbers, by } = voice;
  const told = words.brief.leavers;
  const { columns } = told;
  const segments = segmentsOf(scenario);
  const all = segments.reduce((sum, { share }) => sum + share, 0);
  const ranged = (estimate: Estimate) => withRange(estimate, voice);
  return section(
    told.title,
    {
      kind: 'table',
      table: numbersTable(
        [columns.segment, columns.share, columns.lost(by), columns.atStake, columns.silent],
        mostAtStake(counterfactual.segments).map(({ segment, lost, atStake, silent }) => [
          segmentName(words, segments[segment]?.name ?? ''),
          numbers.part((segments[segment]?.share ?? 0) / all),
          ranged(lost),
          ranged(atStake),
          numbers.count(silent.customers.value),
        ]),
      ),
    },
    text(
      [
        segments.length > SHOWN
          ? told.most(numbers.count(SHOWN), numbers.count(segments.length))
          : '',
        told.note(
          numbers.count(counterfactual.runs),
          numbers.count(counterfactual.highValue.value),
        ),
      ]
        .filter(Boolean)
        .join(words.gap),
      true,
    ),
  );
}

/** A share of those who are there, 48% (43 to 52); below 0 where there are more of them than without the decision. */
function withRange({ value, low, high }: Estimate, { words, numbers }: Voice): string {
  const whole = (share: number) => numbers.count(share * 100);
  return words.brief.within(numbers.part(value), whole(low), whole(high));
}

/** That segments leave of themselves, while all together are not past it; none without them. */
export function leavingSentence(
  { counterfactual, scenario, assessment: { verdict, massExit } }: Evidence,
  voice: Voice,
): string[] {
  if (!counterfactual || (verdict !== 'above' && verdict !== 'near')) return [];
  const { words } = voice;
  const names = segmentsOf(scenario).map(({ name }) => segmentName(words, name));
  const leaving = leavingSegments(counterfactual, massExit.threshold).map(
    ({ segment, lost }) => `${names[segment] ?? ''} ${withRange(lost, voice)}`,
  );
  return leaving.length === 0 ? [] : [words.brief.segments(leaving)];
}

/** In the order of the scenario. */
function mostAtStake(segments: readonly SegmentLoss[]): SegmentLoss[] {
  const most = [...segments].sort((a, b) => b.atStake.value - a.atStake.value).slice(0, SHOWN);
  return segments.filter((segment) => most.includes(segment));
}
