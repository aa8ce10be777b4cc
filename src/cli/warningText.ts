/** Which reported figures warn, as plain text. */
import type { Claim, MeasureWarning, Warning } from '../assess/warning.ts';
import { percent, wholes } from './figures.ts';

const CLAIMS: Readonly<Record<Claim, string>> = {
  warns: 'warns',
  noLead: 'no lead',
  soundsAnyway: 'sounds anyway',
  soundsEitherWay: 'sounds either way',
};
const NAME_WIDTH = 15;
const CLAIM_WIDTH = 18;

export function warningLines({
  outcome,
  measures,
  runs,
  breaking,
  baseWeeks,
}: Warning): string[] {
  switch (outcome) {
    case 'notEnoughWeeks':
      return [
        `There are ${baseWeeks} weeks before the news, and 26 are needed to tell what is usual.`,
      ];
    case 'holds':
      return ['No run ends in a mass exit: there is nothing to warn of.'];
    case 'measured':
      return [
        ...(measures.some(({ claim }) => claim === 'warns')
          ? []
          : ['No figure warns: do not wait for a signal.']),
        ...measures.map((measure) => warningLine(measure, breaking)),
        `False alarms: of ${runs - breaking} runs that hold with the decision, and of ${runs} without it.`,
      ];
  }
}

function warningLine(
  { measure, lead, before, claim, falseAlarms, twinAlarms }: MeasureWarning,
  breaking: number,
): string {
  const name = `  ${measure.padEnd(NAME_WIDTH)} ${(claim ? CLAIMS[claim] : 'no rise to lead').padEnd(CLAIM_WIDTH)}`;
  const held = falseAlarms ? percent(falseAlarms.value) : 'none holds';
  const alarms = `false alarms ${held}, ${percent(twinAlarms.value)} without it`;
  if (!lead) return `${name} no alarm; ${alarms}`;
  return `${name} ${wholes(lead)} weeks ahead, in time in ${before} of ${breaking}; ${alarms}`;
}
