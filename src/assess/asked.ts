/**
 * The jobs that the page asks its workers for, by name and type alone: whoever imports a job itself imports the
 * engine with it.
 */
import type { biographyJob as biography } from './biography.ts';
import type { castJob as cast } from './cast.ts';
import type { columnJob as column } from './column.ts';
import type { decisionJob as decision, timelineJob as timeline } from './decision.ts';
import type { hazardsJob as hazards } from './hazard.ts';
import type { Job, JobAsked } from './job.ts';
import type { cliffJob as cliff } from './tipping.ts';

type Asked<J> = J extends Job<infer Args, infer Result> ? JobAsked<Args, Result> : never;

export const biographyJob: Asked<typeof biography> = { name: 'biography' };
export const castJob: Asked<typeof cast> = { name: 'cast' };
export const cliffJob: Asked<typeof cliff> = { name: 'cliff' };
export const columnJob: Asked<typeof column> = { name: 'column' };
export const decisionJob: Asked<typeof decision> = { name: 'decision' };
export const hazardsJob: Asked<typeof hazards> = { name: 'hazards' };
export const timelineJob: Asked<typeof timeline> = { name: 'timeline' };
