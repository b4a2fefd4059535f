import { createHmac, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sign, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { httpCall } from '../harness/http-call.js';
import type { TestTenant } from '../harness/tenant.js';

const BODY = JSON.stringify({ event: 'signal.incident', data: { site: 'Site A', topic: 'Manual Handling' } });

interface Secrets {
  readonly items: Array<{ id: string; expiresAt: string | null; lastUsedAt: string | null }>;
}

describe('a sender that signs by Standard Webhooks', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
    tenant = await engine.createTenant();
  });

  /** The three headers, as the libraries of Standard Webhooks make them. */
  const headersOf = (
    secret: string,
    body: string,
    { at = Date.now(), id = `msg_${randomUUID()}` } = {},
  ): Record<string, string> => {
    const timestamp = String(Math.floor(at / 1000));
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
    return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${mac}` };
  };
  const post = async (headers: Record<string, string>, body = BODY): Promise<number> => {
    const response = await httpCall('POST', `${engine.url}/engine/v1/integration/${tenant.slug}/webhook`, {
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    await response.arrayBuffer();
    return response.status;
  };

  it('is accepted like one with x-edifyd-signature, with single events and batches', async () => {
    expect(await post(headersOf(tenant.signingSecret, BODY))).toBe(200);
    expect(await post(headersOf(tenant.signingSecret, `[${BODY}]`), `[${BODY}]`)).toBe(200);
  });

  it('is refused six minutes late, six minutes early, with another secret, and with another body', async () => {
    expect(await post(headersOf(tenant.signingSecret, BODY, { at: Date.now() - 360_000 }))).toBe(401);
    expect(await post(headersOf(tenant.signingSecret, BODY, { at: Date.now() + 360_000 }))).toBe(401);
    expect(await post(headersOf(`whsec_${Buffer.alloc(32).toString('base64')}`, BODY))).toBe(401);
    expect(await post(headersOf(tenant.signingSecret, `${BODY} `))).toBe(401);
  });

  it('may use any live secret, and the operator sees which ones are in use', async () => {
    const [first] = ((await (await engine.operator('GET', `/tenants/${tenant.slug}/secrets`)).json()) as Secrets).items;
    expect(first).toMatchObject({ id: expect.stringMatching(/^sec_/), expiresAt: null });
    const rotated = (await (
      await engine.operator('POST', `/tenants/${tenant.slug}/secrets`, { graceSeconds: 600 })
    ).json()) as { signingSecret: string };
    expect(await post(headersOf(rotated.signingSecret, BODY))).toBe(200);
    expect(await post({ 'x-edifyd-signature': sign(tenant.signingSecret, BODY) })).toBe(200);
    await engine.operator('POST', `/tenants/${tenant.slug}/secrets`, { graceSeconds: 600 });
    const listed = async (): Promise<unknown> => {
      const response = await engine.operator('GET', `/tenants/${tenant.slug}/secrets`);
      const text = await response.text();
      expect(text).not.toContain(rotated.signingSecret.slice('whsec_'.length));
      return (JSON.parse(text) as Secrets).items.map(({ expiresAt, lastUsedAt }) => ({
        ends: expiresAt !== null,
        used: lastUsedAt !== null,
      }));
    };
    // Uses are stored every five seconds.
    await eventually(
      async () =>
        expect(await listed()).toEqual([
          { ends: false, used: false },
          { ends: true, used: true },
          { ends: true, used: true },
        ]),
      15_000,
    );
  });
});
