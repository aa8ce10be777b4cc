/** The storage of this browser, and word to the other tabs that use it. */
import type { StorageProblem } from '../../data/library/problem.ts';
import { Shelf } from './shelf.ts';
import { Tabs } from './tabs.ts';
import type { Told } from './tabs.ts';

export const sharedShelf = (
  onProblem: (problem: StorageProblem) => void,
  onTold: (told: Told) => void,
) => ({ shelf: new Shelf(onProblem), tabs: new Tabs(onTold) });
