import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signal } from '../factories/signals.js';
import { type TestEngine, sign, startEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import { sendStream } from '../harness/send-stream.js';
import type { TestTenant } from '../harness/tenant.js';

const CREATED = { ok: true, applied: true, signalId: expect.stringMatching(/^sig_[0-9a-z]{26}$/), deduped: false };
const MAX_BYTES = 256 * 1024;

let engine: TestEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
  tenant = await engine.createTenant();
});
afterAll(() => engine.close());

const webhook = (): string => `${engine.url}/engine/v1/integration/${tenant.slug}/webhook`;
const signed = (body: string | Buffer) => ({ 'x-edifyd-signature': sign(tenant.signingSecret, body) });

const padded = (bytes: number): string => {
  const body = (note: string): string => JSON.stringify(signal({ site: 'Site A', topic: 'large', payload: { note } }));
  return body('x'.repeat(bytes - body('').length));
};

describe('a content type', () => {
  const types = [
    'application/json',
    'application/json; charset=utf-8',
    'APPLICATION/JSON',
    'text/plain',
    'application/octet-stream',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/vnd.acme+json',
    'garbage',
    ';',
    '///',
    'text/plain; charset',
    'application/json, text/plain',
    'é',
  ];

  it.each(types)('does not affect a signed body: %j', async (type) => {
    // The case of a topic does not matter.
    const body = JSON.stringify(signal({ site: 'S', topic: `sent as ${Buffer.from(type).toString('hex')}` }));
    const response = await tenant.sendRaw(body, { 'content-type': type });
    expect([response.status, await response.json()]).toEqual([200, CREATED]);
  });

  it('may be missing', async () => {
    const body = Buffer.from(JSON.stringify(signal({ site: 'S', topic: 'sent as nothing' })));
    const response = await httpCall('POST', webhook(), { headers: signed(body), body });
    expect([response.status, await response.json()]).toEqual([200, CREATED]);
  });
});

describe('the response to a body that cannot be applied', () => {
  const refused = async (body: string | Buffer, headers?: Record<string, string>): Promise<[number, string]> => {
    const response = await tenant.sendRaw(body, headers);
    expect(response.headers.get('content-type')).toMatch(/^application\/json\b/);
    return [response.status, await response.text()];
  };
  const stored = (): Promise<unknown[]> =>
    engine.database.query('select (select count(*) from signal) as signals, (select count(*) from need) as needs');

  it.each([
    '',
    ' ',
    'event=signal.incident',
    '{"event":',
    'null',
    '1',
    'true',
    '"signal.incident"',
    '{"event":"signal.incident"}}',
  ])('is 400 invalid_json: %j', async (body) => {
    const before = await stored();
    expect(await refused(body)).toEqual([400, '{"error":"invalid_json"}']);
    expect(await stored()).toEqual(before);
  });

  it('is 422 invalid_event, with every invalid field', async () => {
    const before = await stored();
    expect(await refused('{"event":"signal.incident","data":{"topic":"x","severity":7}}')).toEqual([
      422,
      '{"error":"invalid_event","details":[{"field":"data.severity","message":"must be 1 (low), 2 (info), 3 (soon) or 4 (blocking)"},' +
        '{"field":"data","message":"needs one of external_worker_id, email, learner_id or site"}]}',
    ]);
    expect(await refused('{}')).toEqual([
      422,
      '{"error":"invalid_event","details":[{"field":"data","message":"is required"},{"field":"event","message":"is required"}]}',
    ]);
    expect(await stored()).toEqual(before);
  });

  it('is 401 bad_signature before any other error of the body', async () => {
    for (const body of ['{"event":"signal.incident","data":{"site":"S"}}', '{}', 'no JSON', '']) {
      expect(await refused(body, { 'x-edifyd-signature': 'f'.repeat(64) })).toEqual([401, '{"error":"bad_signature"}']);
    }
  });

  it('is 503 unavailable with Retry-After while it cannot be recorded; nothing is stored, and it is recorded when sent again', async () => {
    const event = signal({ site: 'S', topic: 'unavailable' });
    const before = await stored();
    await engine.database.query('alter table signal rename to signal_elsewhere');
    try {
      const response = await tenant.once.send(event);
      expect([response.status, await response.text()]).toEqual([503, '{"error":"unavailable"}']);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await engine.database.query('alter table signal_elsewhere rename to signal');
    }
    expect(await stored()).toEqual(before);
    expect(await (await tenant.send(event)).json()).toEqual(CREATED);
  });
});

describe('the size of a body', () => {
  const TOO_LARGE = [413, { error: 'payload_too_large' }];

  /** Sends a body whose length nothing announces. */
  async function chunked(body: string): Promise<[number, unknown]> {
    const response = await sendStream(webhook(), signed(body), new Blob([body]).stream());
    return [response.status, await response.json()];
  }

  it('may be 256 KiB, and not one byte more', async () => {
    expect(Buffer.byteLength(padded(MAX_BYTES))).toBe(262_144);
    const fits = await tenant.sendRaw(padded(MAX_BYTES));
    expect([fits.status, await fits.json()]).toEqual([200, CREATED]);
    const tooLarge = await tenant.sendRaw(padded(MAX_BYTES + 1));
    expect([tooLarge.status, await tooLarge.json()]).toEqual(TOO_LARGE);
  });

  it('has the same limit in chunks', async () => {
    const topic = '"topic":"large"';
    expect(await chunked(padded(MAX_BYTES).replace(topic, '"topic":"chunk"'))).toEqual([200, CREATED]);
    expect(await chunked(padded(MAX_BYTES + 1))).toEqual(TOO_LARGE);
    expect(await chunked(padded(MAX_BYTES * 4))).toEqual(TOO_LARGE);
  });

  it('is checked before the signature', async () => {
    const response = await tenant.sendRaw(padded(MAX_BYTES + 1), { 'x-edifyd-signature': '' });
    expect([response.status, await response.json()]).toEqual(TOO_LARGE);
  });
});
