import { sql } from '@mikro-orm/postgresql';
import { type OfTenant, type TenantTransaction, type Transaction, isOneOf } from '#platform/database';
import type { PolicyKind, Severity } from '../rule/kinds.js';

/** How a tenant judges readiness. */
export interface Policy {
  /** IANA name of the time zone in which the tenant's days begin and end. */
  readonly timeZone: string;
  readonly expiringWithinDays: number;
  readonly severities: Readonly<Record<PolicyKind, Severity>>;
  /** 0: never saved. */
  readonly version: number;
}

export const DEFAULT_SEVERITIES: Readonly<Record<PolicyKind, Severity>> = {
  credential_expired: 4,
  credential_expiring: 3,
  credential_missing: 4,
  training_missing: 3,
  onboarding_open: 3,
  assignment_overdue: 3,
};

const DEFAULT_EXPIRING_WITHIN_DAYS = 30;

interface PolicyRow extends OfTenant {
  readonly timeZone: string;
  readonly expiringWithinDays: number | null;
  readonly severities: Partial<Record<PolicyKind, Severity>> | null;
  readonly version: number | null;
}

export async function readPolicy(tx: TenantTransaction): Promise<Policy> {
  const policies = await readPolicies(tx, [tx.tenantId]);
  return policies.get(tx.tenantId) ?? policyOf(undefined);
}

/** The policy of each of these tenants. */
export async function readPolicies(tx: Transaction, tenantIds: readonly string[]): Promise<Map<string, Policy>> {
  const rows = await tx.execute<PolicyRow[]>(sql`
    select tenant.id as "tenantId", time_zone as "timeZone", expiring_within_days as "expiringWithinDays", severities,
      version
    from tenant left join readiness_policy on readiness_policy.tenant_id = tenant.id
    where ${isOneOf(sql`tenant.id`, tenantIds)}`);
  return new Map(rows.map((row) => [row.tenantId, policyOf(row)]));
}

function policyOf(row: PolicyRow | undefined): Policy {
  return {
    timeZone: row?.timeZone ?? 'UTC',
    expiringWithinDays: row?.expiringWithinDays ?? DEFAULT_EXPIRING_WITHIN_DAYS,
    severities: { ...DEFAULT_SEVERITIES, ...row?.severities },
    version: row?.version ?? 0,
  };
}
