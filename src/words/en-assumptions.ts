/**
 * What the model assumes, in English: what each assumption is about, and what either end of its plausible range
 * means. Phrases take the value there, as `readingOf` shows it.
 */
import type { AssumedName } from '../model/assumptions.ts';

type Phrase = (shown: string) => string;

export interface AssumptionWords {
  readonly label: string;
  readonly low: Phrase;
  readonly high: Phrase;
}

const both = (label: string, phrase: Phrase): AssumptionWords => ({
  label,
  low: phrase,
  high: phrase,
});
const weeks = (n: string) => (n === '1' ? '1 week' : `${n} weeks`);
/** Where only a multiple says something. */
const times = (n: string, how: string) => `${n} times as ${how} as assumed`;

export const assumptions: Readonly<Record<AssumedName, AssumptionWords>> = {
  vMean: both('What the service is worth', (n) => `it is worth ${n} times its price`),
  vCv: {
    label: 'How much tastes differ',
    low: () => 'it is worth much the same to everybody',
    high: () => 'it is worth far more to some than to others',
  },
  aSd: {
    label: 'Who minds the price',
    low: () => 'customers mind a price rise much alike',
    high: () => 'some mind a price rise far more than others',
  },
  Amean: both(
    'Breaking point of trust',
    (n) => `trust no longer mends itself below ${n} of 100`,
  ),
  Asd: {
    label: 'How much breaking points differ',
    low: () => 'all customers break at much the same trust',
    high: () => 'some customers break long before others',
  },
  Tmean: both('Trust in quiet times', (n) => `it rests at ${n} of 100`),
  Tsd: {
    label: 'How much trust differs',
    low: () => 'customers trust much alike',
    high: () => 'some customers trust far more than others',
  },
  reserve: both(
    'Reserve of trust',
    (n) => `the least trusting stand ${n} of 100 above where trust gives way`,
  ),
  Smean: both('Cost of switching', (p) => `leaving costs as much as ${p} of a monthly bill`),
  susSd: {
    label: 'Who listens to others',
    low: () => 'customers heed others much alike',
    high: () => 'some heed others far more than the rest',
  },
  susMax: both(
    'The most impressionable',
    (n) => `nobody heeds others more than ${n} times the usual`,
  ),
  impSd: {
    label: 'Whom a feature matters to',
    low: () => 'a feature matters much alike to all who use it',
    high: () => 'a feature matters far more to some who use it',
  },
  vDorm: both(
    'Worth to sleeping customers',
    (p) => `it is worth ${p} of the usual to those who hardly use it`,
  ),
  dorm: both('Sleeping customers', (p) => `${p} of the customers give it no thought`),
  abLow: both('Attention of the sleeping', (p) => `${p} of them look at it in a week`),
  abHigh: both('Attention of the awake', (p) => `${p} of them look at it in a week`),
  omega: both('How long attention lasts', (n) => `half of it is gone after ${weeks(n)}`),
  wakeMail: both('What a notice wakes', (p) => `a notice brings attention to ${p}`),
  wakePrice: both('What a new bill wakes', (p) => `a changed bill brings attention to ${p}`),
  wakeSlope: both(
    'What a larger rise wakes',
    (n) => `each 10% on the price adds ${n} points of attention`,
  ),
  wakeSoc: {
    label: 'What talk wakes',
    low: () => 'talk among acquaintances wakes hardly anybody',
    high: () => 'talk among acquaintances wakes people quickly',
  },
  k: both('Acquaintances', (n) => `each customer knows ${n} others`),
  comm: both('Circles of acquaintances', (n) => `they live in circles of ${n}`),
  far: both('Ties beyond the circle', (p) => `${p} of the acquaintances are outside it`),
  hubShare: both('Well-known customers', (p) => `${p} of the customers are known to many`),
  hubFollow: {
    label: 'Their following',
    low: () => 'nobody follows them',
    high: (p) => `${p} of the customers follow one of them`,
  },
  homo: {
    label: 'Whether like knows like',
    low: () => 'segments are mixed, whoever one knows',
    high: () => 'segments keep to themselves',
  },
  rho: both('Pace of trust', (n) => `trust mends and gives way ${times(n, 'fast')}`),
  beta: both('What a loss does to trust', (n) => `a loss wears trust ${times(n, 'fast')}`),
  psi: both('Loss aversion', (n) => `a loss weighs ${n} times as much as a gain`),
  surprise: both('Surprise', (p) => `a rise without notice hurts ${p} more`),
  eta: both('Getting used to a price', (n) => `half done after ${weeks(n)}`),
  w: both('Weight of trust', (p) => `full trust makes up for ${p} of the price`),
  Uout: both('The other offer', (p) => `it is better by ${p} of the price`),
  netv: {
    label: 'Worth of the others',
    low: () => 'it is worth the same whoever else is there',
    high: (p) => `${p} of its worth lies in who else is there`,
  },
  mu: {
    label: 'News of leavers elsewhere',
    low: () => 'nobody hears of them but from acquaintances',
    high: (p) => `it counts for ${p}, acquaintances for the rest`,
  },
  fearPow: {
    label: 'Fear of the unknown',
    low: () => 'it stays, whoever has left before',
    high: () => 'it melts once a few acquaintances have left',
  },
  explain: both('What an explanation does', (p) => `the best one takes off ${p} of the hurt`),
  kappa: both(
    'How sharply people decide',
    (p) => `an advantage of ${p} of the price all but decides`,
  ),
  h0: both('Everyday leaving', (p) => `${p} a month leave whatever happens`),
  h1: both('Leaving once fed up', (p) => `at most ${p} of those who look leave within a week`),
  h0x: both(
    'Leaving with open data',
    (p) => `full openness makes everyday leaving ${p} more likely`,
  ),
  chi: both(
    'Pull of those who leave',
    (n) => `each acquaintance who leaves pulls ${times(n, 'much')}`,
  ),
  mem: both('How long talk lasts', (n) => `half of it is forgotten after ${weeks(n)}`),
  hw: both(
    'Coming back',
    (n) => `former customers who look again return ${times(n, 'readily')}`,
  ),
  abLeft: both('Attention of former customers', (p) => `${p} of them look again in a week`),
  forget: both('How long a grudge lasts', (n) => `half of it is gone after ${weeks(n)}`),
  Tneu: both('Trust of former customers', (n) => `with time it comes back up to ${n} of 100`),
  promo: both('Offers to come back', (p) => `at most ${p} off the price`),
  ha: both('Joining', (n) => `people join ${times(n, 'readily')}`),
  expo: both('Talk outside', (p) => `those who are not customers hear ${p} of it`),
  c0: both('Complaints in quiet times', (n) => `there are ${times(n, 'many')}`),
  cv: both('Complaints of the disappointed', (n) => `they complain ${times(n, 'often')}`),
  cT: both('Where complaining begins', (n) => `below a trust of ${n} of 100`),
  push: both('Reach of a public complaint', (n) => `it is talked about ${times(n, 'much')}`),
  bcast: {
    label: 'Reach of media and posts',
    low: () => 'it reaches nobody but acquaintances',
    high: (n) => `it reaches everybody ${times(n, 'much')}`,
  },
  mediaZ: both('A scandal in the media', (n) => `it fills them ${times(n, 'much')}`),
  socMax: both(
    'Limit of social pressure',
    (n) => `many voices weigh at most ${times(n, 'much')}`,
  ),
  cred: both(
    'What openness softens',
    (p) => `full openness takes off ${p} of losses and rumours`,
  ),
  trap: both('Being held back', (n) => `it wears trust ${times(n, 'fast')}`),
  cap: both('Answers to complaints', (n) => `${n} a week per 1,000 customers`),
  patience: both(
    'Patience',
    (n) => `a complaint goes public after ${weeks(n)} without an answer`,
  ),
  resolve: both('Answers that help', (p) => `${p} of them solve the problem`),
  recover: both('What a solution wins back', (p) => `about ${p} of the trust missing`),
  ignore: both(
    'What silence costs',
    (p) => `a complaint left unanswered costs ${p} of the trust`,
  ),
  frt0: both('First answer', (n) => `after ${n} hours in quiet times`),
  deskHold: both('Holding up a cancellation', (n) => `it takes ${weeks(n)} to try again`),
  deskE: {
    label: 'Whom holding up keeps',
    low: () => "it changes nobody's mind",
    high: () => 'some who are held up think better of it',
  },
  deskFriction: both('What holding up costs', (n) => `${n} of 100 points of trust`),
  listenGain: both('What listening wins back', (p) => `${p} of the trust missing`),
  listenE: both('Whom listening keeps', (n) => `it holds people ${times(n, 'firmly')}`),
  outGain: both('What early outreach does', (n) => `it repairs trust ${times(n, 'fast')}`),
  bondB: both('Personal bonds', (n) => `worse service wears them ${times(n, 'fast')}`),
  srvV: both('Worth of good service', (p) => `the worst service takes away ${p} of the worth`),
  adsV: both('Worth lost to ads', (p) => `a full load takes away ${p} of the worth`),
  adsB: both('Resentment of ads', (n) => `they are resented ${times(n, 'much')}`),
  noise: both('Everyday annoyance', (n) => `from week to week it varies ${times(n, 'much')}`),
  noiseC: both('Ups and downs of complaints', (p) => `they vary by ${p} from week to week`),
  compGain: both('What compensation does', (n) => `it repairs trust ${times(n, 'fast')}`),
  apolGain: both('What an apology does', (n) => `it repairs trust ${times(n, 'fast')}`),
  planAt: both('Who compares plans', (p) => `those whose attention is above ${p}`),
  stick: {
    label: "Staying with one's plan",
    low: () => 'people change plan for any gain',
    high: (p) => `people change plan only for a gain of ${p} of the price`,
  },
  down: {
    label: 'Going down a plan',
    low: () => 'it costs no trust',
    high: (p) => `it costs up to ${p} of the trust`,
  },
  pauseCool: both('The next pause', (n) => `possible after ${weeks(n)}`),
  fatUp: both('Staff under double load', (n) => `they wear out ${times(n, 'fast')}`),
  fatDown: both('Staff at rest', (n) => `half recovered after ${weeks(n)}`),
  fatCap: both('Worn-out staff, answers', (p) => `they give ${p} fewer`),
  fatRes: both('Worn-out staff, solutions', (p) => `they find ${p} fewer`),
  fatEmp: both('A free hand for staff', (p) => `it takes off ${p} of the strain`),
  hubDamp: both('Opinion leaders on board', (p) => `${p} of their talk falls away`),
  msgCalm: both('One message, talk', (p) => `it takes off ${p} of the talk`),
  msgExp: both('One message, explanation', (p) => `it makes explanations ${p} stronger`),
  refVip: both('Word of a large customer', (n) =>
    n === '1' ? 'it counts like that of anybody' : `it counts like that of ${n} others`,
  ),
};
