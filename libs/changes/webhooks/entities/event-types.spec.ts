import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES } from './event-types.js';

describe('the types of events that webhooks receive', () => {
  it('are described for receivers', async () => {
    const guide = await readFile('docs/events.md', 'utf8');
    expect(
      EVENT_TYPES.filter((type) => !guide.includes(`\`${type}\``)).map((type) => `describe ${type} in docs/events.md`),
    ).toEqual([]);
  });
});
