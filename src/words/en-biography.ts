/**
 * One customer's story, in English. Each line is about the same customer, so it tells what happens without saying
 * to whom, in the present tense. Trust and breaking point are told from 0 to 100.
 */
const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const biography = {
  portrait: (parts: readonly string[]) => `${parts.join(', ')}.`,
  vip: 'served in person',
  monthly: 'monthly plan',
  annual: (week: string) => `annual plan, renewed in week ${week}`,
  pays: (amount: string) => `pays ${amount} a month`,
  paysTimes: (times: string) => `pays ${times}× the list price`,
  knows: (friends: string, ties: string) => `${friends} of ${ties} friends are customers too`,
  inWeek: (week: string, what: string) => `Week ${week}: ${what}`,
  inWeeks: (from: string, until: string, what: string) => `Weeks ${from} to ${until}: ${what}`,
  causes: {
    reservoir: 'time without trouble',
    repair: 'apology, compensation and outreach',
    wear: 'everyday wear',
    price: 'the price',
    cut: 'the feature cut',
    ads: 'the advertising',
    conduct: 'how the company behaved',
    overPromise: 'a promise not kept',
    others: 'what others say',
    held: 'feeling held back',
    bond: 'less personal service',
    downgrade: 'having moved to the lite plan',
    complaints: 'the answers to complaints',
    saveDesk: 'the save desk',
  },
  priceBy: (change: string) => `the price, ${change}`,
  part: (cause: string, share: string) => `${cause} (${share})`,
  and: (first: string, second: string) => `${first} and ${second}`,
  fell: (from: string, to: string, causes: string) =>
    `trust falls from ${from} to ${to} through ${causes}.`,
  fellBelow: (from: string, to: string, point: string, causes: string) =>
    `trust falls from ${from} to ${to}, below the breaking point of ${point}, through ${causes}.`,
  rose: (from: string, to: string, causes: string) =>
    `trust recovers from ${from} to ${to} through ${causes}.`,
  complained: {
    well: (week: string) => `complains; a good answer comes in week ${week}.`,
    badly: (week: string) => `complains; the answer in week ${week} makes it worse.`,
    never: (week: string) => `complains; by week ${week} nobody has answered.`,
    wellAtOnce: 'complains and gets a good answer at once.',
    badlyAtOnce: 'complains, and the answer makes it worse.',
    open: 'complains; no answer comes in time.',
  },
  friendsLeft: (count: number, gone: string, friends: string) =>
    `${gone} of ${friends} friends ${plural(count, 'has', 'have')} left by now.`,
  captive: (why: string) => `it is not worth the price any more; ${why}.`,
  waited: 'would leave, and has to wait for the renewal.',
  tookLite: 'moves to the lite plan.',
  paused: 'pauses.',
  heldUp: 'tries to cancel and is held up.',
  listened: 'tries to cancel, is listened to, and stays.',
  left: {
    distrust: 'leaves, with trust below the breaking point.',
    trust: (most: string) => `leaves, with trust below the breaking point; ${most}.`,
    price: (most: string) => `leaves, as it is not worth the price any more; ${most}.`,
    everyday: 'leaves for an everyday reason.',
  },
  /** What took most off the wish to stay. */
  most: {
    value: 'the service is worth less than before',
    bill: 'it costs more than before',
    sting: 'the rise still hurts',
    trust: 'the trust lost weighs most',
    outside: 'others offer more',
    switching: 'switching has become easier',
  },
  wanting: (count: number, weeks: string) =>
    `Had wanted to for ${weeks} ${plural(count, 'week', 'weeks')}.`,
  returned: 'comes back.',
  stayed: (why: string) => `still a customer; ${why}.`,
  holds: {
    value: 'it is worth more than it costs',
    trust: 'trust holds',
    data: 'what holds is the data that would be lost',
    unknown: 'what holds is not knowing the alternative',
    hassle: 'what holds is the hassle of switching',
    lockIn: 'what holds is the lock-in',
    contract: 'would leave, and waits for the renewal',
    undecided: 'would rather leave, and has not done it yet',
  },
};

export type BiographyWords = typeof biography;
