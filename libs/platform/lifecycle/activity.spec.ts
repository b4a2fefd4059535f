import { describe, expect, it } from '@jest/globals';
import { Activity } from './activity.js';

/** Longer than a test may take. */
const LONG_MS = 300_000;

describe('what gives way to other work', () => {
  const activity = new Activity();

  it('does not wait while none is under way', async () => {
    await activity.during(() => Promise.resolve());
    await activity.giveWay(LONG_MS);
    expect.assertions(0);
  });

  it('waits until the last of it has ended, also if it fails', async () => {
    const events: string[] = [];
    const first = Promise.withResolvers<void>();
    const last = Promise.withResolvers<void>();
    const works = [activity.during(() => first.promise), activity.during(() => last.promise)];
    const waiting = activity.giveWay(LONG_MS).then(() => events.push('goes on'));
    first.resolve();
    await works[0];
    events.push('one has ended');
    last.reject(new Error('fails'));
    await expect(works[1]).rejects.toThrow('fails');
    await waiting;
    expect(events).toEqual(['one has ended', 'goes on']);
  });

  it('waits no longer than it is given', async () => {
    const endless = Promise.withResolvers<void>();
    const work = activity.during(() => endless.promise);
    await activity.giveWay(5);
    endless.resolve();
    await work;
    expect.assertions(0);
  });
});
