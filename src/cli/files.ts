import { readFile, stat } from 'node:fs/promises';
import { sizeProblem } from '../data/csv.ts';
import { sentenceOfFileProblem } from '../data/sentences.ts';
import { parseScenarioText, sentenceOf } from '../model/parse.ts';
import type { Scenario } from '../model/scenario.ts';
import { BadInput } from './badInput.ts';

/** @throws BadInput with every problem of the file */
export async function readScenario(path: string): Promise<Scenario> {
  const parsed = parseScenarioText((await readBytes(path)).toString('utf8'));
  if (parsed.ok) return parsed.scenario;
  throw new BadInput(parsed.problems.map((problem) => `${path}: ${sentenceOf(problem)}`));
}

/** @throws BadInput if the file is not there, cannot be read, or is too large */
export async function readBytes(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    const tooLarge = sizeProblem(size);
    if (tooLarge) throw new BadInput([`${path}: ${sentenceOfFileProblem(tooLarge)}`]);
    return await readFile(path);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new BadInput([`${path}: there is no such file.`]);
    if (code === 'EISDIR') throw new BadInput([`${path}: received a folder, expected a file.`]);
    throw new BadInput([`${path}: the file cannot be read (${message}).`]);
  }
}
