import { type TenantTransaction, ids } from '#platform/database';
import type { RowOutcome } from '../import/import-tally.js';
import { siteKey } from '../names/name-key.js';
import { timeOf } from '../workers/time-of.js';

/** A step as it is told: the worker, a UUID, is known and locked. */
export interface ToldStep {
  readonly workerId: string;
  readonly step: string;
  /** ISO 8601; null: still to be done; left out: as it is. */
  readonly doneAt?: string | null | undefined;
}

/** What became of a step that was told. */
export interface StoredStep {
  readonly id: string;
  readonly outcome: Exclude<RowOutcome, 'refused'>;
}

/** Adds or updates a set of steps, as if one was told after the other. @returns what became of each, in their order */
export async function storeSteps(tx: TenantTransaction, told: readonly ToldStep[]): Promise<StoredStep[]> {
  const rows = told.map((one) => ({
    ...one,
    id: ids.next(),
    stepKey: siteKey(one.step),
    doneAt: timeOf(one.doneAt ?? null),
    isDoneTold: one.doneAt !== undefined,
  }));
  const last = [...new Map(rows.map((row) => [`${row.workerId} ${row.stepKey}`, row])).values()];
  const known = await tx.execute<Array<{ key: string; id: string; done_at: string | null }>>(KNOWN, [
    JSON.stringify(last),
    tx.tenantId,
  ]);
  const states = new Map(known.map(({ key, id, done_at: doneAt }) => [key, { id, doneAt: timeOf(doneAt) }]));
  const stored = rows.map(({ id, workerId, stepKey, doneAt, isDoneTold }): StoredStep => {
    const key = `${workerId} ${stepKey}`;
    const before = states.get(key);
    if (before !== undefined && (!isDoneTold || before.doneAt === doneAt))
      return { id: before.id, outcome: 'unchanged' };
    states.set(key, { id: before?.id ?? id, doneAt });
    return { id: before?.id ?? id, outcome: before === undefined ? 'created' : 'updated' };
  });
  const changed = last.flatMap(({ workerId, step, stepKey }) => {
    const state = states.get(`${workerId} ${stepKey}`);
    return state === undefined ? [] : [{ ...state, workerId, step, stepKey }];
  });
  await tx.execute(STORE, [tx.tenantId, JSON.stringify(changed)]);
  return stored;
}

const KNOWN = `
  select told."workerId" || ' ' || told."stepKey" as key, onboarding_step.id, onboarding_step.done_at
  from jsonb_to_recordset(?::jsonb) as told ("workerId" uuid, "stepKey" text)
  join onboarding_step on onboarding_step.tenant_id = ? and onboarding_step.worker_id = told."workerId" and onboarding_step.step_key = told."stepKey"`;

const STORE = `
  insert into onboarding_step (tenant_id, id, worker_id, step, step_key, done_at)
  select ?::uuid, id, "workerId", step, "stepKey", "doneAt"
  from jsonb_to_recordset(?::jsonb) as told (id uuid, "workerId" uuid, step text, "stepKey" text, "doneAt" timestamptz)
  on conflict (tenant_id, id) do update set done_at = excluded.done_at, version = onboarding_step.version + 1, updated_at = now()
  where onboarding_step.done_at is distinct from excluded.done_at`;
