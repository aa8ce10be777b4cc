import { describe, expect, test, vi } from 'vitest';
import example from '../../../public/examples/general-price-rise.json';
import {
  openScenario,
  SCENARIO_LIMIT_BYTES,
} from '../../../src/state/opening/open-scenario.ts';

const open = (name: string, content: string) => openScenario(new File([content], name));

describe('the file of a scenario', () => {
  test('replaces the one that is open', async () => {
    const text = JSON.stringify({ ...example, name: 'Another' });
    const { scenario, notice } = await open('other.json', text);
    expect(scenario?.name).toBe('Another');
    expect(notice).toBeNull();
  });

  test('that breaks rules is refused with every sentence', async () => {
    const { scenario, notice } = await open(
      'wrong.json',
      JSON.stringify({ ...example, horizon: 'long', runs: 0 }),
    );
    expect(scenario).toBeUndefined();
    expect(notice).toMatchObject({
      kind: 'refusedScenario',
      problems: [
        expect.objectContaining({ path: 'horizon' }),
        expect.objectContaining({ path: 'runs' }),
      ],
    });
  });

  test('that is too large is refused unread', async () => {
    const file = new File(['x'], 'huge.json');
    const read = vi.spyOn(file, 'text');
    Object.defineProperty(file, 'size', { value: SCENARIO_LIMIT_BYTES + 1 });
    expect((await openScenario(file)).notice).toMatchObject({ kind: 'largeScenario' });
    expect(read).not.toHaveBeenCalled();
  });

  test('that holds many is for the library, however large it is', async () => {
    const text = JSON.stringify({ library: 1, records: [] });
    expect(await open('all.json', text)).toEqual({ notice: null, isLibrary: true });
    const file = new File([text], 'huge.json');
    Object.defineProperty(file, 'size', { value: SCENARIO_LIMIT_BYTES + 1 });
    expect(await openScenario(file)).toEqual({ notice: null, isLibrary: true });
  });

  test('that cannot be read is said to be so', async () => {
    const file = new File(['x'], 'gone.json');
    vi.spyOn(file, 'text').mockRejectedValue(new Error('NotReadableError'));
    expect((await openScenario(file)).notice).toEqual({
      kind: 'unreadableFile',
      file: 'gone.json',
    });
  });
});
