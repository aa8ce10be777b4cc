import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { thermocline } from '../support/terminal.ts';

let folder = '';
let path = '';
const small = {
  version: 1,
  name: 'Small',
  seed: 'terminal',
  horizon: 40,
  customers: 300,
  runs: 2,
  template: 'community',
  decisions: [{ kind: 'price', week: 2, change: 0.5 }],
  buffers: [],
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thermocline-'));
  path = join(folder, 'small.json');
  await writeFile(path, JSON.stringify(small));
  await thermocline('help');
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

describe('brief', { timeout: 120_000 }, () => {
  test('is Markdown in English, or HTML in Chinese, the same each time', async () => {
    const markdown = await thermocline('brief', path);
    expect(markdown).toMatchObject({ code: 0, stderr: '' });
    expect(markdown.stdout).toMatch(/^# Trust Impact Assessment: Small\n/);
    expect(markdown.stdout).toContain('2 runs are too few');
    const [html, again] = await Promise.all([
      thermocline('brief', path, '--html', '--lang', 'zh'),
      thermocline('brief', path, '--html', '--lang', 'zh', '--workers', '1'),
    ]);
    expect(html.stdout).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(again.stdout).toBe(html.stdout);
  });

  test('an unknown language, and a scenario without a decision, are sentences', async () => {
    const quiet = join(folder, 'quiet.json');
    await writeFile(quiet, JSON.stringify({ ...small, decisions: [] }));
    const [language, decision] = await Promise.all([
      thermocline('brief', path, '--lang', 'tlh'),
      thermocline('brief', quiet),
    ]);
    expect(language).toMatchObject({ code: 2, stdout: '' });
    expect(language.stderr).toMatch(/--lang: received "tlh", expected one of en, zh/);
    expect(decision).toMatchObject({ code: 2, stdout: '' });
    expect(decision.stderr).toMatch(/a decision with a size/);
  });
});
