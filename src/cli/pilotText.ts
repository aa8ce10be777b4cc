/** What a pilot would tell, as plain text. */
import { RUNS_FOR_A_RANGE } from '../assess/quantile.ts';
import type { Pilot, PilotAnswer } from '../assess/pilot.ts';
import type { NoPilot, PilotDesign } from '../assess/pilotDesign.ts';
import { percent, sizeWords, wholes } from './figures.ts';

const NO_PILOT: Readonly<Record<NoPilot, string>> = {
  cannotBePiloted: 'Everybody gets such a decision at once.',
  decisionOutsidePilot: 'The decision does not begin while the pilot runs.',
  endsAfterHorizon: 'The pilot ends after the last week simulated.',
  noWeeksBefore: 'No week before the pilot is simulated to compare its complaints with.',
  nobodyInIt: 'There is nobody in it.',
};

/** Whom it takes in, for how long, and what stops it. */
export function designWords({ share, segments, weeks, tripwire }: PilotDesign): string {
  const whom = `${percent(share)} of ${segments ? segments.join(', ') : 'all'}`;
  return `${whom}, ${weeks} weeks, stopped at ${tripwire.times} times its complaints for ${tripwire.weeks} weeks`;
}

/** @param lever kind of the decision, for how its sizes are written */
export function pilotLines(answer: Pilot, lever: string): string[] {
  if (answer.none !== null) return [NO_PILOT[answer.none]];
  const { group, members, cautions } = answer;
  const few = cautions.includes('fewComplaints') ? ', too few to tell much' : '';
  return [
    caughtLine(answer),
    falselyLine(answer, lever),
    `${group.heads.toFixed(0)} customers in it complain ${group.weeklyComplaints.toFixed(1)} times a week${few}.`,
    ...(members ? [membersLine(members)] : []),
  ];
}

function caughtLine({ caught, weekLit, all }: PilotAnswer): string {
  if (caught.of === 0)
    return `None of ${all.runs} runs ends in a mass exit: there is nothing to stop.`;
  const when = weekLit ? `, in week ${wholes(weekLit)} of the pilot` : '';
  const few = caught.of < RUNS_FOR_A_RANGE ? ': too few to tell how often it would' : '';
  return `It stops ${caught.count} of ${caught.of} ${caught.of === 1 ? 'run that ends' : 'runs that end'} in a mass exit${when}${few}.`;
}

function falselyLine({ stoppedPlacebo, stoppedHarmless }: PilotAnswer, lever: string): string {
  const placebo = `It stops ${stoppedPlacebo.count} of ${stoppedPlacebo.of} runs in which nothing is done`;
  return stoppedHarmless
    ? `${placebo}, and ${stoppedHarmless.count} of ${stoppedHarmless.of} at a harmless ${sizeWords(lever, stoppedHarmless.size)}.`
    : `${placebo}. No size is known to be harmless: at half its tipping point most runs end in a mass exit as well.`;
}

/** That they are carried is said where they lose clearly less than when everybody is hit. */
function membersLine({ shown, alone, withAll }: NonNullable<PilotAnswer['members']>): string {
  const carried = withAll.value > alone.high ? ', as nobody then carries them' : '';
  return `By its end it has lost ${percent(shown.value)} of them, at the horizon ${percent(alone.value)}; with everybody ${percent(withAll.value)}${carried}.`;
}
