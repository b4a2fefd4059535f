import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signal } from '../factories/signals.js';
import { redisUrl } from '../harness/database.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { httpCall } from '../harness/http-call.js';
import type { TestTenant } from '../harness/tenant.js';

const event = (externalWorkerId: string): object =>
  signal({ external_worker_id: externalWorkerId, topic: 'Forklift safety' });

/** A row of the table of metrics. */
const DOCUMENTED = /^\| `(readiness_\w+)` \| (counter|gauge|histogram)/gm;

/** The value of one line of the metrics, 0 if there is none. */
function read(text: string, line: string): number {
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  return Number(found?.slice(line.length + 1) ?? 0);
}

/** The value of a line of the metrics as they are now. */
const readNow = async (engine: TestEngine, line: string): Promise<number> => read(await engine.readMetrics(), line);
/** The line that counts the requests of a route. */
const requestsOf = (method: string, route: string): string =>
  `readiness_http_duration_seconds_count{method="${method}",route="${route}",status="2xx"}`;
/** Has the database refuse every resolution with this SQLSTATE. */
async function refuseResolutions({ database }: TestEngine, sqlState = 'P0001'): Promise<void> {
  await database.query(
    `create or replace function refuse() returns trigger language plpgsql as $$ begin
      if new.resolved_at is distinct from old.resolved_at then raise exception using errcode = '${sqlState}',
      message = 'planted'; end if; return new; end $$;
     create or replace trigger refuse before update on need for each row execute function refuse()`,
  );
}

describe.each([['PostgreSQL', null], ...(redisUrl === null ? [] : [['Redis', redisUrl] as const])])(
  'the metrics, with %s as queue',
  (_queue, redis) => {
    let engine: TestEngine;
    let tenant: TestTenant;
    const metrics = () => engine.readMetrics();

    beforeAll(async () => {
      engine = await startEngine({ redisUrl: redis });
      tenant = await engine.createTenant();
    });
    afterAll(() => engine.close());

    it('follow a data point from the webhook to the resolved need, by tenant', async () => {
      const { slug } = tenant;
      await tenant.send(event('W-1'));
      await tenant.send(event('W-1'));
      await tenant.sendRaw('{}', { 'x-edifyd-signature': 'ab'.repeat(32) });
      await tenant.send({ event: 'signal' });
      await tenant.resolvedNeeds();
      const resolved = `readiness_needs_resolved_total{tenant="${slug}",recommendation="author_one"}`;
      await eventually(async () => expect(await readNow(engine, resolved)).toBe(1));
      const text = await metrics();
      for (const outcome of ['created', 'joined'])
        expect(read(text, `readiness_signals_accepted_total{tenant="${slug}",outcome="${outcome}"}`)).toBe(1);
      for (const code of ['bad_signature', 'invalid_event'])
        expect(read(text, `readiness_webhook_refused_total{tenant="${slug}",code="${code}"}`)).toBe(1);
      expect(read(text, 'readiness_time_to_resolve_seconds_count')).toBeGreaterThan(0);
      expect(read(text, 'readiness_time_to_resolve_seconds_sum')).toBeGreaterThan(0);
      expect(read(text, 'readiness_record_batch_signals_sum')).toBeGreaterThanOrEqual(2);
      expect(read(text, 'readiness_webhook_duration_seconds_count')).toBeGreaterThanOrEqual(4);
      expect(read(text, 'readiness_webhook_duration_seconds_sum')).toBeGreaterThan(0);
    });

    it('show the responses by route instead of URL, and the resources of the process', async () => {
      await tenant.admin('GET', '/needs/need_01hzzzzzzzzzzzzzzzzzzzzzzz?q=secret');
      const text = await metrics();
      expect(read(text, requestsOf('GET', '/engine/v1/admin/needs'))).toBeGreaterThan(0);
      expect(read(text, requestsOf('POST', '/engine/v1/operator/tenants'))).toBeGreaterThan(0);
      expect(text).not.toContain('secret');
      expect(read(text, 'process_resident_memory_bytes')).toBeGreaterThan(0);
      expect(text).toMatch(/^readiness_database_connections\{state="idle"\} \d+$/m);
      expect(text).toMatch(/^readiness_database_waiting \d+$/m);
    });

    it('have no labels with names that a caller invented', async () => {
      await httpCall('POST', `${engine.url}/engine/v1/integration/made-up-name/webhook`, { body: '{}' });
      const text = await metrics();
      expect(text).not.toContain('made-up-name');
      expect(read(text, 'readiness_webhook_refused_total{tenant="unknown",code="bad_signature"}')).toBeGreaterThan(0);
    });

    it('are those of the table in docs/operations.md, and no others', async () => {
      const rows = (await readFile('docs/operations.md', 'utf8')).matchAll(DOCUMENTED);
      const documented = [...rows].map(([, name, kind]) => `${name} ${kind}`);
      const served = [...(await metrics()).matchAll(/^# TYPE (readiness_\w+ \w+)$/gm)].flatMap(([, type = '']) => type);
      expect(served.toSorted()).toEqual(documented.toSorted());
    });

    it('show the queue and its states', async () => {
      expect(await metrics()).toMatch(/^readiness_queue_depth\{queue="resolve-needs",state="waiting"\} \d+$/m);
      expect(await metrics()).toMatch(/^readiness_queue_depth\{queue="resolve-needs",state="failed"\} 0$/m);
    });
  },
);

describe('needs in the metrics', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.close());

  it('that wait are counted by age over all tenants', async () => {
    const tenants = [await engine.createTenant(), await engine.createTenant()];
    for (const tenant of tenants) for (let worker = 0; worker < 10; worker++) await tenant.send(event(`W-${worker}`));
    for (const tenant of tenants) await tenant.resolvedNeeds();
    // Due needs are resolved at once if the workers run: PostgreSQL refuses their resolutions, which makes the backlog.
    await refuseResolutions(engine);
    const ages = ['5 seconds', '5 minutes', '30 minutes', '3 hours'];
    // Of each tenant one is of the first age, two of the second, and so on.
    const workers = ages.flatMap((interval, index) => Array.from({ length: index + 1 }, () => interval));
    const age = 'update need set unresolved_since = now() - $1::interval where external_worker_id = $2';
    for (const [worker, interval] of workers.entries()) await engine.database.query(age, [interval, `W-${worker}`]);
    const text = await engine.readMetrics();
    const shown = ['<1m', '1m-10m', '10m-1h', '>1h'].map((range) =>
      read(text, `readiness_needs_unresolved{age="${range}"}`),
    );
    expect(shown).toEqual([2, 4, 6, 8]);
    await engine.database.query('drop trigger refuse on need');
    await engine.database.query('update need set unresolved_since = null');
  });

  it('that are retried because of the need itself are counted as failures', async () => {
    await refuseResolutions(engine, '22023');
    const tenant = await engine.createTenant();
    await tenant.send(event('W-1'));
    const failed = `readiness_needs_failed_total{tenant="${tenant.slug}",outcome="tried_again"}`;
    for (const line of [failed, 'readiness_needs_failing{state="tried_again"}'])
      await eventually(async () => expect(await readNow(engine, line)).toBe(1));
    expect(await readNow(engine, 'readiness_needs_failing{state="set_aside"}')).toBe(0);
  });

  it('whose job fails for another reason are counted as failures of the job', async () => {
    const failures = 'readiness_job_failures_total{queue="resolve-needs"}';
    const before = await readNow(engine, failures);
    expect(await engine.readMetrics()).toContain(`\n${failures} ${before}\n`);
    await refuseResolutions(engine);
    await (await engine.createTenant()).send(event('W-2'));
    await eventually(async () => expect(await readNow(engine, failures)).toBeGreaterThan(before));
  });
});
