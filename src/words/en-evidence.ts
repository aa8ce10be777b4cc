/** What the evidence under the lake says, in English. */

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

const fixes = {
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

const measures = {
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
  waiting: 'Looked at when all runs are done.',
  looking: (done: string, planned: string) => `${done} of ${planned} steps`,
  starting: 'Under way',
  failed: 'This stopped. Your inputs are kept.',
  stopped: 'stopped',
  noDecision: 'Add a decision to see this.',
  effect: {
    title: 'What moves the cliff',
    subtitle: 'Shift of the tipping point, 90% range',
    points: 'points',
    needed: (shift: string) => `${shift} needed`,
    spare: (points: string) => `${points} to spare`,
    /** A shift that is at least as large, or at most. */
    atLeast: (shift: string) => `≥ ${shift}`,
    atMost: (shift: string) => `≤ ${shift}`,
    inPoints: (shift: string) => `${shift} points`,
    kept: (share: string) => `${share} customers`,
    later: (runs: string, of: string) => `later in ${runs} of ${of} runs`,
    sooner: (runs: string, of: string) => `sooner in ${runs} of ${of} runs`,
    untold: 'cannot be told',
    add: (name: string, effect: string, range: string) =>
      `Add ${name}: ${effect}${range && ` (${range})`}`,
    breaksWithout: 'The runs break without this decision as well.',
    belowZero: 'No tipping point bounds a size below 0.',
    keepsMost: (name: string, effect: string) =>
      `Of what was tried “${name}” does most: ${effect}.`,
    keepsNothing: 'Nothing that was tried keeps more customers.',
    most: (name: string, shift: string, range: string) =>
      `“${name}” moves the tipping point most: ${shift} points (${range}).`,
    enough: (count: number, shown: string, all: string) =>
      `${shown} of ${all} ${plural(count, 'reaches', 'reach')} the shift needed.`,
    nothing: 'Nothing that was tried moves the tipping point up.',
    never: 'Nothing to move: at no size do more than half of the runs break.',
    none: 'Everything that could be tried is in place already.',
    table: 'What moves the cliff, as a table',
    name: 'Measure',
    shift: 'Shift, points',
    range: '90% range',
    chance: (without: string) => `Chance with it (${without} without)`,
  },
  fixes,
  measures,
  smallerDecision: (size: string) => `Only ${size}`,
  leaves: {
    title: 'Who leaves',
    subtitle: (runs: string) => `Median of ${runs} runs`,
    segment: 'Segment',
    share: (by: string) => `leave by ${by}`,
    revenue: 'revenue at stake',
    money: {
      open: 'Show it in money',
      change: 'Change the price',
      title: 'Revenue in money',
      about:
        'The price decides what a share of revenue is worth. It changes nothing about who leaves.',
      price: 'List price a month',
      currency: 'Currency',
      none: 'not named',
      use: 'Use this price',
      close: 'Close',
      monthly: 'at stake a month',
      part: 'share of revenue',
      definition: 'Against doing nothing; a month, at today’s list price.',
    },
    vips: 'silent VIPs',
    all: 'All',
    gained: 'won',
    definition: 'Against doing nothing; revenue at stake in % of all revenue.',
    silent: (of: string) =>
      `Silent VIPs: of the ${of} who spend most at the end (top 5%), those past their breaking point, no complaint filed.`,
    desk: {
      obstruct: (first: string, tried: string, last: string, tries: string) =>
        `The save desk holds up ${first} of attempts to cancel in its first 13 weeks (${tried} a month), ${last} in the last 13 (${tries} a month).`,
      listen: (first: string, tried: string, last: string, tries: string) =>
        `The save desk talks round ${first} of attempts to cancel in its first 13 weeks (${tried} a month), ${last} in the last 13 (${tries} a month).`,
    },
    finding: (name: string, share: string, range: string, vips: string, of: string) =>
      `Most lost: ${name}, ${share} (${range}) more than without the decision. Of the ${of} who spend most at the end, ${vips} are silent VIPs.`,
    nobody: 'No segment loses customers against doing nothing.',
    table: 'Who leaves, as a table',
    range: '90% range',
  },
  warning: {
    title: 'Early warning',
    subtitle: 'Weeks before churn shows it',
    falseAlarms: 'False alarms without the decision',
    falseAlarmsHeld: 'False alarms in runs that hold',
    falseAlarmsShort: 'false alarms',
    axis: 'churn',
    holds: (runs: string) =>
      `None of ${runs} runs ends in a mass exit: there is nothing to warn of.`,
    tooFew: (breaking: string, runs: string) =>
      `Only ${breaking} of ${runs} runs break: too few to tell what warns, and how early.`,
    first: (name: string, weeks: string, range: string, wave: string, falsely: string) =>
      `First to warn: ${name}, ${weeks} weeks before churn shows it (${range})${wave}, with false alarms in ${falsely}.`,
    beforeWave: (weeks: string) => ` and ${weeks} before the wave of exits`,
    late: (count: number, weeks: string) => `${weeks} ${plural(count, 'week', 'weeks')} late`,
    ofHolding: (share: string) => `${share} of the runs that hold`,
    ofUndecided: (share: string) => `${share} of the runs without the decision`,
    nothing:
      'No reported figure leads churn and tells runs that break from those that hold: do not wait for a signal.',
    table: 'Early warning as a table',
    measure: 'Figure',
    lead: 'Weeks before churn shows it',
    range: '90% range',
    wave: 'Weeks before the wave',
    waveRange: '90% range to the wave',
    claim: 'Finding',
    claims: {
      warns: 'warns',
      noLead: 'no lead',
      soundsAnyway: 'sounds anyway',
      soundsEitherWay: 'sounds either way',
    },
    unknown: '—',
  },
  stories: {
    title: 'Whose story it is',
    subtitle: 'Customers of the typical run',
    roles: {
      first: 'First to leave',
      carried: 'Left with friends',
      silent: 'Silent VIP',
      captive: 'Captive',
      stayed: 'Stays',
    },
    show: 'Show in the water column',
    table: 'Stories as a table',
    role: 'Stands for',
    customer: 'Customer',
    segment: 'Segment',
    story: 'Story',
  },
  stats: {
    back: 'Last safe week to reverse',
    backShort: 'Last safe week',
    week: (week: string) => `Week ${week}`,
    weeks: (low: string, high: string) => `${low} to ${high}`,
    /** Of the few runs that break. */
    weeksOf: (weeks: string, breaking: string, runs: string) =>
      `${weeks} in ${breaking} of ${runs} runs`,
    any: (by: string) => `any week up to ${by}`,
    anyRange: (runs: string, breaking: string) => `in ${runs} of ${breaking} runs that break`,
    none: (week: string) => `none: past from week ${week}`,
    holds: 'any week',
    holdsRange: (runs: string) => `none of ${runs} runs breaks`,
    tooFew: 'too few to tell',
    tooFewRange: (breaking: string, runs: string) => `${breaking} of ${runs} runs break`,
  },
  slope: (times: string, low: string, high: string) =>
    `A slope, not a cliff: at the tipping point a step costs ${times} times what the first ones cost (${low} to ${high}).`,
  /** The same of a decision past its tipping point. */
  slopePast: (times: string, low: string, high: string) =>
    `It went down a slope, not off a cliff: the loss grows step by step, at the tipping point ${times} times as fast as at first (${low} to ${high}).`,
};

export type EvidenceWords = typeof evidence;
