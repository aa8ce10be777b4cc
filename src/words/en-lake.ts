/** What the lake says, in English: the playhead, the way back, the water column. */
const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const lake = {
  play: 'Play',
  pause: 'Pause',
  stepOn: 'One week on',
  speed: 'Speed',
  times: (speed: string) => `${speed}×`,
  gone: (share: string) => `${share} gone`,
  returns: (share: string) => `reversed now, ${share} of a mass exit would return`,
  markerOf: (decision: string) => `${decision}, week`,
  markerKeys: 'Left and Right move the decision by a week, Shift by 4.',
  lastSafe: 'last safe',
  calmWeeks: (count: number, shown: string) =>
    `${shown} calm ${plural(count, 'week', 'weeks')}, already past`,
  calmFinding: (week: string, count: number, shown: string) =>
    `The last safe week to go back is ${week}; ${shown} calm ${plural(count, 'week follows', 'weeks follow')} before churn shows it.`,
  forecast: (loss: string) => `Elasticity forecast ${loss}`,
  forecastShort: (loss: string) => `Forecast ${loss}`,
  withFix: 'with the fix',
  column: {
    title: 'The water column',
    short: 'Water column',
    sample: (week: string, shown: string, all: string) => `${week}, ${shown} of ${all}`,
    pick: "Pick a dot to read one customer's story",
    empty: 'The customers of the typical run appear here.',
    thermocline: 'thermocline',
    trusting: 'trusting',
    leaving: 'close to leaving',
    keys: 'Arrow keys move between neighbours, Enter pins a customer, Escape lets go.',
    customer: (id: string) => `Customer #${id}`,
    state: (trust: string, zone: string) => `trust ${trust}, ${zone}`,
    zones: {
      above: 'above the thermocline',
      band: 'in the thermocline',
      below: 'below it, would rather leave',
      gone: 'gone',
    },
    table: 'The water column as a table',
    segment: 'Segment',
    head: { above: 'Above', band: 'In it', below: 'Below', gone: 'Gone' },
    finding: (week: string, above: string, band: string, below: string, gone: string) =>
      `${week}: of the customers shown, ${above} are above the thermocline, ${band} in it, ${below} below it and ${gone} gone.`,
  },
};

export type LakeWords = typeof lake;
