/** What the bar at the bottom of a phone switches between: the result, and the sections of the inputs. */
export const SECTIONS = ['decision', 'buffers', 'customers'] as const;
export type Section = 'result' | (typeof SECTIONS)[number];
