import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, ids } from '#platform/database';
import type { RowOutcome } from '../import/import-tally.js';
import { nameKeyOf } from '../names/name-key.js';
import { normalizeTime } from '../workers/normalize-time.js';

/** A step to be added or updated; its worker exists and is locked. */
export interface GivenStep {
  /** UUID. */
  readonly workerId: string;
  readonly step: string;
  /** ISO 8601; null: not done yet; undefined: unchanged. */
  readonly doneAt?: string | null | undefined;
}

/** The outcome of storing one step. */
export interface StoredStep {
  readonly id: string;
  readonly outcome: Exclude<RowOutcome, 'refused'>;
}

/**
 * Adds or updates a set of steps, with the result of storing one after the other. @returns the outcome of each, in
 * their order
 */
export async function storeSteps(tx: TenantTransaction, steps: readonly GivenStep[]): Promise<StoredStep[]> {
  const rows = steps.map((given) => ({
    ...given,
    id: ids.next(),
    stepKey: nameKeyOf(given.step),
    doneAt: normalizeTime(given.doneAt ?? null),
    isDoneGiven: given.doneAt !== undefined,
  }));
  const last = [...new Map(rows.map((row) => [`${row.workerId} ${row.stepKey}`, row])).values()];
  const known = await tx.execute<Array<{ key: string; id: string; done_at: string | null }>>(sql`
    select given."workerId" || ' ' || given."stepKey" as key, onboarding_step.id, onboarding_step.done_at
    from jsonb_to_recordset(${JSON.stringify(last)}::jsonb) as given ("workerId" uuid, "stepKey" text)
    join onboarding_step on onboarding_step.tenant_id = ${tx.tenantId}
      and onboarding_step.worker_id = given."workerId" and onboarding_step.step_key = given."stepKey"`);
  const states = new Map(known.map(({ key, id, done_at: doneAt }) => [key, { id, doneAt: normalizeTime(doneAt) }]));
  const stored = rows.map(({ id, workerId, stepKey, doneAt, isDoneGiven }): StoredStep => {
    const key = `${workerId} ${stepKey}`;
    const before = states.get(key);
    if (before !== undefined && (!isDoneGiven || before.doneAt === doneAt))
      return { id: before.id, outcome: 'unchanged' };
    states.set(key, { id: before?.id ?? id, doneAt });
    return { id: before?.id ?? id, outcome: before === undefined ? 'created' : 'updated' };
  });
  const changed = last.flatMap(({ workerId, step, stepKey }) => {
    const state = states.get(`${workerId} ${stepKey}`);
    return state === undefined ? [] : [{ ...state, workerId, step, stepKey }];
  });
  await tx.execute(sql`
    insert into onboarding_step (tenant_id, id, worker_id, step, step_key, done_at)
    select ${tx.tenantId}::uuid, id, "workerId", step, "stepKey", "doneAt"
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as given (id uuid, "workerId" uuid, step text, "stepKey" text, "doneAt" timestamptz)
    on conflict (tenant_id, id) do update set done_at = excluded.done_at, version = onboarding_step.version + 1, updated_at = now()
    where onboarding_step.done_at is distinct from excluded.done_at`);
  return stored;
}
