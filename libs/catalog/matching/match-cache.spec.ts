import { expect, it } from '@jest/globals';
import { MIB } from './bytes.js';
import { matches } from './match-cache.js';

const evidence = Array.from({ length: 12 }, () => 'x'.repeat(600));
const candidates = Array.from({ length: 5 }, () => ({ courseId: 'c', title: 'Ladders', score: 0.5, evidence }));

it('keeps matches up to a number of bytes: hundreds with long evidence, tens of thousands without', () => {
  for (let index = 0; index < 2_000; index++) {
    matches.set(`long ${index}`, { recommended: null, suggested: null, candidates, whyNone: [] });
  }
  expect(matches.size).toBeLessThan(400);
  expect(matches.calculatedSize).toBeLessThanOrEqual(10 * MIB);
  for (let index = 0; index < 30_000; index++) {
    matches.set(`short ${index}`, { recommended: null, suggested: null, candidates: [], whyNone: [] });
  }
  expect(matches.size).toBeGreaterThan(10_000);
  expect(matches.calculatedSize).toBeLessThanOrEqual(10 * MIB);
});
