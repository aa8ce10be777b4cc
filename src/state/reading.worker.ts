/// <reference lib="webworker" />
import { expose } from 'comlink';
import { readCustomers } from '../data/customers.ts';

/** A large file takes seconds to read: too long for the page's own thread. */
const reading = { readCustomers };
export type Reading = typeof reading;

expose(reading);
