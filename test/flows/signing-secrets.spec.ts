import { createHmac } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { auditOf } from '../factories/audit.js';
import { signal } from '../factories/signals.js';
import { asRole } from '../factories/tokens.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

describe('the signing secrets of a tenant', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  const sendWith = async (secret: string): Promise<number> => {
    const body = JSON.stringify(signal({ site: 'North' }));
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    return (await tenant.sendRaw(body, { 'x-edifyd-signature': signature })).status;
  };
  const names = async (): Promise<string[]> => (await tenant.api.listSigningSecrets()).items.map(({ name }) => name);

  it('are created for a system, shown once, and listed with their name', async () => {
    const { id, signingSecret } = await tenant.api.createSigningSecret({ body: { name: 'Payroll' } });
    expect(await sendWith(signingSecret)).toBe(200);
    expect(await sendWith(tenant.signingSecret)).toBe(200);
    const { items } = await tenant.api.listSigningSecrets();
    expect(items).toMatchObject([
      { id, name: 'Payroll', expiresAt: null },
      { name: 'default', expiresAt: null },
    ]);
    expect(JSON.stringify([items, await auditOf(tenant)])).not.toContain('whsec_');
  });

  it('are replaced for one system, whose earlier ones stay valid for the grace period', async () => {
    const first = await tenant.api.createSigningSecret({ body: { name: 'Payroll' } });
    const second = await tenant.api.createSigningSecret({ body: { name: 'Payroll', graceSeconds: 3_600 } });
    expect(await Promise.all([first, second].map((secret) => sendWith(secret.signingSecret)))).toEqual([200, 200]);
    const third = await tenant.api.createSigningSecret({ body: { name: 'Payroll', graceSeconds: 0 } });
    expect(await Promise.all([first, second, third].map((secret) => sendWith(secret.signingSecret)))).toEqual([
      401, 401, 200,
    ]);
    expect(await sendWith(tenant.signingSecret)).toBe(200);
  });

  it('are refused as soon as they are deleted', async () => {
    const { id, signingSecret } = await tenant.api.createSigningSecret({ body: { name: 'Payroll' } });
    await tenant.api.removeSigningSecret({ path: { id } });
    expect(await sendWith(signingSecret)).toBe(401);
    expect(await names()).toEqual(['default']);
    expect((await tenant.admin('DELETE', `/secrets/${id}`)).status).toBe(404);
    expect((await auditOf(tenant, { subject: 'secret' })).map(({ action }) => action)).toEqual([
      'secret.created',
      'secret.deleted',
    ]);
  });

  it('are four at most', async () => {
    for (const name of ['a', 'b', 'c']) await tenant.api.createSigningSecret({ body: { name } });
    expect(await tenant.admin('POST', '/secrets', { name: 'd' })).toMatchObject(refusal(409, 'too_many_secrets'));
    const rotated = await engine.operator('POST', `/tenants/${tenant.slug}/secrets`, { graceSeconds: 60 });
    expect([rotated.status, await rotated.json()]).toMatchObject([
      409,
      { code: 'too_many_secrets', nextExpiresAt: null, detail: expect.stringContaining('delete one first') },
    ]);
    await tenant.api.createSigningSecret({ body: { name: 'c', graceSeconds: 0 } });
    expect(await names()).toEqual(['c', 'c', 'b', 'a', 'default']);
  });

  it('are needed to send a signal as a test', async () => {
    const test = () => tenant.admin('POST', '/signals/test', { event: signal({ site: 'North' }) });
    expect(await test()).toMatchObject({ status: 200, body: { answer: { status: 200 } } });
    for (const { id } of (await tenant.api.listSigningSecrets()).items)
      await tenant.api.removeSigningSecret({ path: { id } });
    expect(await test()).toMatchObject(refusal(409, 'no_secret'));
  });

  it('are for admins only', async () => {
    const author = await asRole(tenant, 'author');
    expect((await author.admin('GET', '/secrets')).status).toBe(403);
  });
});
