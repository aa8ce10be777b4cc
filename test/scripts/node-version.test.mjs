import { expect, test } from 'vitest';
import { whyTooOld } from '../../scripts/node-version.mjs';

test.each(['20.19.0', '20.20.2', '22.0.0', '26.1.0'])('Node %s will do', (version) => {
  expect(whyTooOld(version)).toBe('');
});

test.each(['20.18.3', '18.20.8', '4.9.1'])('Node %s is refused in one sentence', (version) => {
  const reason = whyTooOld(version);
  expect(reason).toContain('Node 20.19 or newer');
  expect(reason).toContain(`Node ${version}:`);
  expect(reason).not.toContain('\n');
});
