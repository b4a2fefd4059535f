import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ClsServiceManager } from 'nestjs-cls';
import { readConfig } from '#platform/config';
import { Notifications, RequestScope } from '#platform/database';
import { Draining } from '#platform/lifecycle';
import { ChangeStreams } from './change-streams.js';

/** Nothing connects to it. */
const CONFIG = readConfig({
  DATABASE_URL: 'postgres://app:pw@127.0.0.1:9/engine',
  SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
  OPERATOR_TOKEN: 'o'.repeat(24),
});
const MEMBER = { tenantId: '0198c5f4-0000-7000-8000-000000000001', tenantSlug: 'acme', actor: 'token:t' };

describe('the streams of a tenant', () => {
  const scope = new RequestScope(ClsServiceManager.getClsService());
  let streams: ChangeStreams;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    streams = new ChangeStreams(new Notifications(CONFIG), scope, new Draining());
  });
  afterEach(() => {
    streams.onModuleDestroy();
    jest.useRealTimers();
  });

  const open = (lastEventId?: string): Readable => scope.run(MEMBER, () => streams.open(lastEventId)).getStream();
  const textOf = (stream: Readable): string => String(stream.read());

  it.each([
    { seconds: 30, resyncs: false },
    { seconds: 70, resyncs: true },
  ])('ask a client that was away for $seconds s to read everything again: $resyncs', async ({ seconds, resyncs }) => {
    const stream = open();
    const [, position] = /^id: (.+)$/m.exec(textOf(stream)) ?? [];
    stream.destroy();
    await once(stream, 'close');
    jest.advanceTimersByTime(seconds * 1_000);
    const other = open();
    expect(textOf(open(position)).includes('event: resync')).toBe(resyncs);
    expect(textOf(other)).not.toContain('event: resync');
  });

  it('end without losing what a slow client has not read yet', () => {
    const stream = open();
    jest.advanceTimersByTime(16 * 60_000);
    expect(stream.errored).toBeNull();
    expect(textOf(stream)).toContain('retry: ');
  });
});
