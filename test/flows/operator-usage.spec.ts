import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { draftCourse, publishedCourse } from '../factories/courses.js';
import { signal } from '../factories/signals.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import { answerOf, operatorOf } from '../harness/operator-answers.js';

const EVENT = signal({ site: 'Site A', topic: 'Manual Handling' });

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

const operator = operatorOf(() => engine);

describe('usage', () => {
  it('counts resources of the tenant, and of no other', async () => {
    const tenant = await engine.createTenant();
    const other = await engine.createTenant();
    for (const one of [tenant, other]) {
      await engine.database.query(
        `insert into worker (tenant_id, id, external_worker_id, name, active)
           select $1, gen_random_uuid(), given.name, given.name, given.active
           from (values ('here', true), ('gone', false)) given (name, active)`,
        [one.id],
      );
      await publishedCourse(one, { title: 'Published', topics: ['Known'] });
      await draftCourse(one, { title: 'Draft' });
      await one.send(EVENT);
      await one.send(EVENT);
      await one.send(signal({ site: 'Site B', topic: 'Known' }, 'x'));
    }
    await other.send(signal({ site: 'Site C' }, 'y'));
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
      drafts: { limit: 5, used: 0, reserved: 0 },
      tokens: { limit: 500_000, used: 0 },
    });
  });

  it('counts drafts as the tenant sees them', async () => {
    const tenant = await engine.createTenant();
    await engine.database.query(
      `insert into authoring_month (tenant_id, month, drafts_used, drafts_reserved)
       values ($1, date_trunc('month', now() at time zone 'UTC')::date, 2, 1)`,
      [tenant.id],
    );
    const drafts = { limit: 5, used: 2, reserved: 1 };
    expect((await operator('GET', `/tenants/${tenant.slug}/usage`)).body).toMatchObject({ drafts });
    expect((await tenant.api.getAuthoringUsage()).drafts).toEqual({ ...drafts, left: 2 });
  });

  it('excludes signals of other months, and counts waiting and closed needs', async () => {
    const tenant = await engine.createTenant();
    await tenant.send(EVENT);
    await tenant.send(signal({ site: 'Site B' }, 'x'));
    await tenant.resolvedNeeds();
    const month = new Date();
    const lastMonth = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), 1) - 1).toISOString();
    await engine.database.query(
      `insert into signal (tenant_id, id, retention_months, need_id, type, dedupe_key, outcome, raw)
       values ($1, uuid_floor($2), 12, gen_random_uuid(), 'x', 'k', 'created', '{}')`,
      [tenant.id, lastMonth],
    );
    await engine.database.query(
      `update need set status = 'dismissed', closed_at = now() where type = 'x' and tenant_id = $1`,
      [tenant.id],
    );
    await engine.database.query(`update need set unresolved_since = now() where type = 'incident' and tenant_id = $1`, [
      tenant.id,
    ]);
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
    httpCall(method, `${engine.url}/engine/v1/operator${path.replace('SLUG', slug)}`, {
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
