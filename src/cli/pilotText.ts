/** What a pilot would tell, as plain text. */
import { RUNS_FOR_A_RANGE } from '../assess/quantile.ts';
import type { Pilot, PilotAnswer } from '../assess/pilot.ts';
import type { NoPilot, PilotDesign } from '../assess/pilotDesign.ts';
import { changed, count, counted, percent, sizeWords, wholes } from './figures.ts';

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

/**
 * @param lever kind of the decision, for how its sizes are written
 * @param horizon weeks simulated
 */
export function pilotLines(answer: Pilot, lever: string, horizon: number): string[] {
  if (answer.none !== null) return [NO_PILOT[answer.none]];
  const { group, members, cautions, runs } = answer;
  const few = cautions.includes('fewComplaints') ? ', too few to tell much' : '';
  return [
    caughtLine(answer),
    ...laterLine(answer, horizon),
    falselyLine(answer, lever),
    `The ${count(Math.round(group.heads))} customers in it make ${group.weeklyComplaints.toFixed(1)} complaints a week together${few}.`,
    ...(members ? [membersLine(members, runs)] : []),
  ];
}

/** With a pilot of its own the decision stands otherwise than what the pilot is held against. */
function caughtLine({ caught, weekLit, all, own }: PilotAnswer): string {
  const condition = own ? ' if everybody gets it at once' : '';
  if (caught.of === 0)
    return `None of ${counted(all.runs)} ends in a mass exit${condition}: there is nothing to stop.`;
  const when = weekLit ? `, in week ${wholes(weekLit)} of the pilot` : '';
  const few = caught.of < RUNS_FOR_A_RANGE ? ': too few to tell how often it would' : '';
  return `It stops ${caught.count} of ${caught.of} ${caught.of === 1 ? 'run that ends' : 'runs that end'} in a mass exit${condition}${when}${few}.`;
}

/** Of a plan that holds with its pilot: that this is also because there is less time to see it break. */
function laterLine({ own, design: { week, weeks } }: PilotAnswer, horizon: number): string[] {
  const widened = week + weeks;
  if (!own || widened >= horizon) return [];
  return [
    `The others get it in week ${widened}, with ${counted(horizon - widened, 'week')} left to see what comes of it.`,
  ];
}

function falselyLine({ stoppedPlacebo, stoppedHarmless }: PilotAnswer, lever: string): string {
  const placebo = `It stops ${stoppedPlacebo.count} of ${stoppedPlacebo.of} runs in which nothing is done`;
  return stoppedHarmless
    ? `${placebo}, and ${stoppedHarmless.count} of ${stoppedHarmless.of} at ${sizeWords(lever, stoppedHarmless.size)}, a size at which they hold.`
    : `${placebo}. No size is known at which they hold: at half its tipping point most runs end in a mass exit as well.`;
}

/** That they are carried is said where they lose clearly less than when everybody is hit. */
function membersLine(
  { shown, alone, withAll }: NonNullable<PilotAnswer['members']>,
  runs: number,
): string {
  const carried = withAll.value > alone.high ? ', as nobody then carries them' : '';
  const [end, horizon, all] = [shown, alone, withAll].map((lost) => changed(lost, -1, runs));
  return `Against doing nothing they are ${end} by its end, and ${horizon} at the horizon; if everybody gets it, ${all}${carried}.`;
}
