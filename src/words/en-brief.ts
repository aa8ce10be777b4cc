/** The Trust Impact Assessment brief in English. */
const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const brief = {
  title: 'Trust Impact Assessment',
  /** Between a name and what is said of it. */
  colon: ': ',
  headline: {
    counting: 'Still counting',
    above: 'Above the thermocline',
    near: 'Near the thermocline',
    past: 'Past the thermocline',
  },
  range: (low: string, high: string) => `${low} to ${high}`,
  within: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
  counting: (runs: string) =>
    `${runs} runs are too few for a verdict; at least 40 are needed. The figures below show what there is.`,
  beyond: (size: string, points: string) =>
    `The proposed ${size} is ${points} points beyond the tipping point.`,
  below: (size: string, points: string) =>
    `The proposed ${size} is ${points} points below the tipping point.`,
  at: (size: string) => `The proposed ${size} is at the tipping point.`,
  beyondFirst: (size: string, points: string) =>
    `The proposed ${size} is ${points} points beyond the first tipping point; most runs hold again there.`,
  noTipping: (size: string, reach: string) =>
    `The proposed ${size} meets no tipping point: none up to ${reach}.`,
  without: (size: string) =>
    `Without the proposed ${size} half of the runs or more end in a mass exit as well: what breaks them is something else.`,
  frequency: (
    exits: number,
    shown: string,
    runs: string,
    by: string,
    left: number,
    others: string,
  ) =>
    exits === 0
      ? `In none of the ${runs} simulated runs does a mass exit follow by ${by}.`
      : left === 0
        ? `In all ${runs} simulated runs a mass exit follows by ${by}.`
        : `In ${shown} of ${runs} simulated runs a mass exit follows by ${by}; in ${others} it does not.`,
  definition: (threshold: string, by: string) =>
    `A mass exit is a loss of ${threshold} or more of the customers by ${by}, compared with doing nothing.`,
  segments: (each: readonly string[]) =>
    `Of single segments as many leave as in a mass exit: ${each.join('; ')}.`,
  stats: {
    chance: 'Chance of mass exit',
    chanceRange: (range: string) => `90% range ${range}`,
    tipping: 'Tipping point',
    noTipping: (reach: string) => `none up to ${reach}`,
    breaksWithout: 'breaks without it',
    over: (count: number, shown: string) => `in ${shown} ${plural(count, 'run', 'runs')}`,
    deadline: 'Last safe week to reverse',
    week: (week: string) => `Week ${week}`,
    any: 'any week',
    anyIn: (by: string) => `up to ${by}`,
    never: 'none',
    tooFew: 'too few to tell',
    tooFewOf: (breaking: string, runs: string) => `${breaking} of ${runs} runs break`,
    pastFrom: (week: string) => `past from week ${week}`,
    revenue: (by: string) => `Revenue at ${by}`,
    revenueRange: (range: string) => `vs doing nothing, ${range}`,
    customers: (by: string) => `Customers at ${by}`,
  },
  pictogram: (sinking: number) =>
    sinking === 0
      ? 'None of 20 runs ends in a mass exit'
      : `${sinking} of 20 runs ${plural(sinking, 'ends', 'end')} in a mass exit`,
  cliff: {
    title: (by: string) => `Customers lost by ${by}, by size of the decision`,
    lead: 'Compared with doing nothing. Thick line: typical run. Thin lines: single runs. Dotted: what a constant elasticity says. Shaded: the tipping point with its 90% range.',
    tipping: (size: string, range: string) => `Tipping point ${size} (${range})`,
    proposed: (size: string) => `Proposed ${size}`,
    typical: (loss: string) => `Typical run ${loss}`,
    forecast: (loss: string) => `Elasticity forecast ${loss}`,
    finding: (size: string, loss: string) =>
      `At ${size} the typical run loses ${loss} of the customers.`,
    runs: (swept: string, searched: string, own: string) =>
      `By size: losses of ${swept} runs, chances of ${searched}; the chance at the proposed size: all ${own}.`,
    columns: {
      size: 'Size',
      chance: 'Mass exit',
      typical: 'Typical loss',
      range: '90% of runs',
    },
  },
  timeline: {
    title: 'What the dashboard shows, and what lies below it',
    calm: (weeks: number, shown: string) =>
      `The dashboard stays calm for ${shown} ${plural(weeks, 'week', 'weeks')} after the last safe week`,
    lead: (weeks: readonly string[]) =>
      `Typical run. Above the line: monthly churn as reported. Below: customers of week 0 by state, gone hatched; bold: share of those remaining who are past their breaking point.${
        weeks.length === 0
          ? ''
          : ` ${plural(weeks.length, 'Decision in week', 'Decisions in weeks')} ${weeks.join(', ')}.`
      }`,
    churn: (churn: string) => `Churn ${churn} a month`,
    past: (share: string) => `Past breaking ${share}`,
    captive: (share: string) => `Captive ${share}`,
    trust: (trust: string) => `Trust ${trust}`,
    gone: (share: string) => `Gone ${share}`,
    week: (week: string) => `week ${week}`,
    lastSafe: (week: string) => `last safe week ${week}`,
    visible: (week: string) => `first visible in churn: week ${week}`,
    finding: (by: string, gone: string, past: string) =>
      `By ${by}, ${gone} of the customers of week 0 are gone, and of those who remain ${past} are past their breaking point.`,
    returns: (shares: readonly string[]) =>
      `Share of a mass exit that would return if it is reversed, with 90% range: ${shares.join('; ')}.`,
    returnsAfter: (weeks: string, share: string, range: string) =>
      `after ${weeks} weeks ${share} (${range})`,
    columns: {
      week: 'Week',
      churn: 'Churn a month',
      trust: 'Trust',
      past: 'Past breaking point',
      gone: 'Gone',
    },
  },
  leavers: {
    title: 'Who leaves',
    columns: {
      segment: 'Segment',
      share: 'Of customers',
      lost: (by: string) => `Lost by ${by}`,
      atStake: 'Revenue at stake',
      silent: 'Silent VIPs',
    },
    most: (shown: string, of: string) =>
      `The ${shown} of ${of} segments with the most revenue at stake.`,
    note: (runs: string, of: string) =>
      `Against doing nothing, over ${runs} runs. Revenue at stake: share of all revenue. Silent VIPs: of the ${of} simulated customers who spend most at the end (top 5%), those past their breaking point who never complained.`,
  },
  plan: {
    title: 'What is proposed',
    decisions: (each: readonly string[]) => `${each.join('; ')}.`,
    decision: (name: string, size: string, week: string) => `${name} ${size}, ${week}`,
    detailed: (decision: string, detail: string) => `${decision} (${detail})`,
    more: (count: string) => `${count} more`,
    with: (names: readonly string[]) => `Together with: ${names.join(', ')}.`,
    alone: 'Nothing softens it.',
  },
  assumptions: {
    title: 'What we assumed',
    lead: (shown: string, of: string) =>
      `The ${shown} of ${of} assumptions that move the tipping point most. In the last column it is measured again with the assumption at either end of its plausible range.`,
    tips: (count: number, shown: string, of: string) =>
      `There is no tipping point. At an end of its plausible range ${shown} of ${of} assumptions ${plural(count, 'brings', 'bring')} one about: the last column says where.`,
    noneTips: (of: string) =>
      `There is no tipping point, and none of ${of} assumptions brings one about at an end of its plausible range.`,
    noneMoves: (of: string) =>
      `None of ${of} assumptions moves the tipping point within its plausible range.`,
    columns: {
      name: 'Assumption',
      value: 'Value',
      source: 'Where it comes from',
      wrong: 'Tipping point if wrong',
    },
    evidence: {
      measured: 'Measured',
      'meta-analysis': 'Meta-analysis',
      case: 'Single case',
      fitted: 'Fitted to published facts',
      design: 'Choice of the model, not measured here',
      'no source': 'No published size',
      switch: 'Set by hand',
      history: 'Fitted to our own history',
    },
    cited: (evidence: string, sources: readonly string[]) =>
      sources.length === 0 ? evidence : `${evidence}: ${sources.join('; ')}`,
    direction: (evidence: string, sources: readonly string[]) =>
      sources.length === 0 ? evidence : `${evidence}; direction: ${sources.join('; ')}`,
    none: 'none',
    orNone: (tip: string) => `${tip} or none`,
    flips: (names: readonly string[], more: string | null) =>
      `Wrong alone, each of these changes the answer: ${names.join(', ')}${more === null ? '' : `, and ${more} more`}.`,
    noFlips: 'None of them changes the answer alone.',
    /** All of them at once. */
    together: {
      frequency: {
        ranges: (shown: string, of: string) =>
          `With all of them drawn from their ranges at once, ${shown} of ${of} runs end in a mass exit.`,
        history: (shown: string, of: string) =>
          `With all of them drawn from what our history leaves open, ${shown} of ${of} runs end in a mass exit.`,
      },
      range: (low: string, high: string) =>
        `The tipping point then lies between ${low} and ${high} (90% of runs).`,
      open: (low: string) =>
        `The tipping point then lies at ${low} or above, or there is none (90% of runs).`,
      none: 'In most of them there is then no tipping point.',
    },
  },
  moves: {
    title: 'What moves the tipping point',
    lead: (runs: string) =>
      `Each measure alone, over ${runs} pairs of runs, in points of the decision's size. Bars: 90% range.`,
    needed: (points: string) => `${points} points needed`,
    finding: (name: string, points: string) =>
      `The largest shift is that of "${name}": ${points} points.`,
    columns: { measure: 'Measure', shift: 'Shift, points', range: '90% range' },
    atLeast: (points: string) => `≥ ${points}`,
    atMost: (points: string) => `≤ ${points}`,
    fix: (names: readonly string[], before: string, after: string, range: string) =>
      `The smallest fix found (${names.join('; ')}) would bring the chance from ${before} down to ${after} (${range}).`,
    otherFix: (names: readonly string[], after: string, range: string) =>
      `The alternative (${names.join('; ')}) leaves a chance of ${after} (${range}).`,
    smaller: (size: string) => `only ${size}`,
    noFix: 'No combination of the measures tried brings the chance below 25%.',
  },
  tripwires: {
    title: 'Tripwires',
    lead: (runs: string, all: string, breaking: string) =>
      `If we go ahead, these are watched weekly. A signal is lit when it leaves its usual range (mean ± 3 standard deviations of the 26 weeks before) for two weeks running. Measured in ${runs} of ${all} runs; ${breaking} of these end in a mass exit. Leads are in weeks before churn shows it. A false alarm is one without a mass exit.`,
    columns: {
      signal: 'Signal',
      limit: 'Lit when',
      lead: 'Lead, weeks',
      seen: 'Lit in time',
      falseAlarms: 'False alarms',
      owner: 'Owner',
      action: 'First action',
    },
    above: (value: string) => `over ${value}`,
    below: (value: string) => `under ${value}`,
    hours: (value: string) => `${value} h`,
    units: 'Complaints, cancel attempts and data exports: per 1,000 customers a week.',
    wave: (leads: readonly string[]) =>
      `Weeks before the wave, the four weeks with the most exits: ${leads.join(', ')}.`,
    seen: (before: string, showing: string) => `${before} of ${showing}`,
    none: 'No reported figure both leads the rise in churn and tells runs that break from those that hold: waiting for a signal is no plan.',
    holds:
      'No simulated run ends in a mass exit, so there is no lead to measure. False alarms alone make no tripwire.',
    tooFew: (breaking: string, runs: string) =>
      `Only ${breaking} of ${runs} simulated runs end in a mass exit: too few to measure a lead. False alarms alone make no tripwire.`,
    noLead: (names: readonly string[]) =>
      `No tripwires, as they do not lead: ${names.join(', ')}.`,
    both: (names: readonly string[]) =>
      `No tripwires, as they sound whether or not a mass exit follows: ${names.join(', ')}.`,
    anyway: (names: readonly string[]) =>
      `No tripwires, as they sound without a decision as well: ${names.join(', ')}.`,
    owners: {
      complaints: 'Support',
      publicShare: 'Communication',
      firstResponse: 'Support',
      logins: 'Product',
      nps: 'Research',
      attempts: 'Customer success',
      dataExports: 'Data',
      churn: 'Finance',
    },
    actions: {
      complaints: 'Read fifty, publish the reasons',
      publicShare: 'Answer in public within a day',
      firstResponse: 'Move staff to the desk',
      logins: 'Rule out an outage first',
      nps: 'Call ten who turned',
      attempts: 'Offer the old terms',
      dataExports: 'Call the ten largest',
      churn: 'Review the decision',
    },
  },
  dissent: {
    title: 'Dissent',
    note: 'Left blank on purpose: write a disagreement here before signing, or write "none raised" and who asked.',
  },
  signing: {
    title: 'Decision and sign-off',
    options: [
      'Go ahead as proposed',
      'Go ahead with changes',
      'Measure first',
      'Do not go ahead',
    ],
    roles: ['Product', 'Finance', 'Customer success'],
  },
  limits:
    "This is a simulation, not a forecast of named customers. Ranges are 90% of runs and cover chance, not errors in the model's form or in its assumptions. Anyone can repeat it with the same scenario, seed and model version.",
  footer: (seed: string, runs: string, customers: string, model: string, digest: string) =>
    `Seed ${seed}, ${runs} runs, ${customers} customers. Model ${model}, inputs ${digest}`,
  page: (page: string, of: string) => `${page} of ${of}`,
};

export type BriefWords = typeof brief;
