import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Source } from '../data/reading/source.ts';
import { selectedDecision } from '../model/dose.ts';
import { parseScenarioText, sentenceOf } from '../model/parse.ts';
import type { Scenario } from '../model/scenario.ts';
import { BadInput } from './badInput.ts';

/** @throws BadInput with every problem of the file */
export async function readScenario(path: string): Promise<Scenario> {
  const parsed = parseScenarioText(await readText(path));
  if (parsed.ok) return parsed.scenario;
  throw new BadInput(parsed.problems.map((problem) => `${path}: ${sentenceOf(problem)}`));
}

/** @throws BadInput with every problem of the file, or if it has no decision to assess */
export async function readDecision(path: string): Promise<Scenario> {
  const scenario = await readScenario(path);
  const selected = selectedDecision(scenario);
  if (typeof selected === 'number') return scenario;
  throw new BadInput([`${path}: ${sentenceOf(selected)}`]);
}

/** @throws BadInput if the file cannot be had */
export const readText = (path: string): Promise<string> =>
  attempt(path, () => readFile(path, 'utf8'));

/** Bytes read at once. */
const CHUNK = 1024 * 1024;

/**
 * A file of any size, to be read in pieces.
 * @throws BadInput if the file is not there or is a folder
 */
export async function sourceOfFile(path: string): Promise<Source> {
  const found = await attempt(path, () => stat(path));
  if (found.isDirectory()) throw aFolder(path);
  return {
    size: found.size,
    chunks: () => createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>,
  };
}

/** @throws BadInput with the reason, if the file cannot be had */
async function attempt<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new BadInput([`${path}: there is no such file.`]);
    if (code === 'EISDIR') throw aFolder(path);
    throw new BadInput([`${path}: the file cannot be read (${message}).`]);
  }
}

const aFolder = (path: string) =>
  new BadInput([`${path}: received a folder, expected a file.`]);
