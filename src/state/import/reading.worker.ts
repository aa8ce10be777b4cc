/// <reference lib="webworker" />
import { expose } from 'comlink';
import { inspectCustomers, readCustomers } from '../../data/customers.ts';
import type { ImportOptions } from '../../data/customers.ts';
import type { ReadingProgress } from '../../data/reading/pass.ts';
import { sourceOfBlob } from '../../data/reading/source.ts';

/** A large file takes seconds to read: too long for the page's own thread. */
const reading = {
  inspect: (file: Blob, options: ImportOptions) =>
    inspectCustomers(sourceOfBlob(file), options),
  read: (file: Blob, options: ImportOptions, onProgress: (progress: ReadingProgress) => void) =>
    readCustomers(sourceOfBlob(file), options, { onProgress }),
};
export type Reading = typeof reading;

expose(reading);
