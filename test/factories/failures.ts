import type { SharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

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
