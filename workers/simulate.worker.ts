/// <reference lib="webworker" />
import { expose } from 'comlink';
import { simulation } from './simulation.ts';

expose(simulation());
