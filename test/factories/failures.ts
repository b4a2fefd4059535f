import type { Schemas } from '#client';
import type { SharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { sendSignal } from './signals.js';

/** Calls the failures of the operator API. @param path below `/failures` */
export async function callFailures<T>(
  engine: SharedEngine,
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; body: T }> {
  const response = await engine.operator(method, `/failures${path}`, body);
  return { status: response.status, body: (await response.json()) as T };
}

/** A page of failed needs. */
export async function failedNeeds(engine: SharedEngine, query: string): Promise<Schemas['FailedNeedPage']> {
  return (await callFailures<Schemas['FailedNeedPage']>(engine, 'GET', query)).body;
}

/**
 * Sends a signal whose need cannot be resolved, and waits until that has failed. It is not tried again before a test
 * asks for it.
 * @param type which no other need has
 * @returns in how many milliseconds the need was to be tried again
 */
export async function failNeed(engine: SharedEngine, tenant: TestTenant, topic: string, type: string): Promise<number> {
  await sendSignal(tenant, { site: 'S', topic }, type);
  const failed = await eventually(async () => {
    const found = (await failedNeeds(engine, '')).items.find((one) => one.type === type);
    if (found === undefined) throw new Error(`${topic} has not failed`);
    return found;
  });
  await engine.database.query(`update need set unresolved_since = now() + interval '1 hour' where type = $1`, [type]);
  return Date.parse(failed.nextTryAt ?? '') - Date.parse(failed.failedAt);
}

/** Stores needs of the type `bulk` whose resolution has failed, each a second earlier. */
export async function addFailedNeeds(engine: SharedEngine, tenant: TestTenant, count: number): Promise<void> {
  await engine.database.query(
    `insert into need (tenant_id, id, dedupe_key, type, severity, audience_kind, first_seen_at, last_seen_at,
       resolution_error, resolution_failed_at)
     select $1, gen_random_uuid(), 'bulk ' || n, 'bulk', 2, 'cohort', now(), now(), 'planted', now() - n * interval '1 s'
     from generate_series(1, $2) as n`,
    [tenant.id, count],
  );
}

/** Sets the needs of a topic aside, as after eight attempts. */
export async function setAside(engine: SharedEngine, topic: string): Promise<void> {
  await engine.database.query(
    'update need set set_aside_at = now(), unresolved_since = null, resolution_attempts = 8 where topic = $1',
    [topic],
  );
}

/** Tries failed needs again, or what the path names. @returns the answer */
export async function retryFailures(engine: SharedEngine, body: object, path = ''): Promise<unknown> {
  return (await callFailures(engine, 'POST', `${path}/retry`, body)).body;
}

/** The needs of a tenant by their topics. */
export function attemptsOfNeeds(
  engine: SharedEngine,
  tenant: TestTenant,
): Promise<Array<{ topic: string; recommendation: string; attempts: number }>> {
  return engine.database.query(
    `select topic, recommendation, resolution_attempts as attempts from need where tenant_id = $1 order by topic`,
    [tenant.id],
  );
}

/** What the audit log of a tenant has about retries. */
export function auditOfRetries(engine: SharedEngine, tenant: TestTenant): Promise<object[]> {
  return engine.database.query(
    `select actor, action, subject_id as subject, after from audit_entry
      where action = 'failures.retried' and tenant_id = $1 order by id`,
    [tenant.id],
  );
}
