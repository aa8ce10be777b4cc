import { serialRunner } from '../src/assess/serial.ts';
import type { SimulationApi } from './api.ts';

/** The worker's end: the kernel is loaded once, at the first job. */
export function simulation(): SimulationApi {
  const runner = serialRunner();
  return {
    cliff: async (scenario, run, doses) => (await runner).cliff(scenario, run, doses),
    decision: async (scenario, run, size) => (await runner).decision(scenario, run, size),
    series: async (scenario, run) => (await runner).series(scenario, run),
    hazards: async (scenario, observed) => (await runner).hazards(scenario, observed),
    fact: async (id, seed) => (await runner).fact(id, seed),
  };
}
