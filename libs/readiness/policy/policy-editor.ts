import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { moveDirectoryDays } from '#directory';
import { moveDueDays } from '#needs';
import { Database, RequestScope, type TenantTransaction, notifyChange } from '#platform/database';
import { demandVersion } from '#platform/http';
import { audit, changeTimeZone, timeZone as timeZoneOf } from '#tenancy';
import { FactChanges } from '../marks/fact-changes.js';
import { POLICY_KINDS, type PolicyKind, type Severity } from '../rule/kinds.js';
import type { ReadinessPolicyBody, ReadinessPolicyView, SeveritiesBody } from './policy.dto.js';
import { DEFAULT_SEVERITIES, type Policy, readPolicy } from './read-policy.js';
import { ReadinessPolicy } from './readiness-policy.entity.js';

/** Reads and changes how the tenant judges readiness. */
@Injectable()
export class PolicyEditor {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly changes: FactChanges,
  ) {}

  read(): Promise<ReadinessPolicyView> {
    return this.database.inTenant(async (tx) => viewOf(await readPolicy(tx)));
  }

  /** A body that changes nothing leaves the version as it is. @throws Stale, Invalid */
  replace(body: ReadinessPolicyBody, ifMatch: string | null): Promise<ReadinessPolicyView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      await lockPolicy(tx);
      const before = await readPolicy(tx);
      demandVersion(ifMatch, before.version);
      const after = changed(before, body);
      if (isSame(before, after)) return viewOf(before);
      await store(tx, after);
      if (after.timeZone !== before.timeZone) await moveToTimeZone(tx, after.timeZone);
      audit(tx, {
        actor,
        action: 'readiness_policy.replaced',
        subject: { kind: 'readiness_policy', id: 'readiness_policy' },
        before: viewOf(before),
        after: viewOf(after),
      });
      await this.changes.everybody(tx);
      // Clients show days and marks by the policy, also those of people whose readiness stays the same.
      await notifyChange(tx, { tenantId: tx.tenantId, kind: 'readiness', action: 'changed', ids: null });
      return viewOf(after);
    });
  }
}

/** A tenant that has no row gets one, so that there is something to lock. */
async function lockPolicy(tx: TenantTransaction): Promise<void> {
  const { tenantId } = tx;
  const { expiringWithinDays } = await readPolicy(tx);
  await tx
    .createQueryBuilder(ReadinessPolicy)
    .insert({ tenantId, expiringWithinDays, severities: {}, version: 0 })
    .onConflict()
    .ignore()
    .execute();
  await tx.findOneOrFail(ReadinessPolicy, { tenantId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

function changed(before: Policy, { timeZone, expiringWithinDays, severities = {} }: ReadinessPolicyBody): Policy {
  return {
    timeZone: timeZone ?? before.timeZone,
    expiringWithinDays: expiringWithinDays ?? before.expiringWithinDays,
    severities: { ...before.severities, ...given(severities) },
    version: before.version + 1,
  };
}

/** The validators accept only 1 to 4. */
function given(severities: SeveritiesBody): Partial<Record<PolicyKind, Severity>> {
  return Object.fromEntries(Object.entries(severities).filter(([, severity]) => severity !== undefined));
}

function isSame(one: Policy, other: Policy): boolean {
  return (
    one.timeZone === other.timeZone &&
    one.expiringWithinDays === other.expiringWithinDays &&
    POLICY_KINDS.every((kind) => one.severities[kind] === other.severities[kind])
  );
}

async function store(tx: TenantTransaction, { expiringWithinDays, severities, version }: Policy): Promise<void> {
  const differing = POLICY_KINDS.filter((kind) => severities[kind] !== DEFAULT_SEVERITIES[kind]);
  await tx.nativeUpdate(
    ReadinessPolicy,
    { tenantId: tx.tenantId },
    {
      expiringWithinDays,
      severities: Object.fromEntries(differing.map((kind) => [kind, severities[kind]])),
      version,
      updatedAt: sql.now(),
    },
  );
}

/** Days that were given before are days of the new time zone. A tenant may have a million needs with such days. */
async function moveToTimeZone(tx: TenantTransaction, name: string): Promise<void> {
  await tx.execute(sql`select set_config('statement_timeout', '0', true)`);
  await changeTimeZone(tx, name);
  await moveDirectoryDays(tx);
  await moveDueDays(tx);
  await tx.execute(sql`
    update waiver set until = end_of_day(until_on, ${timeZoneOf(tx.tenantId)})
    where tenant_id = ${tx.tenantId} and until_on is not null`);
}

function viewOf({ timeZone, expiringWithinDays, severities, version }: Policy): ReadinessPolicyView {
  return { timeZone, expiringWithinDays, severities: { ...severities }, version };
}
