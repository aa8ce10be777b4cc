import { expect, test } from 'vitest';
import { Speech } from '../../src/state/speech.svelte.ts';
import { en } from '../../src/words/en.ts';
import { zh } from '../../src/words/zh.ts';

test('another language is spoken when its words are there, and not before', async () => {
  const speech = new Speech('en', en);
  const speaking = speech.speak('zh');
  expect([speech.language, speech.words]).toEqual(['en', en]);
  await speaking;
  expect([speech.language, speech.words]).toEqual(['zh', zh]);
});

test('of several choices the newest wins', async () => {
  const speech = new Speech('en', en);
  await Promise.all([speech.speak('zh'), speech.speak('en')]);
  expect(speech.language).toBe('en');
  await Promise.all([speech.speak('en'), speech.speak('zh')]);
  expect(speech.language).toBe('zh');
});
