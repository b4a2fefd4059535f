import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { DatabaseUnavailable } from './pipeline.js';
import { TableCache } from './table-cache.js';

Logger.overrideLogger(false);

/** A cache of `source`; reads fail with the given errors, one after the other. */
function cacheOf(source: Map<string, string>, failures: Error[] = [], beforeListening = (): void => undefined) {
  const held = new Map<string, string>();
  const reads: Array<string | null> = [];
  let notify: (payload: string | null) => void = () => undefined;
  const listen = async (_channel: string, onChange: (payload: string | null) => void): Promise<void> => {
    beforeListening();
    notify = onChange;
  };
  class SampleCache extends TableCache {
    protected override async read(tenantId: string | null): Promise<void> {
      reads.push(tenantId);
      const seen = [...source].filter(([id]) => tenantId === null || id === tenantId);
      await new Promise((resolve) => setTimeout(resolve, 10));
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
      for (const [id, value] of seen) held.set(id, value);
    }
  }
  const cache = new SampleCache({ listen }, { name: 'the cache', channel: 'changed' });
  return { cache, held, reads, notify: (payload: string | null) => notify(payload) };
}

describe('a cache of a table', () => {
  it('is read completely before it starts, however long the database is unavailable', async () => {
    const { cache, held } = cacheOf(
      new Map([
        ['a', '1'],
        ['b', '1'],
      ]),
      [new DatabaseUnavailable('away'), new DatabaseUnavailable('away')],
    );
    await cache.onModuleInit();
    expect([...held]).toEqual([
      ['a', '1'],
      ['b', '1'],
    ]);
  });

  it('has a change that was committed while it started', async () => {
    const source = new Map([['a', 'active']]);
    const { cache, held } = cacheOf(source, [], () => source.set('a', 'suspended'));
    await cache.onModuleInit();
    expect(held.get('a')).toBe('suspended');
  });

  it('does not start if reading fails for another reason', async () => {
    await expect(cacheOf(new Map(), [new Error('another key')]).cache.onModuleInit()).rejects.toThrow('another key');
  });

  it('reads again the tenant of a notification, and everything after notifications may have been missed', async () => {
    const { cache, reads, notify } = cacheOf(new Map());
    await cache.onModuleInit();
    notify('a');
    notify(null);
    await cache.refresh('b');
    expect(reads).toEqual([null, 'a', null, 'b']);
  });

  it('never returns to the result of an older read', async () => {
    const source = new Map([['a', 'old']]);
    const { cache, held, notify } = cacheOf(source);
    notify('a');
    const first = cache.refresh('a');
    source.set('a', 'new');
    await cache.refresh('a');
    await first;
    expect(held.get('a')).toBe('new');
  });

  it('that cannot be refreshed fails nobody whose change is committed, and is read a second later', async () => {
    const source = new Map([
      ['a', 'old'],
      ['b', 'old'],
    ]);
    const failures: Error[] = [];
    const { cache, held } = cacheOf(source, failures);
    await cache.onModuleInit();
    for (const id of ['a', 'b']) source.set(id, 'new');
    failures.push(new DatabaseUnavailable('away'));
    await cache.refresh('a');
    expect(held.get('a')).toBe('old');
    while (held.get('a') === 'old') await new Promise((resolve) => setTimeout(resolve, 50));
    expect([...held]).toEqual([
      ['a', 'new'],
      ['b', 'new'],
    ]);
  });
});
