import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { MAX_LIVE_SECRETS } from '#tenancy';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { type TestTenant, tenantOf } from '../harness/tenant.js';

const EVENT = { event: 'signal.incident', data: { site: 'Site A', topic: 'Manual Handling' } };
const TENANT = {
  id: expect.stringMatching(/^ten_[0-9a-z]{26}$/),
  plan: 'free',
  status: 'active',
  draftsPerMonth: null,
  tokensPerMonth: null,
  rateLimit: null,
  signalRetentionMonths: 12,
  createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
};

interface OperatorResponse {
  readonly status: number;
  readonly type: string;
  readonly body: Record<string, unknown>;
}

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

async function operator(method: string, path: string, body?: object): Promise<OperatorResponse> {
  return answerOf(await engine.operator(method, path, body));
}

/** The names of the fields that an answer refuses, each once. */
function refused({ status, body }: OperatorResponse): string[] {
  expect(status).toBe(422);
  const { code, errors } = body as { code: string; errors: Array<{ field: string; message: string }> };
  expect(code).toBe('invalid');
  for (const { message } of errors) expect(message).toMatch(/\w/);
  return [...new Set(errors.map(({ field }) => field))].toSorted();
}

async function answerOf(response: Response): Promise<OperatorResponse> {
  return {
    status: response.status,
    type: response.headers.get('content-type')?.split(';')[0] ?? '',
    body: (await response.json()) as OperatorResponse['body'],
  };
}

/** Sends the event signed with a secret of the caller's choice. */
async function signedWith(tenant: TestTenant, secret: string): Promise<number> {
  const body = JSON.stringify(EVENT);
  return (await tenant.sendRaw(body, { 'x-edifyd-signature': createHmac('sha256', secret).update(body).digest('hex') }))
    .status;
}

const me = async (token: string): Promise<OperatorResponse> =>
  answerOf(await fetch(`${engine.url}/engine/v1/admin/me`, { headers: { authorization: `Bearer ${token}` } }));

describe('creating a tenant', () => {
  it('responds with 201, the tenant, a valid signing secret and a valid admin token', async () => {
    const { status, body } = await operator('POST', '/tenants', {
      slug: 'new-one',
      name: 'New One',
      adminEmail: 'ada@new.example',
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      tenant: { ...TENANT, slug: 'new-one', name: 'New One' },
      signingSecret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
      adminToken: expect.stringMatching(/^edt_[\w-]+$/),
      invitation: {
        token: expect.stringMatching(/^edp_/),
        url: expect.stringContaining('/set-password#edp_'),
        expiresAt: expect.any(String),
      },
    });
    const tenant = tenantOf(engine.url, 'new-one', body as { signingSecret: string; adminToken: string });
    expect((await tenant.send(EVENT)).status).toBe(200);
    expect((await me(tenant.adminToken)).body).toMatchObject({
      tenant: { slug: 'new-one', name: 'New One' },
      role: 'admin',
    });
  });

  it.each(['a', '7', 'a-b', 'x'.repeat(63)])('accepts the slug %s', async (slug) => {
    expect((await operator('POST', '/tenants', { slug, name: 'N' })).status).toBe(201);
  });

  it.each(['', '-a', 'a-', 'A', 'a_b', 'a b', 'ä', 'a\n', '..', 'x'.repeat(64), 7, null, undefined])(
    'refuses the slug %j by name',
    async (slug) => {
      const answer = await operator('POST', '/tenants', { slug, name: 'N' });
      expect(refused(answer)).toEqual(['slug']);
      expect(answer.type).toBe('application/problem+json');
    },
  );

  it('refuses a taken slug, and does not change its tenant', async () => {
    const tenant = await engine.createTenant();
    const { status, body } = await operator('POST', '/tenants', { slug: tenant.slug, name: 'Thief' });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'slug_taken', detail: expect.stringContaining(tenant.slug) });
    expect((await me(tenant.adminToken)).body).toMatchObject({ tenant: { name: `Tenant ${tenant.slug}` } });
  });

  it('reports every refused field, including unknown ones', async () => {
    expect(refused(await operator('POST', '/tenants', { slug: 'ok', adminEmail: 'nobody', planet: 'Mars' }))).toEqual([
      'adminEmail',
      'name',
      'planet',
    ]);
  });

  it('stores no secret or token as plain text', async () => {
    const { slug, signingSecret, adminToken } = await engine.createTenant();
    const [stored] = await engine.database.query<{ sealed: Buffer; hash: Buffer }>(
      'select s.sealed, t.hash from tenant join signing_secret s on s.tenant_id = tenant.id join api_token t on t.tenant_id = tenant.id where slug = $1',
      [slug],
    );
    expect(stored?.sealed.length).toBeGreaterThan(28);
    expect(stored?.hash).toHaveLength(32);
    const dump = await engine.database.query<{ row: string }>(
      `select row::text from signing_secret row union all select row::text from api_token row union all select row::text from audit_entry row union all select row::text from tenant row`,
    );
    const text = dump.map(({ row }) => row).join('\n');
    expect(text).toContain(slug);
    for (const secret of [signingSecret, adminToken]) {
      for (const form of [
        secret,
        Buffer.from(secret).toString('hex'),
        secret.slice(6),
        Buffer.from(secret.slice(6)).toString('hex'),
      ])
        expect(text).not.toContain(form);
    }
  });
});

describe('listing tenants', () => {
  it('returns all tenants by slug, page after page', async () => {
    for (const slug of ['page-c', 'page-a', 'page-b']) await engine.createTenant(slug);
    const slugs: string[] = [];
    let cursor: string | null = null;
    do {
      const { status, body } = await operator('GET', `/tenants?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
      expect(status).toBe(200);
      const page = body as { items: Array<{ slug: string }>; nextCursor: string | null };
      expect(page.items.length).toBeLessThanOrEqual(2);
      slugs.push(...page.items.map(({ slug }) => slug));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(slugs).toEqual(slugs.toSorted());
    expect(new Set(slugs).size).toBe(slugs.length);
    const [row] = await engine.database.query<{ count: number }>('select count(*)::int as count from tenant');
    expect(slugs).toHaveLength(row?.count ?? -1);
    expect(slugs).toEqual(expect.arrayContaining(['page-a', 'page-b', 'page-c']));
  });

  it('shows each tenant as it was created', async () => {
    const { slug } = await engine.createTenant('0-first');
    const { body } = await operator('GET', '/tenants?limit=1');
    expect(body).toMatchObject({ items: [{ ...TENANT, slug, name: `Tenant ${slug}` }] });
  });

  it.each(['limit=0', 'limit=201', 'limit=x', 'cursor=nonsense', 'status=active'])(
    'refuses ?%s by name',
    async (query) => {
      expect(refused(await operator('GET', `/tenants?${query}`))).toEqual([query.split('=')[0]]);
    },
  );
});

describe('changing a tenant', () => {
  it('changes the given fields only', async () => {
    const { slug } = await engine.createTenant();
    const { status, body } = await operator('PATCH', `/tenants/${slug}`, { plan: 'team', rateLimit: 50 });
    expect(status).toBe(200);
    expect(body).toEqual({ ...TENANT, slug, name: `Tenant ${slug}`, plan: 'team', rateLimit: 50 });
    expect((await operator('PATCH', `/tenants/${slug}`, { name: 'Renamed', rateLimit: null })).body).toMatchObject({
      name: 'Renamed',
      plan: 'team',
      rateLimit: null,
    });
  });

  it.each([
    { status: 'gone' },
    { rateLimit: 0 },
    { rateLimit: 1.5 },
    { name: '' },
    { name: null },
    { plan: null },
    { status: null },
    { slug: 'other' },
    { createdAt: null },
  ])('refuses %j by name', async (change) => {
    const { slug } = await engine.createTenant();
    expect(refused(await operator('PATCH', `/tenants/${slug}`, change))).toEqual(Object.keys(change));
  });

  it('suspends at once: webhook and tokens get a 401 until it is activated again', async () => {
    const tenant = await engine.createTenant();
    expect((await operator('PATCH', `/tenants/${tenant.slug}`, { status: 'suspended' })).body).toMatchObject({
      status: 'suspended',
    });
    const answer = await tenant.send(EVENT);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ error: 'bad_signature' });
    expect((await me(tenant.adminToken)).status).toBe(401);
    expect((await operator('PATCH', `/tenants/${tenant.slug}`, { status: 'active' })).status).toBe(200);
    expect((await tenant.send(EVENT)).status).toBe(200);
    expect((await me(tenant.adminToken)).status).toBe(200);
  });

  it('suspends in every process within a second', async () => {
    const tenant = await engine.createTenant();
    const other = await startEngine({ on: engine, worker: false });
    try {
      const there = tenantOf(other.url, tenant.slug, tenant);
      expect((await there.send(EVENT)).status).toBe(200);
      await operator('PATCH', `/tenants/${tenant.slug}`, { status: 'suspended' });
      const began = performance.now();
      await eventually(async () => expect((await there.send(EVENT)).status).toBe(401));
      expect((await there.admin('GET', '/me')).status).toBe(401);
      expect(performance.now() - began).toBeLessThan(1_000);
    } finally {
      await other.close();
    }
  });
});

describe('rotating the signing secret', () => {
  it('keeps both valid during the grace period', async () => {
    const tenant = await engine.createTenant();
    const { status, body } = await operator('POST', `/tenants/${tenant.slug}/secrets`, { graceSeconds: 3600 });
    expect(status).toBe(201);
    const { signingSecret, previousExpiresAt } = body as { signingSecret: string; previousExpiresAt: string };
    expect(signingSecret).toMatch(/^whsec_/);
    expect(signingSecret).not.toBe(tenant.signingSecret);
    expect(Math.abs(Date.parse(previousExpiresAt) - Date.now() - 3_600_000)).toBeLessThan(10_000);
    expect(await signedWith(tenant, signingSecret)).toBe(200);
    expect(await signedWith(tenant, tenant.signingSecret)).toBe(200);
  });

  it('ends the old one at its expiry, and at once without a grace period', async () => {
    const tenant = await engine.createTenant();
    const { body: first } = await operator('POST', `/tenants/${tenant.slug}/secrets`, { graceSeconds: 1 });
    expect(await signedWith(tenant, tenant.signingSecret)).toBe(200);
    await eventually(async () => expect(await signedWith(tenant, tenant.signingSecret)).toBe(401));
    const { body: second } = await operator('POST', `/tenants/${tenant.slug}/secrets`, { graceSeconds: 0 });
    expect(await signedWith(tenant, String(first['signingSecret']))).toBe(401);
    expect(await signedWith(tenant, String(second['signingSecret']))).toBe(200);
  });

  it('never extends an earlier expiry', async () => {
    const tenant = await engine.createTenant();
    await operator('POST', `/tenants/${tenant.slug}/secrets`, { graceSeconds: 1 });
    await operator('POST', `/tenants/${tenant.slug}/secrets`, { graceSeconds: 3600 });
    await eventually(async () => expect(await signedWith(tenant, tenant.signingSecret)).toBe(401));
  });

  it('refuses a fifth live secret until one expires, with that time; without a grace period it ends the others', async () => {
    const tenant = await engine.createTenant();
    const rotate = (graceSeconds: number): Promise<OperatorResponse> =>
      operator('POST', `/tenants/${tenant.slug}/secrets`, { graceSeconds });
    const [first, second, third] = [await rotate(5), await rotate(3600), await rotate(3600)];
    const refusal = await rotate(60);
    const nextExpiresAt = first.body['previousExpiresAt'];
    expect(refusal).toMatchObject({
      status: 409,
      type: 'application/problem+json',
      body: { code: 'too_many_secrets', nextExpiresAt, detail: expect.stringContaining(String(nextExpiresAt)) },
    });
    // What was refused has shortened nothing.
    const listed = (await operator('GET', `/tenants/${tenant.slug}/secrets`)).body as {
      items: Array<{ expiresAt: string | null }>;
    };
    expect(listed.items.map(({ expiresAt }) => expiresAt)).toEqual([
      null,
      third.body['previousExpiresAt'],
      second.body['previousExpiresAt'],
      nextExpiresAt,
    ]);
    await eventually(async () => expect((await rotate(3600)).status).toBe(201));
    expect((await rotate(3600)).status).toBe(409);
    const last = await rotate(0);
    expect(last.status).toBe(201);
    expect([
      await signedWith(tenant, String(third.body['signingSecret'])),
      await signedWith(tenant, String(last.body['signingSecret'])),
    ]).toEqual([401, 200]);
  });

  it('allows at most four live secrets if several are created at the same time', async () => {
    const { slug } = await engine.createTenant();
    const answers = await Promise.all(
      Array.from({ length: MAX_LIVE_SECRETS + 2 }, () =>
        operator('POST', `/tenants/${slug}/secrets`, { graceSeconds: 3600 }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((one, two) => one - two)).toEqual([
      201, 201, 201, 409, 409, 409,
    ]);
    expect(
      await engine.database.query(
        'select count(*)::int as live, count(*) filter (where expires_at is null)::int as lasting from signing_secret join tenant on tenant.id = tenant_id where slug = $1',
        [slug],
      ),
    ).toEqual([{ live: MAX_LIVE_SECRETS, lasting: 1 }]);
  });

  it.each([-1, 1.5, 30 * 24 * 3600 + 1, '60', null, undefined])(
    'refuses a grace period of %j',
    async (graceSeconds) => {
      const { slug } = await engine.createTenant();
      expect(refused(await operator('POST', `/tenants/${slug}/secrets`, { graceSeconds }))).toEqual(['graceSeconds']);
    },
  );
});

describe('creating tokens', () => {
  it.each(['viewer', 'author', 'admin'])('creates one with the role %s', async (role) => {
    const { slug } = await engine.createTenant();
    const { status, body } = await operator('POST', `/tenants/${slug}/tokens`, { role, name: 'reporting' });
    expect(status).toBe(201);
    expect(body).toEqual({ token: expect.stringMatching(/^edt_/) });
    expect((await me(String(body['token']))).body).toMatchObject({ tenant: { slug }, role, name: 'reporting' });
  });

  it('gives a viewer the rights of a viewer only', async () => {
    const { slug } = await engine.createTenant();
    const { body } = await operator('POST', `/tenants/${slug}/tokens`, { role: 'viewer', name: 'wall screen' });
    const viewer = tenantOf(engine.url, slug, { signingSecret: '', adminToken: String(body['token']) });
    expect(await viewer.admin('PUT', '/signal-map', { map: {} })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });

  it.each([
    { role: 'operator', name: 'n' },
    { role: 'viewer', name: '' },
    { role: 'viewer', name: 'n', scope: 'all' },
  ])('refuses %j', async (body) => {
    const { slug } = await engine.createTenant();
    expect((await operator('POST', `/tenants/${slug}/tokens`, body)).status).toBe(422);
  });
});

describe('usage', () => {
  it('counts resources of the tenant, and of no other', async () => {
    const tenant = await engine.createTenant();
    const other = await engine.createTenant();
    for (const one of [tenant, other]) {
      await engine.database.query(
        `insert into worker (tenant_id, id, external_worker_id, name, active)
           select tenant.id, gen_random_uuid(), given.name, given.name, given.active from tenant, (values ('here', true), ('gone', false)) given (name, active) where slug = $1`,
        [one.slug],
      );
      const { body } = await one.admin<{ id: string }>('POST', '/courses', { title: 'Published', topics: ['Known'] });
      await one.admin('POST', `/courses/${body.id}/publish`);
      await one.admin('POST', '/courses', { title: 'Draft', topics: [] });
      await one.send(EVENT);
      await one.send(EVENT);
      await one.send({ event: 'signal.x', data: { site: 'Site B', topic: 'Known' } });
    }
    await other.send({ event: 'signal.y', data: { site: 'Site C' } });
    await tenant.resolvedNeeds();
    const { status, body } = await operator('GET', `/tenants/${tenant.slug}/usage`);
    expect(status).toBe(200);
    expect(body).toEqual({
      plan: 'free',
      month: new Date().toISOString().slice(0, 7),
      signals: 3,
      openNeeds: 2,
      unresolvedNeeds: 0,
      activeWorkers: 1,
      publishedCourses: 1,
      drafts: { limit: 5, used: 0 },
      tokens: { limit: 500_000, used: 0 },
    });
  });

  it('excludes signals of other months, and counts waiting and closed needs', async () => {
    const tenant = await engine.createTenant();
    await tenant.send(EVENT);
    await tenant.send({ event: 'signal.x', data: { site: 'Site B' } });
    await tenant.resolvedNeeds();
    const month = new Date();
    const lastMonth = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), 1) - 1).toISOString();
    const id = '(select id from tenant where slug = $1)';
    await engine.database.query(
      `insert into signal (tenant_id, id, retention_months, need_id, type, dedupe_key, outcome, raw)
       values (${id}, uuid_floor($2), 12, gen_random_uuid(), 'x', 'k', 'created', '{}')`,
      [tenant.slug, lastMonth],
    );
    await engine.database.query(
      `update need set status = 'dismissed', closed_at = now() where type = 'x' and tenant_id = ${id}`,
      [tenant.slug],
    );
    await engine.database.query(
      `update need set unresolved_since = now() where type = 'incident' and tenant_id = ${id}`,
      [tenant.slug],
    );
    expect((await operator('GET', `/tenants/${tenant.slug}/usage`)).body).toMatchObject({
      signals: 2,
      openNeeds: 1,
      unresolvedNeeds: 1,
    });
  });
});

const calls = [
  ['GET', '/tenants'],
  ['POST', '/tenants'],
  ['PATCH', '/tenants/SLUG'],
  ['POST', '/tenants/SLUG/secrets'],
  ['POST', '/tenants/SLUG/tokens'],
  ['POST', '/tenants/SLUG/admins'],
  ['GET', '/tenants/SLUG/usage'],
] as const;

describe.each(calls)('%s %s', (method, path) => {
  const call = (slug: string, authorization: string | null, body?: object): Promise<Response> =>
    fetch(`${engine.url}/engine/v1/operator${path.replace('SLUG', slug)}`, {
      method,
      headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
      body: method === 'GET' ? undefined : JSON.stringify(body ?? {}),
    });

  it('responds with 401 as a problem without the operator token', async () => {
    const { slug, adminToken } = await engine.createTenant();
    const wrong = [
      null,
      'Bearer ',
      'Bearer wrong',
      `Bearer ${engine.operatorToken}x`,
      `Basic ${engine.operatorToken}`,
      engine.operatorToken,
      `Bearer ${adminToken}`,
    ];
    for (const authorization of wrong) {
      const { status, type, body } = await answerOf(await call(slug, authorization));
      expect({ authorization, status, type }).toEqual({ authorization, status: 401, type: 'application/problem+json' });
      expect(body).toMatchObject({
        type: 'about:blank',
        status: 401,
        code: 'unauthorized',
        title: expect.any(String),
        detail: expect.any(String),
      });
    }
  });

  if (path.includes('SLUG')) {
    it('responds with 404 for an unknown tenant', async () => {
      const body = path.endsWith('secrets')
        ? { graceSeconds: 0 }
        : path.endsWith('tokens')
          ? { role: 'viewer', name: 'n' }
          : path.endsWith('admins')
            ? { email: 'ada@acme.example' }
            : { name: 'n' };
      const answer = await answerOf(await call('nobody-here', `Bearer ${engine.operatorToken}`, body));
      expect(answer).toMatchObject({
        status: 404,
        body: { code: 'not_found', detail: expect.stringContaining('nobody-here') },
      });
    });
  }
});
