import { describe, expect, it } from '@jest/globals';
import { type SendResult, readSendResult, retryAfterMs } from './read-send-result.js';

const NOW = Date.parse('2026-11-25T10:00:00Z');

const outcome = (status: number, body: unknown, headers: Record<string, string> = {}): SendResult =>
  readSendResult(
    { status, headers: new Headers(headers), text: typeof body === 'string' ? body : JSON.stringify(body) },
    NOW,
  );

describe('the outcome of a sent event', () => {
  it.each([
    [{ ok: true, applied: true, signalId: 'sig_1', deduped: false }, 'created'],
    [{ ok: true, applied: true, deduped: true }, 'joined'],
    [{ ok: true, applied: true, resolved: true }, 'resolved'],
    [{ ok: true, applied: false }, 'unchanged'],
    [{ ok: true, applied: true, signalId: 'sig_1', deduped: false, completion: true }, 'completion'],
  ])('reads 200 %j as %s', (body, kind) => {
    expect(outcome(200, body)).toEqual({ kind });
  });

  it('reads a refusal with its fields', () => {
    const details = [{ field: 'data.severity', message: 'must be 1, 2, 3 or 4' }];
    expect(outcome(422, { error: 'invalid_event', details })).toEqual({
      kind: 'refused',
      reason: 'invalid_event: data.severity must be 1, 2, 3 or 4',
      details,
    });
    expect(outcome(413, { error: 'payload_too_large' })).toMatchObject({
      kind: 'refused',
      reason: 'payload_too_large',
    });
    expect(outcome(500, 'oops')).toMatchObject({ kind: 'refused', reason: 'HTTP 500' });
  });

  it('retries when the engine says', () => {
    expect(outcome(429, { error: 'rate_limited' }, { 'retry-after': '3' })).toEqual({
      kind: 'later',
      reason: '429 rate_limited',
      waitMs: 3_000,
    });
    expect(outcome(503, { error: 'unavailable' })).toEqual({ kind: 'later', reason: '503 unavailable', waitMs: null });
    expect(outcome(502, '<html>')).toMatchObject({ kind: 'later', reason: '502' });
  });

  it('stops if every other event would fail, too', () => {
    expect(outcome(401, { error: 'bad_signature' })).toMatchObject({
      kind: 'stop',
      reason: expect.stringContaining('401'),
    });
    for (const [status, body] of [
      [404, '<html>'],
      [302, ''],
      [200, '<html>'],
      [200, { ok: 'yes' }],
    ] as const)
      expect(outcome(status, body).kind).toBe('stop');
  });

  it('reads Retry-After as seconds or as a date', () => {
    expect(retryAfterMs('Wed, 25 Nov 2026 10:00:07 GMT', NOW)).toBe(7_000);
    expect(retryAfterMs('Wed, 25 Nov 2026 09:00:00 GMT', NOW)).toBe(0);
    expect(retryAfterMs('soon', NOW)).toBeNull();
    expect(retryAfterMs(null, NOW)).toBeNull();
  });
});
