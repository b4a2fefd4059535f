import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { signal } from '../factories/signals.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { refusedFields } from '../harness/expect-refused.js';
import { NEW_TENANT, operatorOf } from '../harness/operator-answers.js';
import { type TestTenant, tenantOf } from '../harness/tenant.js';

const EVENT = signal({ site: 'Site A', topic: 'Manual Handling' });

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
afterAll(() => engine.close());

const operator = operatorOf(() => engine);
/** Reads who a token belongs to. */
const me = (tenant: TestTenant, token = tenant.adminToken) => tenant.as(token).admin('GET', '/me');

describe('creating a tenant', () => {
  it('responds with 201, the tenant, a valid signing secret and a valid admin token', async () => {
    const { status, body } = await operator('POST', '/tenants', {
      slug: 'new-one',
      name: 'New One',
      adminEmail: 'ada@new.example',
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      tenant: { ...NEW_TENANT, slug: 'new-one', name: 'New One' },
      signingSecret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
      adminToken: expect.stringMatching(/^edt_[\w-]+$/),
      invitation: {
        token: expect.stringMatching(/^edp_/),
        url: expect.stringContaining('/set-password#edp_'),
        expiresAt: expect.any(String),
      },
    });
    const tenant = tenantOf(engine.url, 'new-one', body as unknown as Schemas['CreatedTenant']);
    expect((await tenant.send(EVENT)).status).toBe(200);
    expect((await me(tenant)).body).toMatchObject({
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
      expect(refusedFields(answer)).toEqual(['slug']);
      expect(answer.type).toBe('application/problem+json');
    },
  );

  it('refuses a taken slug, and does not change its tenant', async () => {
    const tenant = await engine.createTenant();
    const { status, body } = await operator('POST', '/tenants', { slug: tenant.slug, name: 'Thief' });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'slug_taken',
      detail: expect.stringContaining(tenant.slug),
      errors: [{ field: 'slug', message: 'belongs to another tenant' }],
    });
    expect((await me(tenant)).body).toMatchObject({ tenant: { name: `Tenant ${tenant.slug}` } });
  });

  it('reports every refused field, including unknown ones', async () => {
    expect(
      refusedFields(await operator('POST', '/tenants', { slug: 'ok', adminEmail: 'nobody', planet: 'Mars' })),
    ).toEqual(['adminEmail', 'name', 'planet']);
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
      `select row::text from signing_secret row union all select row::text from api_token row union all select row::text
        from audit_entry row union all select row::text from tenant row`,
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
    expect(body).toMatchObject({ items: [{ ...NEW_TENANT, slug, name: `Tenant ${slug}` }] });
  });

  it.each(['limit=0', 'limit=201', 'limit=x', 'cursor=nonsense', 'status=active'])(
    'refuses ?%s by name',
    async (query) => {
      expect(refusedFields(await operator('GET', `/tenants?${query}`))).toEqual([query.split('=')[0]]);
    },
  );
});
