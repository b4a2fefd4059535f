import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ApiProblem, type Schemas, createClient } from '#client';
import { sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

let tenant: TestTenant;
let url: string;

beforeAll(async () => {
  const engine = await sharedEngine({ worker: false });
  ({ url } = engine);
  tenant = await engine.createTenant();
});

describe('the client, as a source system', () => {
  const send = (event: Schemas['SignalEvent'], secret = tenant.signingSecret): Promise<unknown> =>
    createClient({ baseUrl: url }).receiveSignal({
      path: { tenant: tenant.slug },
      header: { 'x-edifyd-signature': createHmac('sha256', secret).update(JSON.stringify(event)).digest('hex') },
      body: event,
    });
  const event = { event: 'signal.incident', data: { site: 'North', topic: 'Rigging' } };

  it('sends an event', async () => {
    expect(await send(event)).toMatchObject({ ok: true, applied: true, deduped: false });
  });

  it('throws a refusal with its code and each refused field', async () => {
    const refused = await send({ ...event, data: { topic: 'Rigging' } }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ApiProblem);
    expect(refused).toMatchObject({
      status: 422,
      code: 'invalid_event',
      errors: [{ field: 'data', message: expect.any(String) }],
      message: expect.stringMatching(/^data: /),
    });
    const unsigned = await send(event, 'whsec_other').catch((error: unknown) => error);
    expect(unsigned).toMatchObject({ status: 401, code: 'bad_signature', errors: [] });
  });

  it('distinguishes an error of a proxy from one of the webhook', async () => {
    const proxy = createClient({
      baseUrl: 'http://proxy.example',
      fetch: () => Promise.resolve(Response.json({ error: 'Bad gateway' }, { status: 502 })),
    });
    const refused = await proxy
      .receiveSignal({ path: { tenant: 'acme' }, body: event })
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ status: 502, code: 'unreadable' });
  });
});
