/**
 * What the defaults of the parameters rest on, in a few words, and where it was found; apart from the values, as the
 * page shows itself before anybody asks for it.
 */
import type { ParameterName } from './parameters.ts';
import type { Reference } from './references.ts';

export interface Source {
  /** What was found or assumed. */
  readonly found: string;
  readonly cite?: readonly Reference[];
}

/* prettier-ignore */
export const SOURCES: { readonly [name in ParameterName]?: Source } = {
  actShare: { found: 'a fact of the market: customers among the people in it' },
  leftShare: { found: 'a fact of the market: former customers among the people in it' },
  vMean: { found: 'fixes how far value exceeds the price' },
  vCv: { found: 'to a plausible price elasticity' },
  Amean: { found: 'trust is lost faster than it is won: direction only', cite: ['Slovic 1993'] },
  Asd: { found: 'no figure known' },
  Tmean: { found: 'most customers are content most of the time' },
  reserve: { found: 'everyday noise must not make anybody fall' },
  annual: { found: 'usual terms of the trade: few in streaming, most in B2B software' },
  vDorm: { found: 'to a notice that woke sleeping mobile customers: churn in 3 months 6 -> 10 %', cite: ['Ascarza, Iyengar and Schleicher 2016'] },
  wakeMail: { found: 'a proactive letter to mobile customers: churn in 3 months 6 -> 10 %', cite: ['Ascarza, Iyengar and Schleicher 2016'] },
  k: { found: 'single cases, none of them citable' },
  homo: { found: 'people who are alike know each other: direction only', cite: ['McPherson, Smith-Lovin and Cook 2001'] },
  rho: { found: 'no figure known for the speed of trust' },
  beta: { found: 'places the tipping point; itself never measured' },
  psi: { found: 'loss aversion 1.3 (risky choice) to 2.0 (all fields), minus 1; the default is the low end', cite: ['Brown, Imai, Vieider and Camerer 2024', 'Walasek, Mullett and Stewart 2024'] },
  surprise: { found: 'single cases, none of them citable' },
  eta: { found: 'prices paid before become the reference; its memory in subscriptions is not known', cite: ['Mazumdar, Raj and Sinha 2005'] },
  netv: { found: 'services that are worth more the more others are there; single cases, none of them citable' },
  explain: { found: 'adequate explanations strongly soften unfavourable decisions; the share is a judgement', cite: ['Shaw, Wild and Colquitt 2003'] },
  h0: { found: 'published monthly churn: streaming 2-5.5 %, US postpaid telephony .8-.9 %, B2B software .5-1 %' },
  chi: { found: 'set so that the hazard is x 1.8 per tie that has lately left', cite: ['Nitzan and Libai 2011'] },
  mem: { found: 'the effect of a departure is strongest within the first month, then decays', cite: ['Nitzan and Libai 2011', 'Nitzan and Libai 2013'] },
  hw: { found: 'about 35 % of those who cancelled are back within 12 months (US premium streaming, cancelled in 2022: 41 %)', cite: ['Antenna 2024'] },
  forget: { found: 'to the return of the disappointed: 5-15 % within 12 months' },
  promo: { found: 'usual win-back offers' },
  ha: { found: 'to a level customer base without a decision' },
  c0: { found: '3 % complain of a minor problem', cite: ['Goodman and Newman 2003'] },
  cv: { found: '63-69 % complain of a major problem', cite: ['Goodman and Newman 2003'] },
  push: { found: '32 % of complainants post online; the reach of a post is not known', cite: ['National Customer Rage Survey 2023'] },
  bcast: { found: 'no figure known' },
  mediaZ: { found: 'single cases, none of them citable' },
  cred: { found: 'single cases, none of them citable' },
  trap: { found: 'single cases, none of them citable' },
  cap: { found: 'single cases, none of them citable' },
  resolve: { found: 'single cases, none of them citable' },
  recover: { found: 'apologies have an effect of d about .44; good recovery raises satisfaction, not repurchase', cite: ['De Matos, Henrique and Rossi 2007'] },
  ignore: { found: 'single cases, none of them citable' },
  frt0: { found: 'single cases, none of them citable' },
  deskHold: { found: 'share and patience of those whom save desks hold are not published' },
  deskE: { found: 'as deskHold' },
  deskFriction: { found: 'as deskHold' },
  listenGain: { found: 'as deskHold' },
  listenE: { found: 'as deskHold' },
  outGain: { found: 'no figure known' },
  compGain: { found: 'concave in the amount for those who kept the service, no gain beyond 150 % of the price', cite: ['Gelbrich, Gäthke and Grégoire 2015', 'Haesevoets, Van Hiel, Pandelaere, Bostyn and De Cremer 2017'] },
  apolGain: { found: 'apologies have an effect of d about .44, for lapses of competence more than of integrity', cite: ['Kim, Ferrin, Cooper and Dirks 2004'] },
  stick: { found: 'default effects are documented (d .68), their size in prices is not', cite: ['Jachimowicz, Duncan, Weber and Johnson 2019'] },
  down: { found: 'no figure known' },
  fatUp: { found: 'no figure known' },
  fatDown: { found: 'no figure known' },
  fatCap: { found: 'no figure known' },
  fatRes: { found: 'no figure known' },
  fatEmp: { found: 'control over the own work softens strain: direction only', cite: ['Karasek 1979'] },
  hubDamp: { found: 'no figure known' },
  msgCalm: { found: 'no figure known' },
  msgExp: { found: 'no figure known' },
  ref: { found: 'consultancy estimate: word of mouth is the main factor in 20 to 50 % of purchases', cite: ['Bughin, Doogan and Vetvik 2010'] },
};
