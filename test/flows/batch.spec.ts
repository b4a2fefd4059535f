import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { needCounts } from '../factories/needs.js';
import { sendSignal, signal, storedSignals } from '../factories/signals.js';
import { type SharedEngine, sharedEngine, sign } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

interface BatchResponse {
  readonly status: number;
  readonly body: { ok?: boolean; results?: Array<Record<string, unknown>>; error?: string };
}

const TOO_LARGE = { status: 413, body: { error: 'payload_too_large' } };
const MIB = 1024 * 1024;
const keyedData = (dedupeKey: string) => ({ site: 'Site A', topic: 'Manual Handling', dedupe_key: dedupeKey });
const keyed = (dedupeKey: string, more: object = {}) => signal({ ...keyedData(dedupeKey), ...more });
const [A, B] = [JSON.stringify(keyed('a')), JSON.stringify(keyed('b'))];
/** For each event why it was refused, or `ok`. */
const outcomes = ({ body }: BatchResponse): unknown[] | undefined =>
  body.results?.map((result) => result['error'] ?? 'ok');

describe('a batch', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  const post = async (body: string | Buffer, contentType = 'application/json'): Promise<BatchResponse> => {
    const response = await tenant.sendRaw(body, { 'content-type': contentType });
    return { status: response.status, body: (await response.json()) as BatchResponse['body'] };
  };
  const expectStored = async (expected: { needs: number; open: number; signals: number }): Promise<void> => {
    const { open = 0, resolved = 0 } = await needCounts(engine, tenant);
    const signals = await storedSignals(engine, tenant);
    expect({ needs: open + resolved, open, signals }).toEqual(expected);
  };

  it('has a result for each event of an array in order, equal to the response that the event would get alone', async () => {
    await tenant.send(keyed('known'));
    const resolve = keyed('new', { action: 'resolve' });
    const nobody = signal({ topic: 'nobody' });
    const events = [keyed('new'), keyed('known'), nobody, keyed('new'), 7, resolve, resolve];
    const { status, body } = await post(JSON.stringify(events));
    expect(status).toBe(200);
    expect(body).toEqual({
      ok: true,
      results: [
        { ok: true, applied: true, signalId: expect.stringMatching(/^sig_/), deduped: false },
        { ok: true, applied: true, deduped: true },
        { error: 'invalid_event', details: [{ field: 'data', message: expect.any(String) }] },
        { ok: true, applied: true, deduped: true },
        { error: 'invalid_event', details: [{ field: 'body', message: 'must be a JSON object' }] },
        { ok: true, applied: true, resolved: true },
        { ok: true, applied: false },
      ],
    });
    await expectStored({ needs: 2, open: 1, signals: 6 });
  });

  it('may be NDJSON, in which an invalid line is refused alone', async () => {
    const lines = `${A}\r\n\n{"event":\n${B}`;
    for (const type of ['application/x-ndjson', 'Application/X-NDJSON; charset=utf-8']) {
      const response = await post(lines, type);
      expect([type, response.status, outcomes(response)]).toEqual([type, 200, ['ok', 'invalid_event', 'ok']]);
    }
    await expectStored({ needs: 2, open: 2, signals: 4 });
  });

  it('of a full synchronization with 5,000 events is recorded completely, and creates no need when it is sent again', async () => {
    const body = JSON.stringify(Array.from({ length: 5_000 }, (_value, index) => keyed(`sync ${index % 4_000}`)));
    const first = await post(body);
    expect(first.body.results?.filter(({ deduped }) => deduped === false)).toHaveLength(4_000);
    const second = await post(body);
    expect(second.body.results?.filter(({ deduped }) => deduped === true)).toHaveLength(5_000);
    await expectStored({ needs: 4_000, open: 4_000, signals: 10_000 });
  });

  it('is applied in order: trigger, resolve, trigger of one key leaves a closed need and an open one', async () => {
    const [trigger, resolve] = [keyed('k'), keyed('k', { action: 'resolve' })];
    const { body } = await post(JSON.stringify([trigger, resolve, trigger, resolve, trigger]));
    const triggered = { applied: true, deduped: false };
    const resolved = { applied: true, resolved: true };
    expect(body.results).toMatchObject([triggered, resolved, triggered, resolved, triggered]);
    await expectStored({ needs: 3, open: 1, signals: 5 });
  });

  it('may be empty, and has no results', async () => {
    const empty = { status: 200, body: { ok: true, results: [] } };
    expect(await post('[]')).toEqual(empty);
    expect(await post(' [ ] ', 'text/plain')).toEqual(empty);
    for (const lines of ['', '\n\n']) expect(await post(lines, 'application/x-ndjson')).toEqual(empty);
  });

  it('with invalid JSON is refused as a whole, and nothing is recorded', async () => {
    const notUtf8 = Buffer.concat([Buffer.from('["'), Buffer.from([0xff, 0xfe]), Buffer.from('"]')]);
    for (const body of ['[', `[${A}`, `[${A},]`, `[${A}] x`, `[${A},{"event":}]`, notUtf8])
      expect([body, await post(body)]).toEqual([body, { status: 400, body: { error: 'invalid_json' } }]);
    await expectStored({ needs: 0, open: 0, signals: 0 });
  });

  it('refuses an event alone if it is not I-JSON or exceeds 256 KiB', async () => {
    const large = JSON.stringify(keyed('large', { payload: { note: 'x'.repeat(256 * 1024) } }));
    const twice = '{"event":"signal.incident","data":{"site":"S","site":"T"}}';
    const nul = JSON.stringify(keyed('nul', { payload: '\0' }));
    const deep = '['.repeat(100) + ']'.repeat(100);
    const response = await post(`[${[A, twice, large, nul, deep].join()}]`);
    expect(outcomes(response)).toEqual(['ok', ...Array<string>(4).fill('invalid_event')]);
    await expectStored({ needs: 1, open: 1, signals: 1 });
  });

  it('refuses an event alone if PostgreSQL cannot store it, and records all others', async () => {
    const tiny = `{"event":"signal.incident","data":{"site":"S","payload":0.${'1'.repeat(17_000)}}}`;
    const response = await post(`[${[A, tiny, B].join()}]`);
    expect([response.status, outcomes(response)]).toEqual([200, ['ok', 'invalid_event', 'ok']]);
    await expectStored({ needs: 2, open: 2, signals: 2 });
  });

  it('has at most 5,000 events and 8 MiB, and each event at most 256 KiB', async () => {
    expect(await post(`[${Array.from({ length: 5_001 }, () => '1').join(',')}]`)).toEqual(TOO_LARGE);
    expect(await post('1\n'.repeat(5_001), 'application/x-ndjson')).toEqual(TOO_LARGE);
    expect((await post(`[${' '.repeat(8 * MIB - 2)}]`)).status).toBe(200);
    expect(await post(`[${' '.repeat(8 * MIB - 1)}]`)).toEqual(TOO_LARGE);
    expect(await post(' '.repeat(8 * MIB + 1), 'application/x-ndjson')).toEqual(TOO_LARGE);
    expect(await post(` {"x":"${'x'.repeat(256 * 1024)}"}`)).toEqual(TOO_LARGE);
  });

  it('requires a signature', async () => {
    const response = await tenant.sendRaw(`[${A}]`, { 'x-edifyd-signature': sign('wrong', `[${A}]`) });
    expect([response.status, await response.json()]).toEqual([401, { error: 'bad_signature' }]);
    await expectStored({ needs: 0, open: 0, signals: 0 });
  });

  it('has its own results if another batch with the same keys is sent at the same time', async () => {
    const batches = Array.from({ length: 6 }, (_value, shift) =>
      Array.from({ length: 1_500 }, (_one, index) => keyed(`shared ${(index * 7 + shift * 311) % 1_500}`)),
    );
    const [answers, alone] = await Promise.all([
      Promise.all(batches.map((events) => post(JSON.stringify(events)))),
      Promise.all(Array.from({ length: 100 }, (_value, index) => sendSignal(tenant, keyedData(`shared ${index}`)))),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(batches.map(() => 200));
    const results = [...answers.flatMap(({ body }) => body.results ?? []), ...alone];
    expect(results.filter(({ deduped }) => deduped === false)).toHaveLength(1_500);
    await expectStored({ needs: 1_500, open: 1_500, signals: 9_100 });
  });
});
