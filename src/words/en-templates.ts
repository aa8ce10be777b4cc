/** What each market stands for, and what it is good for. */
import type { TemplateName } from '../model/templates.ts';

export const templatesEn: Readonly<Record<TemplateName, string>> = {
  general:
    'A subscription with monthly terms, moderate switching costs and customers who talk to each other; about 1.4% leave a month. Good for a first look, for teaching, and wherever nothing more is known of the market. It tips: many small harms are borne, then one too many is not.',
  streaming:
    'Video or music for consumers: cheap to leave, easy to come back to, much of the year unused; about 3.6% leave a month, as published for large services (2 to 5.5%). Good for price rises, ad tiers and cut catalogues. Expect waves that pass; beyond the tipping point it is no forecast.',
  saas: 'Software for businesses, most of it on annual terms, with a few key accounts served in person; 0.7% leave a month (published: 0.5 to 1%). Good for price models, support cuts and closed data. What is decided today shows at the renewals, so give it three years.',
  telco:
    'Mobile or broadband with contracts and many customers who pay without looking; 0.8% leave a month (published: 0.7 to 1.1%). Good for service cuts and everything that wakes sleepers: here a mere letter raises churn.',
  community:
    'An online community whose worth is the people in it: a few contributors and moderators hold up the rest, ties are many. About 0.8% leave a month. Good for fees, ads, closed data and conduct. The cliff is narrow, and leavers take value with them.',
  commodity:
    'An interchangeable product without ties, trust or costs of switching; about 2.7% leave a month and the base shrinks by itself. Good as the counter-example: losses grow in proportion to the rise, and there is no cliff.',
};
