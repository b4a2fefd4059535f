import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, anyTenant, ids, isoDayOrTime } from '#platform/database';
import { type DateText, dateColumns, normalizeDayOrTime, nameKeyOf } from '#platform/text';
import { timeZone } from '#tenancy';
import type { RowOutcome } from '../import/import-tally.js';

/** A step to be added or updated; its worker exists and is locked. */
export interface GivenStep {
  /** UUID. */
  readonly workerId: string;
  readonly step: string;
  /** A day or a time; null: not done yet; undefined: unchanged. */
  readonly doneAt?: DateText | null | undefined;
}

/** The outcome of storing one step. */
export interface StoredStep {
  readonly id: string;
  readonly outcome: Exclude<RowOutcome, 'refused'>;
}

/** The stored state of a step. */
interface StepState {
  readonly id: string;
  readonly doneAt: DateText | null;
}

interface KeyedStep {
  /** UUID. */
  readonly workerId: string;
  readonly step: string;
  readonly stepKey: string;
}

/** Identifies a step of the tenant: a worker has one of a name. */
const keyOf = ({ workerId, stepKey }: KeyedStep): string => `${workerId} ${stepKey}`;

/**
 * Adds or updates a set of steps, with the result of storing one after the other. The caller keeps the time zone.
 * @returns the outcome of each, in their order
 */
export async function storeSteps(tx: TenantTransaction, steps: readonly GivenStep[]): Promise<StoredStep[]> {
  const rows = steps.map((given) => ({
    ...given,
    id: ids.next(),
    stepKey: nameKeyOf(given.step),
    doneAt: normalizeDayOrTime(given.doneAt ?? null),
    isDoneGiven: given.doneAt !== undefined,
  }));
  const last = [...new Map(rows.map((row) => [keyOf(row), row])).values()];
  const states = await readStates(tx, last);
  const stored = rows.map(({ id, doneAt, isDoneGiven, ...row }): StoredStep => {
    const key = keyOf(row);
    const before = states.get(key);
    if (before !== undefined && (!isDoneGiven || before.doneAt === doneAt))
      return { id: before.id, outcome: 'unchanged' };
    states.set(key, { id: before?.id ?? id, doneAt });
    return { id: before?.id ?? id, outcome: before === undefined ? 'created' : 'updated' };
  });
  await writeStates(tx, last, states);
  return stored;
}

/** The states of the steps that are stored already, by `keyOf`. */
async function readStates(tx: TenantTransaction, steps: readonly KeyedStep[]): Promise<Map<string, StepState>> {
  const known = await tx.execute<Array<{ key: string; id: string; doneOn: string | null; doneAt: string | null }>>(sql`
    select given."workerId" || ' ' || given."stepKey" as key, onboarding_step.id,
      onboarding_step.done_on::text as "doneOn", onboarding_step.done_at as "doneAt"
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as given ("workerId" uuid, "stepKey" text)
    join onboarding_step on onboarding_step.tenant_id = ${anyTenant(tx.tenantId)}
      and onboarding_step.worker_id = given."workerId" and onboarding_step.step_key = given."stepKey"`);
  return new Map(known.map(({ key, id, doneOn, doneAt }) => [key, { id, doneAt: isoDayOrTime(doneOn, doneAt) }]));
}

/** Inserts the new steps, and updates those whose state differs from the stored one. */
async function writeStates(
  tx: TenantTransaction,
  steps: readonly KeyedStep[],
  states: ReadonlyMap<string, StepState>,
): Promise<void> {
  const changed = steps.flatMap(({ workerId, step, stepKey }) => {
    const state = states.get(keyOf({ workerId, step, stepKey }));
    return state === undefined ? [] : [{ id: state.id, ...dateColumns(state.doneAt), workerId, step, stepKey }];
  });
  await tx.execute(sql`
    insert into onboarding_step (tenant_id, id, worker_id, step, step_key, done_on, done_at)
    select ${tx.tenantId}::uuid, id, "workerId", step, "stepKey", day,
      coalesce(start_of_day(day, ${timeZone(tx.tenantId)}), time)
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as given (id uuid, "workerId" uuid, step text,
        "stepKey" text, day date, time timestamptz)
    on conflict (tenant_id, id) do update set done_on = excluded.done_on, done_at = excluded.done_at,
      version = onboarding_step.version + 1, updated_at = now()
    where (onboarding_step.done_on, onboarding_step.done_at) is distinct from (excluded.done_on, excluded.done_at)`);
}
