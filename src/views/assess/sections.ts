/** What the bar at the bottom of a phone switches between. */
export type Section = 'result' | 'decision' | 'buffers' | 'customers';
