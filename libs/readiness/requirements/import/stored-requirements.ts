import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, ids } from '#platform/database';
import type { AudienceColumns, RequiredColumns } from '../requirement-names.js';

/** What names a requirement: whom it is for, and what is required. */
export type RequirementKey = AudienceColumns & RequiredColumns;

/** What an import sets of a requirement. The two statements of this file read and write each of them. */
export interface RequirementTerms {
  readonly severity: number | null;
  readonly validDays: number | null;
  readonly graceDays: number;
  readonly fromDay: string | null;
}

/** The columns of a requirement that an import writes. */
export interface StoredRequirement extends RequirementKey, RequirementTerms {
  readonly id: string;
}

const DEFAULT_TERMS: RequirementTerms = { severity: null, validDays: null, graceDays: 0, fromDay: null };

export function hasSameTerms(one: RequirementTerms, other: RequirementTerms): boolean {
  return JSON.stringify(termsOf(one)) === JSON.stringify(termsOf(other));
}

function termsOf({ severity, validDays, graceDays, fromDay }: RequirementTerms): RequirementTerms {
  return { severity, validDays, graceDays, fromDay };
}

export function keyOf({ audienceKind, audienceId, roleKey, credentialKey, courseId }: RequirementKey): string {
  return JSON.stringify([audienceKind, audienceId ?? null, roleKey ?? null, credentialKey ?? null, courseId ?? null]);
}

export function newRequirement({
  audienceKind,
  audienceId,
  role,
  roleKey,
  credential,
  credentialKey,
  courseId,
}: RequirementKey): StoredRequirement {
  const key = { audienceKind, audienceId, role, roleKey, credential, credentialKey, courseId };
  return { id: ids.next(), ...key, ...DEFAULT_TERMS };
}

/** The requirements of the tenant by their keys. */
export async function readStored(tx: TenantTransaction): Promise<Map<string, StoredRequirement>> {
  const rows = await tx.execute<StoredRequirement[]>(sql`
    select id, audience_kind as "audienceKind", audience_id as "audienceId", role, role_key as "roleKey", credential,
      credential_key as "credentialKey", course_id as "courseId", severity, valid_days as "validDays",
      grace_days as "graceDays", from_day::text as "fromDay"
    from requirement where tenant_id = ${tx.tenantId}`);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** @param requirements each with a key of its own */
export async function storeRequirements(
  tx: TenantTransaction,
  requirements: readonly StoredRequirement[],
): Promise<void> {
  if (requirements.length === 0) return;
  await tx.execute(sql`
    insert into requirement (tenant_id, id, audience_kind, audience_id, role, role_key, credential, credential_key,
      course_id, severity, valid_days, grace_days, from_day)
    select ${tx.tenantId}::uuid, id, "audienceKind", "audienceId", role, "roleKey", credential, "credentialKey",
      "courseId", severity, "validDays", "graceDays", "fromDay"
    from jsonb_to_recordset(${JSON.stringify(requirements)}::jsonb) as given (id uuid, "audienceKind" text,
      "audienceId" uuid, role text, "roleKey" text, credential text, "credentialKey" text, "courseId" uuid,
      severity smallint, "validDays" integer, "graceDays" integer, "fromDay" date)
    on conflict (tenant_id, audience_kind, audience_id, role_key, credential_key, course_id) do update
    set severity = excluded.severity, valid_days = excluded.valid_days, grace_days = excluded.grace_days,
      from_day = excluded.from_day, version = requirement.version + 1, updated_at = now()`);
}
