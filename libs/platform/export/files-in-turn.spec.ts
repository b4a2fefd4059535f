import { PassThrough, type Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { RequestScope } from '../database/index.js';
import { FilesInTurn } from './files-in-turn.js';

const scopeOf = (tenantId: string) => ({ tenant: { tenantId } }) as RequestScope;

describe('files whose clients do not read', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  const files = (): FilesInTurn =>
    new FilesInTurn({ what: 'files', total: 2, perKey: 2, waitingPerKey: 4, waitMs: 60_000 });
  /** Sends a file that is never read. */
  const stalled = async (all: FilesInTurn, tenantId: string): Promise<Readable> => {
    const file = await all.send(scopeOf(tenantId), async (wait) => {
      wait.begin();
      return new StreamableFile(new PassThrough());
    });
    return file.getStream().on('error', () => undefined);
  };

  it('lose their place to a tenant that has none, the one that has waited longest first', async () => {
    const all = files();
    const first = await stalled(all, 'one');
    await jest.advanceTimersByTimeAsync(1_000);
    const second = await stalled(all, 'two');
    const third = stalled(all, 'three');
    await jest.advanceTimersByTimeAsync(5_000);
    expect((await third).destroyed).toBe(false);
    expect([first.destroyed, second.destroyed]).toEqual([true, false]);
  });

  it('keep their place against another file of a tenant that has one', async () => {
    const all = files();
    const [first, second] = [await stalled(all, 'one'), await stalled(all, 'two')];
    const third = stalled(all, 'two');
    await jest.advanceTimersByTimeAsync(30_000);
    expect([first.destroyed, second.destroyed]).toEqual([false, false]);
    first.destroy();
    expect((await third).destroyed).toBe(false);
  });
});
