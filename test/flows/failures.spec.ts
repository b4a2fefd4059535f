import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Schemas } from '#client';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { type TestRedis, redisProgram, startRedis } from '../harness/redis.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: TestEngine;

async function call<T>(method: string, path: string, body?: object): Promise<{ status: number; body: T }> {
  const response = await engine.operator(method, `/failures${path}`, body);
  return { status: response.status, body: (await response.json()) as T };
}
const failures = async (query = ''): Promise<Schemas['FailedNeed'][]> =>
  (await call<{ items: Schemas['FailedNeed'][] }>('GET', query)).body.items;
const retry = async (body: object, path = ''): Promise<unknown> => (await call('POST', `${path}/retry`, body)).body;

/** Runs the compiled command line as the operator. */
async function edifyd(...args: string[]): Promise<string> {
  const environment = { OPERATOR_TOKEN: engine.operatorToken };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['dist/bin/edifyd.js', 'failures', ...args, '--url', engine.url],
    { env: environment },
  );
  return stdout;
}

const needsOf = (tenant: TestTenant): Promise<Array<{ topic: string; recommendation: string; attempts: number }>> =>
  engine.database.query(
    `select topic, recommendation, resolution_attempts as attempts from need where tenant_id = $1 order by topic`,
    [tenant.id],
  );
const auditOf = (tenant: TestTenant): Promise<object[]> =>
  engine.database.query(
    `select actor, action, subject_id as subject, after from audit_entry where action = 'failures.retried' and tenant_id = $1 order by id`,
    [tenant.id],
  );
const send = (tenant: TestTenant, topic: string, type = 'x'): Promise<Response> =>
  tenant.send({ event: `signal.${type}`, data: { site: 'S', topic } });

/** One after the other, so that it is known which failed last. */
async function sendAndFail(tenant: TestTenant, topic: string, type: string): Promise<void> {
  await send(tenant, topic, type);
  await eventually(async () => expect(await failures()).toContainEqual(expect.objectContaining({ type })));
}

/** PostgreSQL refuses to store what is made of such a need, until it is cured. */
const poison = (): Promise<object[]> =>
  engine.database.query(
    `alter table need add constraint refused check (topic not like 'poison%' or recommendation = 'pending') not valid`,
  );
const cure = (): Promise<object[]> => engine.database.query('alter table need drop constraint refused');
const setAside = (topic: string): Promise<object[]> =>
  engine.database.query(
    'update need set set_aside_at = now(), unresolved_since = null, resolution_attempts = 8 where topic = $1',
    [topic],
  );

describe('failed needs', () => {
  let one: TestTenant;
  let other: TestTenant;

  beforeAll(async () => {
    engine = await startEngine();
    await poison();
    one = await engine.createTenant('one');
    other = await engine.createTenant('other');
    for (const [tenant, topic, type] of [
      [one, 'poison 1', 'first'],
      [other, 'poison 2', 'second'],
      [one, 'poison 3', 'third'],
    ] as const) {
      await sendAndFail(tenant, topic, type);
    }
    await send(one, 'well');
    await setAside('poison 3');
  });
  afterAll(() => engine.close());

  it('of all tenants are listed, latest first, with their next attempt', async () => {
    const error = expect.stringContaining('violates check constraint "refused"');
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const id = expect.stringMatching(/^need_/);
    const waiting = { kind: 'need', id, attempts: 1, error, state: 'retrying', nextTryAt: time, failedAt: time };
    expect(await failures()).toEqual([
      {
        kind: 'need',
        id,
        tenant: 'one',
        type: 'third',
        attempts: 8,
        error,
        state: 'set_aside',
        nextTryAt: null,
        failedAt: time,
      },
      { ...waiting, tenant: 'other', type: 'second' },
      { ...waiting, tenant: 'one', type: 'first' },
    ]);
    const [, second] = await failures();
    expect(Date.parse(second?.nextTryAt ?? '') - Date.parse(second?.failedAt ?? '')).toBeLessThanOrEqual(5_001);
  });

  it('of one tenant are listed, page by page, and an unknown tenant is refused by name', async () => {
    expect((await failures('?tenant=one')).map(({ type }) => type)).toEqual(['third', 'first']);
    const first = await call<{ items: Schemas['FailedNeed'][]; nextCursor: string }>('GET', '?limit=2');
    const second = await call<{ items: Schemas['FailedNeed'][]; nextCursor: null }>(
      'GET',
      `?limit=2&cursor=${first.body.nextCursor}`,
    );
    expect([...first.body.items, ...second.body.items].map(({ type }) => type)).toEqual(['third', 'second', 'first']);
    expect(second.body.nextCursor).toBeNull();
    for (const [method, path] of [
      ['GET', '?tenant=nobody'],
      ['GET', '/jobs?tenant=nobody'],
      ['POST', '/retry'],
      ['POST', '/jobs/retry'],
    ] as const) {
      const { status, body } = await call<{ errors: object[] }>(
        method,
        path,
        method === 'POST' ? { tenant: 'nobody' } : undefined,
      );
      expect([path, status, body.errors]).toEqual([
        path,
        422,
        [{ field: 'tenant', message: 'must be the slug of a tenant' }],
      ]);
    }
  });

  it('are read from an index of failed needs, page after page', async () => {
    await engine.database
      .query(`insert into need (tenant_id, id, dedupe_key, type, severity, audience_kind, first_seen_at, last_seen_at)
      select (select id from tenant where slug = 'one'), gen_random_uuid(), 'bulk ' || n, 'bulk', 2, 'cohort', now(), now() from generate_series(1, 5000) as n`);
    await engine.database.query('analyze need');
    const client = new pg.Client({ connectionString: engine.database.appUrl });
    await client.connect();
    try {
      const [tenant] = await engine.database.query<{ id: string }>(`select id from tenant where slug = 'one'`);
      await client.query(`select set_config('app.tenant_id', $1, false)`, [tenant?.id]);
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain select type from need where tenant_id = '${tenant?.id}' and resolution_error is not null and closed_at is null
           and (null::timestamptz is null or (resolution_failed_at, id) < (null::timestamptz, null::uuid)) order by resolution_failed_at desc, id desc limit 51`,
      );
      const plan = rows.map((line) => line['QUERY PLAN']).join('\n');
      expect(plan).toMatch(/Index Scan Backward using need_failed/);
      expect(plan).not.toMatch(/Sort/);
    } finally {
      await client.end();
    }
  });

  it('refuse an invalid list of ids', async () => {
    for (const body of [{ ids: [] }, { ids: 'need_x' }, { ids: [7] }, { tenant: 7 }, { all: true }]) {
      expect([body, (await call('POST', '/retry', body)).status]).toEqual([body, 422]);
    }
  });

  it('are listed by the command line, for people and for programs', async () => {
    const { items } = JSON.parse(await edifyd('list', '--json')) as { items: object[] };
    expect(items).toMatchObject([
      { kind: 'need', of: 'third', nextTryAt: null },
      { kind: 'need', of: 'second' },
      { kind: 'need', of: 'first' },
    ]);
    const [heading, ...lines] = (await edifyd('list', '--tenant', 'other')).trimEnd().split('\n');
    expect(heading).toMatch(/^KIND +TENANT +ID +OF +TRIES +NEXT TRY +FAILED +ERROR$/);
    expect(lines).toEqual([
      expect.stringMatching(/^need +other +need_\w+ +second +1 +20\S+Z +20\S+Z +new row .*"refused"$/),
    ]);
  });

  it('are retried one by one with all their attempts, as the audit log of their tenant shows', async () => {
    const [third] = await failures('?tenant=one');
    expect(await retry({ tenant: 'other', ids: [third?.id] })).toEqual({ retried: 0 });
    expect(await retry({ ids: [third?.id, 'need_nonsense', 'x'] })).toEqual({ retried: 1 });
    await eventually(async () =>
      expect((await failures('?tenant=one'))[0]).toMatchObject({ type: 'third', state: 'retrying', attempts: 1 }),
    );
    expect(await auditOf(one)).toEqual([
      { actor: 'operator', action: 'failures.retried', subject: 'one', after: { needs: 1 } },
    ]);
    expect(await auditOf(other)).toEqual([]);
  });

  it('are resolved after the cause is removed, and no longer listed', async () => {
    await setAside('poison 1');
    await setAside('poison 2');
    await setAside('poison 3');
    await cure();
    expect(await retry({ tenant: 'other' })).toEqual({ retried: 1 });
    await eventually(async () =>
      expect(await needsOf(other)).toEqual([{ topic: 'poison 2', recommendation: 'author_one', attempts: 0 }]),
    );
    expect((await failures()).map(({ type, state }) => [type, state])).toEqual([
      ['third', 'set_aside'],
      ['first', 'set_aside'],
    ]);
    const [third] = await failures();
    expect(JSON.parse(await edifyd('retry', '--id', third?.id ?? '', '--json'))).toEqual({ needs: 1, jobs: 0 });
    expect(await edifyd('retry', '--tenant', 'one')).toMatch(/^tried again now: needs [12], jobs 0\n$/);
    await eventually(async () => expect(await failures()).toEqual([]));
    expect(await retry({})).toEqual({ retried: 0 });
  });
});

/** A Redis of its own, so that nobody else's workers take the jobs. */
const queues = ['PostgreSQL', ...(redisProgram === null ? [] : ['Redis'])];

describe.each(queues)('failed jobs with %s as the queue', (queue) => {
  let redis: TestRedis | null = null;
  let tenant: TestTenant;
  beforeAll(async () => {
    redis = queue === 'Redis' ? await startRedis() : null;
    engine = await startEngine({ redisUrl: redis?.url ?? null });
    tenant = await engine.createTenant();
  });
  afterAll(async () => {
    await engine.close();
    await redis?.stop();
  });

  const jobs = async (query = ''): Promise<Schemas['FailedJobView'][]> =>
    (await call<{ items: Schemas['FailedJobView'][] }>('GET', `/jobs${query}`)).body.items;

  it('are listed with their tenant and their error, and can be retried', async () => {
    await engine.database.query('alter table course rename to course_away');
    await send(tenant, 'a topic');
    await eventually(async () => expect(await jobs(`?tenant=${tenant.slug}`)).not.toEqual([]));
    const [job] = await jobs();
    expect(job).toEqual({
      kind: 'job',
      queue: 'resolve-needs',
      id: expect.any(String),
      name: 'resolve-needs',
      tenant: tenant.slug,
      attempts: 3,
      error: expect.stringContaining('relation "course" does not exist'),
      failedAt: expect.stringMatching(/Z$/),
    });
    const quiet = await engine.createTenant();
    expect(await jobs(`?tenant=${quiet.slug}`)).toEqual([]);
    expect(await retry({ tenant: quiet.slug }, '/jobs')).toEqual({ retried: 0 });
    expect(await retry({ ids: ['none'] }, '/jobs')).toEqual({ retried: 0 });
    await engine.database.query('alter table course_away rename to course');
    const { retried } = (await retry({ tenant: tenant.slug }, '/jobs')) as { retried: number };
    expect(retried).toBeGreaterThan(0);
    await eventually(async () => expect(await needsOf(tenant)).toMatchObject([{ recommendation: 'author_one' }]));
    await eventually(async () => expect(await jobs()).toEqual([]));
    expect(await auditOf(tenant)).toContainEqual(
      expect.objectContaining({
        actor: 'operator',
        after: { jobs: expect.arrayContaining([{ queue: 'resolve-needs', id: job?.id }]) },
      }),
    );
  });
});

(redisProgram === null ? describe.skip : describe)('failed jobs, while Redis is away', () => {
  it('get a 503 within seconds', async () => {
    const redis = await startRedis();
    engine = await startEngine({ redisUrl: redis.url });
    await redis.stop();
    try {
      const answers = await Promise.all([
        call<{ code: string }>('GET', '/jobs'),
        call<{ code: string }>('POST', '/jobs/retry', {}),
      ]);
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
        [503, 'queue_unavailable'],
        [503, 'queue_unavailable'],
      ]);
    } finally {
      await redis.start();
      await engine.close();
      await redis.stop();
    }
  });
});
