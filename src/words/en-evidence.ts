/** What the evidence row says, in English. */
import type { Measure } from '../assess/alarms.ts';
import type { FixId } from '../assess/fixTable.ts';

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

const fixes: Readonly<Record<FixId, string>> = {
  explanation: 'Explain the reasons',
  notice: 'Longer notice',
  oneMessage: 'One message everywhere',
  opinionLeaders: 'Opinion leaders first',
  fasterResponse: 'Answer within a day',
  empowerment: 'Let support decide',
  phaseIn: 'Phase it in',
  openness: 'Open the data export',
  capacity: 'Twice the complaint desk',
  listeningDesk: 'Save desk that listens',
  outreach: 'Early outreach to half at risk',
  litePlan: 'Lite plan at 70%',
  pause: 'Offer a pause',
  grandfathering: 'Old price for half, a year',
  compensation: 'Credit 20%, 12 weeks',
  apology: 'Apology with a plan kept',
  obstructingDesk: 'Save desk that obstructs',
};

const measures: Readonly<Record<Measure, string>> = {
  complaints: 'Complaints',
  publicShare: 'Public share',
  firstResponse: 'First response',
  logins: 'Log-ins',
  nps: 'NPS',
  attempts: 'Cancel attempts',
  dataExports: 'Data exports',
  churn: 'Churn',
};

export const evidence = {
  label: 'Evidence',
  fixes,
  measures,
  smallerDecision: (size: string) => `Only ${size}`,
  working: (done: string, planned: string) => `${done} of ${planned} runs`,
  waiting: 'After the runs above.',
  stale: 'Of the plan before this edit.',
  failed: 'This question stopped. Your inputs are kept.',
  moves: {
    title: 'What moves the cliff',
    subtitle: 'Shift of the tipping point, 90% range',
    needed: (shift: string) => `${shift} needed`,
    spare: (shift: string) => `${shift} to spare`,
    points: 'points',
    add: (fix: string, shift: string) => `${fix}: ${shift}. Add it to the plan`,
    finding: (fix: string, shift: string, helping: number, all: number) =>
      `${fix} moves the tipping point most: ${shift}. ${helping} of ${all} buffers move it up.`,
    none: 'No buffer can be added to this plan.',
    noTipping: 'There is no tipping point to move.',
    effects: { helps: 'helps', nothing: 'does nothing', harms: 'harms' },
    columns: ['Buffer', 'Shift', '90% range', 'Chance with it', 'Effect'],
    orMore: (shift: string) => `${shift} or more`,
  },
  leaves: {
    title: 'Who leaves',
    subtitle: 'Median run, against doing nothing',
    columns: ['Segment', 'lost', 'revenue at stake', 'silent VIPs'],
    all: 'All',
    definition: 'Silent VIPs: top 5% by spend, past their breaking point, no complaint filed.',
    finding: (segment: string, lost: string) => `${segment} loses most: ${lost}.`,
  },
  warns: {
    title: 'Early warning',
    subtitle: 'Weeks before the wave',
    falseAlarms: 'False alarms',
    wave: 'wave',
    claims: { warns: '', noLead: 'no lead', soundsAnyway: 'sounds anyway' },
    holds: 'No run ends in a mass exit, so there is nothing to warn of.',
    notEnough: (weeks: number) =>
      `${weeks} ${plural(weeks, 'week', 'weeks')} before the news; 26 are needed to tell what is usual.`,
    columns: ['Measure', 'Weeks before the wave', '90% range', 'False alarms', 'Claim'],
    finding: (measure: string, weeks: string) =>
      `${measure} warn first with a lead over churn: ${weeks} weeks before the wave.`,
    none: 'No reported figure leads churn reliably.',
    definition:
      'False alarms: do-nothing runs in which the same rule sounds. No lead over churn, no claim.',
  },
  deadline: {
    label: 'Last safe week to go back',
    short: 'Go back by',
    week: (week: string) => `Week ${week}`,
    any: 'any week',
    anyRange: (months: string) => `within ${months}`,
    none: 'none',
    noneRange: (week: string) => `past from week ${week}`,
    holds: 'not needed',
    holdsRange: 'no run breaks',
  },
};
