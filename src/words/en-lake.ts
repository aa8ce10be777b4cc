/** What the lake says, in English: the playhead, the way back, the water column. */
const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const lake = {
  play: 'Play',
  pause: 'Pause',
  stepOn: 'One week on',
  speed: 'Speed',
  times: (speed: string) => `${speed}×`,
  gone: (share: string) => `${share} gone`,
  markerOf: (decision: string) => `${decision}, week`,
  markerKeys: 'Left and Right move the decision by a week, Shift by 4.',
  lastSafe: 'last safe',
  calmWeeks: (count: number, shown: string) =>
    `${shown} calm ${plural(count, 'week', 'weeks')}, already past`,
  calmFinding: (week: string, count: number, shown: string) =>
    `The last safe week to go back is ${week}; ${shown} calm ${plural(count, 'week follows', 'weeks follow')} before churn shows it.`,
};

export type LakeWords = typeof lake;
