/** What can soften a decision, at the setting that is measured. */

export const fixes = {
  explanation: 'A full explanation',
  notice: '12 weeks of notice',
  oneMessage: 'One message',
  opinionLeaders: 'Opinion leaders first',
  fasterResponse: 'Faster first response',
  empowerment: 'Empowered staff',
  phaseIn: 'In four steps',
  openness: 'Open export of data',
  capacity: 'More complaint staff',
  listeningDesk: 'A desk that listens',
  outreach: 'Early outreach',
  litePlan: 'A lite plan',
  pause: 'A pause',
  grandfathering: 'Old price for present customers',
  compensation: 'Compensation',
  apology: 'Apology and plan',
  obstructingDesk: 'A desk that obstructs',
};

export type FixWords = typeof fixes;
