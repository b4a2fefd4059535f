import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { InputOf, Schemas } from '#client';
import { auditOf } from '../factories/audit.js';
import { consoleUser, loggedIn, loggedInUser } from '../factories/users.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { EventStream } from '../harness/event-stream.js';
import { eventually } from '../harness/eventually.js';
import { refusedFields } from '../harness/expect-refused.js';
import { type TestTenant, tenantOf } from '../harness/tenant.js';
import { withProcess } from '../harness/with-process.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

const make = (
  body: Schemas['CreateApiTokenBody'] = { name: 'payroll', role: 'viewer' },
): Promise<Schemas['CreatedApiToken']> => tenant.api.createToken({ body });
const list = async (query: InputOf<'listTokens'>['query'] = {}) => (await tenant.api.listTokens({ query })).items;
const revoke = (id: string): Promise<void> => tenant.api.revokeToken({ path: { id } });
const statusWith = async (token: string, path = '/me', { url } = engine): Promise<number> =>
  (await tenantOf(url, tenant.slug, { signingSecret: '', adminToken: token }).admin('GET', path)).status;

describe('an API token', () => {
  it('is shown once, has the rights of its role, and is listed without its secret', async () => {
    const { status, body } = await tenant.admin<Schemas['CreatedApiToken']>('POST', '/tokens', {
      name: ' payroll ',
      role: 'viewer',
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^tok_[0-9a-z]{26}$/),
      name: 'payroll',
      role: 'viewer',
      createdAt: expect.any(String),
      createdBy: 'token:first admin',
      expiresAt: null,
      lastUsedAt: null,
      revokedAt: null,
      token: expect.stringMatching(/^edt_[\w-]{64}$/),
    });
    expect([await statusWith(body.token), await statusWith(body.token, '/tokens')]).toEqual([200, 403]);
    const { token, ...shown } = body;
    expect(await list()).toEqual([
      { ...shown, lastUsedAt: expect.any(String) },
      expect.objectContaining({ name: 'first admin', createdBy: 'operator' }),
    ]);
    expect(JSON.stringify(await list())).not.toContain(token);
    const action = 'token.created';
    expect(await auditOf(tenant, { subject: 'token', action })).toEqual([
      expect.objectContaining({ actor: 'operator' }),
      { actor: 'token:first admin', action, before: null, after: { name: 'payroll', role: 'viewer' } },
    ]);
  });

  it('is stored as a hash only', async () => {
    const { token } = await make();
    const dump = await engine.database.query<{ row: string }>(
      `select row::text from api_token row where tenant_id = $1
       union all select row::text from audit_entry row where tenant_id = $1`,
      [tenant.id],
    );
    const text = dump.map(({ row }) => row).join('\n');
    expect(text).toContain('payroll');
    for (const form of [token, token.slice(26), Buffer.from(token).toString('hex')]) expect(text).not.toContain(form);
  });

  it('is refused after it is revoked, also in another process', async () => {
    await withProcess(engine, { worker: false }, async (elsewhere) => {
      const { id, token } = await make();
      expect([await statusWith(token), await statusWith(token, '/me', elsewhere)]).toEqual([200, 200]);
      await revoke(id);
      expect([await statusWith(token), await statusWith(token, '/me', elsewhere)]).toEqual([401, 401]);
      expect((await tenant.admin('DELETE', `/tokens/${id}`)).status).toBe(204);
      const action = 'token.revoked';
      expect(await auditOf(tenant, { subject: 'token', action })).toEqual([
        { actor: 'token:first admin', action, before: { name: 'payroll', role: 'viewer' }, after: null },
      ]);
    });
  });

  it('is refused after it has expired', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const { id, token } = await make({ name: 'a visit', role: 'author', expiresAt });
    expect((await list())[0]).toMatchObject({ expiresAt });
    expect(await statusWith(token)).toBe(200);
    await engine.database.query(`update api_token set expires_at = now() where name = 'a visit' and tenant_id = $1`, [
      tenant.id,
    ]);
    expect(await statusWith(token)).toBe(401);
    expect((await list({ active: 'false' })).map((one) => one.id)).toEqual([id]);
  });

  it('is valid to the end of a day in the time zone of the tenant', async () => {
    await tenant.api.replaceReadinessPolicy({ body: { timeZone: 'America/New_York' } });
    expect((await make({ name: 'a visit', role: 'viewer', expiresAt: '2099-01-31' })).expiresAt).toBe(
      '2099-02-01T05:00:00.000Z',
    );
  });

  it('is listed as valid or invalid, page by page', async () => {
    const [first, second] = [await make(), await make({ name: 'wall screen', role: 'viewer' })];
    await revoke(first.id);
    expect((await list({ active: 'true' })).map(({ name }) => name)).toEqual(['wall screen', 'first admin']);
    expect(await list({ active: 'false' })).toMatchObject([{ id: first.id, revokedAt: expect.any(String) }]);
    const { items, nextCursor } = await tenant.api.listTokens({ query: { limit: 1 } });
    expect(items[0]?.id).toBe(second.id);
    expect((await list({ limit: 1, cursor: nextCursor ?? '' }))[0]?.id).toBe(first.id);
  });

  it('has the time of its last use, which not every call writes', async () => {
    const { token } = await make();
    await statusWith(token);
    const [used] = await list();
    expect(Date.now() - Date.parse(used?.lastUsedAt ?? '')).toBeLessThan(10_000);
    await Promise.all([statusWith(token), statusWith(token)]);
    expect((await list())[0]?.lastUsedAt).toBe(used?.lastUsedAt);
    await engine.database.query(
      `update api_token set last_used_at = now() - interval '31 seconds' where name = 'payroll' and tenant_id = $1`,
      [tenant.id],
    );
    expect(new Set(await Promise.all(Array.from({ length: 5 }, () => statusWith(token))))).toEqual(new Set([200]));
    expect(Date.now() - Date.parse((await list())[0]?.lastUsedAt ?? '')).toBeLessThan(10_000);
  });

  it('is created by admins only, also from the console, and each wrong field is refused by name', async () => {
    const author = await loggedInUser(tenant, { email: 'author@acme.example', role: 'author' });
    expect((await author.call('POST', '/admin/tokens', { name: 'mine', role: 'viewer' })).status).toBe(403);
    const { email: adminEmail } = await consoleUser(tenant, { email: 'ada@acme.example' });
    const admin = await loggedIn(tenant, adminEmail);
    const { body } = await admin.call('POST', '/admin/tokens', { name: 'mine', role: 'admin' });
    expect(body).toMatchObject({ createdBy: `user:${adminEmail}` });
    const wrong = { name: '', role: 'owner', expiresAt: '2001-01-01', tenantId: 'x' };
    expect(refusedFields(await tenant.admin('POST', '/tokens', wrong))).toEqual(Object.keys(wrong).toSorted());
  });

  it('ends its open event streams when it is revoked', async () => {
    const { id, token } = await make();
    const stream = await EventStream.open(engine.url, token);
    await revoke(id);
    await eventually(async () => expect(stream.ended).toBe(true));
    expect(stream.text).toContain('retry:');
  });
});
