import { describe, expect, it } from '@jest/globals';
import { demandVersion } from './server-version.js';

describe('the version of PostgreSQL', () => {
  it.each([170000, 170004, 180001])('is accepted from 17 on: %i', (version) => {
    expect(() => demandVersion('DATABASE_URL', version)).not.toThrow();
  });

  it.each([
    [160009, '16.9'],
    [150012, '15.12'],
  ])('is refused below 17, with one line: %i', (version, shown) => {
    expect(() => demandVersion('DATABASE_URL', version)).toThrow(
      `DATABASE_URL should lead to PostgreSQL 17 or newer, not to ${shown}`,
    );
  });
});
