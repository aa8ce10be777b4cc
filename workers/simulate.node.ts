/** A worker thread of the terminal. */
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { parentPort } from 'node:worker_threads';
import { simulation } from './simulation.ts';

if (!parentPort) throw new Error('This file runs as a worker thread only.');
expose(simulation(), nodeEndpoint(parentPort));
