/**
 * The page in English. Phrases take numbers that are already formatted, and a bare count only where the
 * grammar depends on it.
 */
import { evidence } from './en-evidence.ts';
import { briefing } from './en-briefing.ts';
import { lake } from './en-lake.ts';
import { keeping } from './en-keeping.ts';
import { inputs } from './en-inputs.ts';
import { shortcuts } from './en-shortcuts.ts';
import { sharing } from './en-sharing.ts';

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const en = {
  app: { name: 'Trust Thermocline', skip: 'Skip to result' },
  /** Between two sentences, and after a comma. */
  gap: ' ',
  header: {
    scenarioName: 'Scenario name',
    template: 'Template',
    language: 'Language',
    languages: { en: 'EN', zh: '中文' },
    toDark: 'Switch to the dark theme',
    toLight: 'Switch to the light theme',
    inputs: 'Inputs',
    undo: 'Undo',
    redo: 'Redo',
    undoBy: (keys: string) => `Undo (${keys})`,
    redoBy: (keys: string) => `Redo (${keys})`,
  },
  tabs: {
    label: 'Sections',
    result: 'Result',
    decision: 'Decision',
    buffers: 'Buffers',
    customers: 'Customers',
    charts: 'Chart',
    counted: (name: string, count: string) => `${name} ${count}`,
  },
  templates: {
    general: 'General market',
    streaming: 'Streaming',
    saas: 'B2B software',
    telco: 'Telecom',
    community: 'Online community',
    commodity: 'Commodity',
  },
  evidence,
  ownCustomers: (template: string) => `Own customers · ${template}`,
  segments: {
    mainstream: 'Mainstream',
    power: 'Power users',
    budget: 'Budget',
    vip: 'VIP',
    casual: 'Casual viewers',
    family: 'Families',
    fans: 'Fans',
    premium: 'Premium',
    smallBusiness: 'Small business',
    midMarket: 'Mid-market',
    keyAccounts: 'Key accounts',
    private: 'Private',
    bargainHunters: 'Bargain hunters',
    business: 'Business',
    members: 'Members',
    contributors: 'Contributors',
    moderators: 'Moderators',
    all: 'Everybody',
    other: 'Other',
    silent: 'Silent high-value',
    champions: 'Champions',
    loyal: 'Loyal',
    potentialLoyalists: 'Potential loyalists',
    new: 'New',
    promising: 'Promising',
    needAttention: 'Need attention',
    atRisk: 'At risk',
    hibernating: 'Hibernating',
  },
  segmentParts: {
    monthly: 'Monthly',
    annual: 'Annual',
    low: 'low',
    middle: 'middle',
    high: 'high',
  },
  segmentOf: (parts: readonly string[]) => parts.join(', '),
  decisions: { ...inputs.names, price: 'Price rise' },
  buffers: {
    notice: 'Notice',
    explanation: 'Explanation',
    grandfathering: 'Grandfathering',
    compensation: 'Compensation',
    apology: 'Apology and plan',
    crisisResponse: 'Crisis response',
    oneMessage: 'One message',
    opinionLeaders: 'Opinion leaders',
    capacity: 'Complaint desk',
    empowerment: 'Empowerment',
    fatigue: 'Staff fatigue',
    outreach: 'Early outreach',
    saveDesk: 'Save desk',
    referral: 'Referral',
    litePlan: 'Lite plan',
    pause: 'Pause',
    winBack: 'Win-back',
    pilot: 'Pilot',
  },
  rail: {
    label: 'Inputs',
    customers: 'Customers',
    importFile: 'Import CSV',
    importHint: 'A customer file (.csv) or a scenario (.json). It stays in this browser.',
    startFrom: 'Market to start from',
    aboutMarket: 'About this market',
    modelled: (count: string) => `${count} modelled`,
    inFile: (count: string) => `${count} in the file`,
    count: 'count',
    revenue: 'revenue',
    fit: 'Fit to past churn',
    fitHint: 'Narrow the assumptions with your own churn around a past change',
    fitted: (months: string) => `Fitted to ${months} months`,
    launch: 'After launch',
    launchHint: 'Monthly figures against the band that was registered, and the tripwires',
    editSegments: 'Edit segments',
    editHint: 'Merge, split, rename or weigh the segments',
    rowsUsed: (used: string, all: string, leftOut: string) =>
      `${used} of ${all} rows; ${leftOut} left out`,
    decision: 'Decision',
    weekOf: (week: string) => `week ${week}`,
    runs: (done: string, planned: string) => `${done} of ${planned} runs`,
    runsDone: (planned: string, seconds: string) =>
      `${planned} of ${planned} runs, ${seconds} s`,
    seed: (seed: string) => `seed ${seed}`,
    /** Mass exits while the assumptions are drawn from their published ranges, or from the own history. */
    assumed: {
      ranges: (shown: string, of: string) =>
        `With all assumptions varied, ${shown} of ${of} runs end in one.`,
      history: (shown: string, of: string) =>
        `With all that your history leaves open, ${shown} of ${of} runs end in one.`,
    },
    limit: 'This is a simulation, not a forecast of named customers.',
    noDecision: 'This scenario has no decision whose size can be varied.',
  },
  /** How far openness is closed or opened. */
  sizes: {
    closing: (points: string) => `closing by ${points} points`,
    opening: (points: string) => `opening by ${points} points`,
    points: (points: string) => `${points} points`,
  },
  verdict: {
    label: 'Verdict',
    /** Ends the headline when it is read out. */
    stop: '. ',
    headline: {
      none: 'No decision yet',
      counting: 'Still counting',
      stopped: 'Stopped',
      above: 'Above the thermocline',
      near: 'Near the thermocline',
      past: 'Past the thermocline',
    },
    pictogram: (sinking: number) =>
      sinking === 0
        ? 'None of 20 runs sinks'
        : `${sinking} of 20 runs ${plural(sinking, 'sinks', 'sink')}`,
    beyond: (size: string, points: string) =>
      `Your ${size} is ${points} points beyond the tipping point.`,
    below: (size: string, points: string) =>
      `Your ${size} is ${points} points below the tipping point.`,
    at: (size: string) => `Your ${size} is at the tipping point.`,
    /** Where the runs that break at the tipping point do not at the decision's size. */
    beyondFirst: (size: string, points: string) =>
      `Your ${size} is ${points} points beyond the first tipping point; most runs hold again there.`,
    dented: (count: number, shown: string, runs: string) =>
      `${shown} of ${runs} runs ${plural(count, 'breaks', 'break')} at some sizes and ${plural(count, 'holds', 'hold')} at larger ones.`,
    dentedTip: (count: number, shown: string, runs: string) =>
      `${shown} of ${runs} runs ${plural(count, 'breaks', 'break')} at some sizes and ${plural(count, 'holds', 'hold')} at larger ones; the tipping point is the first.`,
    noTipping: (size: string, reach: string) =>
      `Your ${size} meets no tipping point: none up to ${reach}.`,
    without: (size: string) =>
      `Without your ${size} half of the runs or more end in a mass exit as well: what breaks them is something else.`,
    noDecision: 'Add a decision to see how near it comes to the tipping point.',
    counting: (done: string, planned: string) =>
      `${done} of ${planned} runs. The range will narrow.`,
    stoppedAt: (done: string, planned: string) => `Stopped after ${done} of ${planned} runs.`,
    inTwenty: (exits: number) =>
      `${exits} in 20 simulated runs ${plural(exits, 'ends', 'end')} in a mass exit; ${20 - exits} in 20 ${plural(20 - exits, 'does', 'do')} not.`,
    none: (runs: string) => `None of the ${runs} simulated runs ends in a mass exit.`,
    all: (runs: string) => `All of the ${runs} simulated runs end in a mass exit.`,
    few: (exits: number, shown: string, runs: string, others: string) =>
      `${shown} of ${runs} simulated runs ${plural(exits, 'ends', 'end')} in a mass exit; ${others} ${others === '1' ? 'does' : 'do'} not.`,
    definition: (threshold: string, horizon: string) =>
      `Mass exit: ${threshold} or more of the customers lost by ${horizon}, against doing nothing.`,
  },
  stats: {
    chance: 'Chance of mass exit',
    chanceShort: 'Mass exit',
    chanceRuns: (exits: string, runs: string) => `${exits} of ${runs} runs`,
    tipping: 'Tipping point',
    noTipping: (reach: string) => `none up to ${reach}`,
    noTippingRange: 'in half of the runs or more',
    breaksWithout: 'breaks without it',
    /** In place of a range, where so few runs have none. */
    over: (count: number, shown: string) => `in ${shown} ${plural(count, 'run', 'runs')}`,
    revenue: (by: string) => `Revenue at ${by}`,
    revenueShort: 'Revenue',
    comparedWith: 'vs doing nothing,',
    counting: (done: string, planned: string) => `${done} of ${planned} runs done`,
    waiting: '…',
  },
  horizon: {
    byMonth: (count: number) => `month ${count}`,
    byWeek: (count: number) => `week ${count}`,
  },
  cliff: {
    title: 'The cliff',
    short: 'Cliff',
    subtitle: (by: string) => `Customers lost by ${by} vs doing nothing`,
    rise: 'rise',
    size: 'size',
    /** How far openness is. */
    closed: 'closed, points',
    chance: 'chance',
    tipping: (size: string) => `Tipping point ${size}`,
    range: (range: string) => `90% range ${range}`,
    /** The same while the assumptions are drawn from their published ranges, or from the own history. */
    assumed: {
      range: {
        ranges: (low: string, high: string) => `assumptions varied: ${low} to ${high}`,
        history: (low: string, high: string) => `within your history: ${low} to ${high}`,
      },
      open: {
        ranges: (low: string) => `assumptions varied: from ${low}`,
        history: (low: string) => `within your history: from ${low}`,
      },
      none: {
        ranges: 'assumptions varied: mostly none',
        history: 'within your history: mostly none',
      },
    },
    findingAssumed: (text: string) => `Tipping point, ${text}.`,
    tippingAssumed: (text: string) => `Tipping point, ${text}`,
    yours: (size: string) => `Your decision ${size}`,
    yoursShort: (size: string) => `You ${size}`,
    typical: (loss: string) => `Typical run ${loss}`,
    massExit: 'mass exit',
    keys: 'Left and Right move by half a point, Shift by 2, Page Up and Down by 5, T jumps to the tipping point.',
    valueText: (size: string, chance: string) => `${size}, chance of mass exit ${chance}`,
    finding: (tipping: string, range: string, size: string, loss: string) =>
      `The typical run falls off the cliff at ${tipping} (${range}). At ${size} it loses ${loss} of the customers.`,
    /** For a slope, and as long as nobody knows which it is. */
    findingSlope: (tipping: string, range: string, size: string, loss: string) =>
      `The tipping point is at ${tipping} (${range}). At ${size} the typical run loses ${loss} of the customers.`,
    findingNone: (reach: string, size: string, loss: string) =>
      `No tipping point up to ${reach}. At ${size} the typical run loses ${loss} of the customers.`,
    empty: 'The first runs are on their way.',
  },
  timeline: {
    title: 'The timeline',
    short: 'Timeline',
    subtitle: 'Above the line: your dashboard. Below: what it misses',
    nps: 'NPS',
    churn: 'Churn',
    churnFull: 'Monthly churn',
    content: 'still content',
    wavering: 'wavering',
    past: 'Past breaking point',
    pastLines: ['Past breaking', 'point'],
    captive: 'Captive',
    pending: 'Exit pending',
    trust: 'Trust',
    gone: 'Gone',
    week: (week: string) => `Week ${week}`,
    weekZero: 'week 0',
    playhead: 'Week shown',
    keys: 'Left and Right move by a week, Shift by 4, Home and End to the first and last.',
    summary: (gone: string, past: string, returns: string) =>
      `${gone} gone, ${past} of the rest past their breaking point${returns && `, ${returns}`}`,
    finding: (week: string, churn: string, past: string, gone: string) =>
      `By ${week} the dashboard shows ${churn} monthly churn; below the line ${past} of the customers who remain are past their breaking point and ${gone} are gone.`,
    empty: 'The typical run appears here.',
  },
  table: {
    show: 'Show as table',
    chart: 'Show as chart',
    key: 'D',
    size: 'Size',
    chance: 'Chance of mass exit',
    typical: 'Typical loss',
    range: '90% of runs',
    week: 'Week',
    cliff: (swept: string, searched: string) =>
      `The cliff as a table: losses of ${swept} runs, chances of ${searched}`,
    timeline: 'The timeline as a table',
  },
  notice: {
    dismiss: 'Dismiss',
    again: 'Run again',
    more: (count: number) => `and ${count} more`,
    runStopped: (reason: string) => `This run stopped: ${reason} Your inputs are kept.`,
    notLoaded: 'A part of the page could not be loaded. Check the connection and try again.',
    refused: (name: string) => `${name} was not opened, nothing has changed:`,
    refusedEdit: 'This change was not made:',
    largeScenario: (limit: string) =>
      `A scenario has at most ${limit} MB. Customers come as a CSV file.`,
    drop: 'Drop a customer file (.csv) or a scenario (.json)',
    unreadable: (name: string) =>
      `${name} could not be read. It may have been moved or locked; choose it again.`,
  },
  lake,
  keeping,
  inputs,
  release: {
    ready: 'A newer version is ready. Your inputs are kept.',
    elsewhere: 'Another tab shows a newer version already. Your inputs are kept.',
    take: 'Switch to it',
    later: 'Later',
  },
  shortcuts,
  sharing,
  briefing,
};

export type Words = typeof en;
