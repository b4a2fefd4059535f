import { describe, expect, it } from '@jest/globals';
import { topicIdentity } from '#catalog';
import { isDone } from './marks.js';

const DECEMBER = new Date('2026-12-01T00:00:00Z');
const waiting = new Map([[topicIdentity('Zorbux line restart'), DECEMBER]]);
const mark = (topic: string | null, dueAt: Date) => ({ topic, dueAt: dueAt.getTime() });

describe('a mark that was considered', () => {
  it('stays while its topic waits for the plan by it, even if it is due by the clock of PostgreSQL', () => {
    expect(isDone(mark('zorbux LINE restart', DECEMBER), waiting)).toBe(false);
  });

  it.each([
    ['another mark has the topic wait', mark('Zorbux line restart', new Date('2026-11-20T10:00:00Z'))],
    ['its topic waits for nothing', mark('Working at heights', DECEMBER)],
    ['it is of all topics', mark(null, DECEMBER)],
  ])('is done where %s', (_why, considered) => {
    expect(isDone(considered, waiting)).toBe(true);
  });
});
