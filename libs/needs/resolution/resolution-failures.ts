import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, anyTenant } from '#platform/database';
import { messageOf } from '#platform/thrown';

/** A need whose resolution failed, with the error. */
export interface Failure {
  readonly id: string;
  readonly error: string;
}

/** Number of attempts, after 0, 5, 10, 20 … 320 s: about ten minutes, longer than most transient failures. */
const MAX_ATTEMPTS = 8;
const FIRST_WAIT_SECONDS = 5;

/** The maximum length of a stored error message. */
const MAX_ERROR_LENGTH = 500;

/** Schedules an immediate retry of a need, with all its attempts. It keeps its error until it is resolved. */
export const TRIED_AGAIN = { unresolvedSince: sql`now()`, setAsideAt: null, resolutionAttempts: 0 };

/**
 * The failure to store for an error in the resolution of a need. Its message may quote any text, and PostgreSQL stores
 * neither NUL nor lone surrogates.
 */
export function failureOf(id: string, error: unknown): Failure {
  return { id, error: messageOf(error).replaceAll('\0', '').slice(0, MAX_ERROR_LENGTH).toWellFormed() };
}

/**
 * Stores failed resolutions and schedules the next attempt of each need; the wait doubles with every attempt. After the
 * last one the need is set aside. It is retried when a change of the directory or the library affects it, or by a
 * person. Then it has all its attempts again.
 * @returns the ids of the needs that are now set aside
 */
export async function storeFailures(tx: TenantTransaction, failures: readonly Failure[]): Promise<string[]> {
  const rows = await tx.execute<Array<{ id: string; isSetAside: boolean }>>(
    sql`update need set resolution_attempts = tried.attempts, resolution_error = tried.error,
       -- Milliseconds, as a cursor has them.
       resolution_failed_at = date_trunc('milliseconds', now()),
       set_aside_at = case when tried.attempts >= ${MAX_ATTEMPTS} then now() end,
       unresolved_since = case
         when tried.attempts < ${MAX_ATTEMPTS} then now() + ${FIRST_WAIT_SECONDS} * interval '1 second' * power(2,
         tried.attempts - 1) end
     from (
       select failure.id, failure.error, case when known.set_aside_at is null then known.resolution_attempts + 1
         else 1 end as attempts
       from jsonb_to_recordset(${JSON.stringify(failures)}::jsonb) as failure (id uuid, error text)
       join need as known on known.tenant_id = ${anyTenant(tx.tenantId)} and known.id = failure.id
     ) as tried
     where need.tenant_id = ${anyTenant(tx.tenantId)} and need.id = tried.id
     returning need.id, need.set_aside_at is not null as "isSetAside"`,
  );
  return rows.flatMap(({ id, isSetAside }) => (isSetAside ? [id] : []));
}
