import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { gauge, metricsText } from './instruments.js';
import { Readings } from './readings.js';

afterEach(() => {
  jest.useRealTimers();
});

const seen = async (name: string): Promise<string[]> =>
  (await metricsText()).split('\n').filter((line) => line.startsWith(`readiness_${name}`));

describe('readings', () => {
  it('are read on demand, at most every five seconds', async () => {
    jest.useFakeTimers();
    const readings = new Readings();
    const level = gauge({ name: 'level', help: 'Planted.', labels: ['of'] });
    let taken = 0;
    readings.register([level], async () => level.set({ of: 'water' }, ++taken));
    await readings.refresh();
    await readings.refresh();
    expect(await seen('level')).toEqual(['readiness_level{of="water"} 1']);
    jest.advanceTimersByTime(5_000);
    await readings.refresh();
    expect(await seen('level')).toEqual(['readiness_level{of="water"} 2']);
  });

  it('that fail are missing from the response, without affecting others, and come back', async () => {
    const readings = new Readings();
    const broken = gauge({ name: 'broken', help: 'Planted.', labels: ['of'] });
    const plain = gauge({ name: 'plain', help: 'Planted, without a label.' });
    const sound = gauge({ name: 'sound', help: 'Planted.', labels: ['of'] });
    let works = false;
    broken.set({ of: 'before' }, 9);
    readings.register([broken, plain], async () => {
      if (!works) throw new Error('the database is unavailable');
      broken.set({ of: 'after' }, 1);
    });
    readings.register([sound], async () => sound.set({ of: 'all' }, 3));
    await readings.refresh();
    expect([await seen('broken'), await seen('plain'), await seen('sound')]).toEqual([
      [],
      [],
      ['readiness_sound{of="all"} 3'],
    ]);
    works = true;
    await readings.refresh();
    expect(await seen('broken')).toEqual(['readiness_broken{of="after"} 1']);
  });

  it('that take too long delay a scrape by two seconds, and are not started twice', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    const readings = new Readings();
    const slow = gauge({ name: 'slow', help: 'Planted.', labels: ['of'] });
    let begun = 0;
    readings.register([slow], () => {
      begun++;
      return new Promise(() => undefined);
    });
    for (let scrape = 0; scrape < 2; scrape++) {
      const refreshed = readings.refresh();
      jest.advanceTimersByTime(2_000);
      await refreshed;
    }
    expect(begun).toBe(1);
  });
});
