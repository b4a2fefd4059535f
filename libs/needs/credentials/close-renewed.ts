import { sql } from '@mikro-orm/postgresql';
import { topicIdentity } from '#catalog';
import {
  type OfTenant,
  type SqlFragment,
  type TenantTransaction,
  type Transaction,
  asOneOf,
  byKey,
  inTenantsOf,
  isoTime,
  sqlArray,
} from '#platform/database';
import { cancelObsolete } from '../assignments/cancel-obsolete.js';
import { moveNeeds } from '../lifecycle/move-needs.js';
import { reopenedAt } from '../lifecycle/reopened-at.js';
import { CLOSED_STATUSES } from '../need.js';
import type { NeedOfTenant } from '../gaps/regroup.js';
import { ABOUT_EXPIRY, satisfies } from './credential-terms.js';
import { requiredCredentials } from './required-credentials.js';

/** The reason in the history of a need that a newer credential has closed. */
export const NEWER_CREDENTIAL = 'newer_credential';

/** Who closes needs, and whether they wait for another transaction that assigns courses in the tenant. */
interface Closing {
  /** For the audit log. */
  readonly actor: string;
  readonly mayWait: boolean;
}

/** As {@link closeRenewed}, of several tenants: few of them have such a need. @throws LockedOut if it may not wait */
export async function closeRenewedOfTenants(
  tx: Transaction,
  needs: readonly NeedOfTenant[],
  closing: Closing,
): Promise<Array<OfTenant & { readonly workerId: string }>> {
  if (needs.length === 0) return [];
  const rows = await tx.execute<Array<OfTenant & { readonly needId: string }>>(heldStatement(needs, TO_CLOSE));
  const cancelled: Array<OfTenant & { readonly workerId: string }> = [];
  for (const [tenantId, ofTenant] of Map.groupBy(rows, (row) => row.tenantId)) {
    const needIds = [...new Set(ofTenant.map(({ needId }) => needId))];
    for (const workerId of await asOneOf(tx, tenantId, (tenantTx) => closeRenewed(tenantTx, needIds, closing)))
      cancelled.push({ tenantId, workerId });
  }
  return cancelled;
}

interface HeldCredential {
  readonly needId: string;
  readonly name: string;
  readonly expiresAt: string | null;
  readonly updatedAt: string;
}

/**
 * Completes needs about something that expires if the worker holds a newer credential for the same topic, and cancels
 * their assignments.
 * @returns the ids of the workers whose assignments were cancelled
 */
async function closeRenewed(
  tx: TenantTransaction,
  needIds: readonly string[],
  { actor, mayWait }: Closing,
): Promise<string[]> {
  const renewed = await renewedNeeds(tx, needIds, TO_CLOSE);
  if (renewed.length === 0) return [];
  await moveNeeds(tx, renewed, { actor, event: 'complete', reason: NEWER_CREDENTIAL });
  await tx.execute(
    sql`update need_person set answered_at = now()
        where tenant_id = ${tx.tenantId} and need_id = any (${sqlArray(renewed)}::uuid[]) and answered_at is null`,
  );
  return cancelObsolete(tx, renewed, { actor, reason: NEWER_CREDENTIAL, mayWait });
}

/** Those of these closed needs of which the worker still holds a newer credential. */
export function stillRenewed(tx: TenantTransaction, needIds: readonly string[]): Promise<string[]> {
  return needIds.length === 0 ? Promise.resolve([]) : renewedNeeds(tx, needIds, sql`true`);
}

async function renewedNeeds(
  tx: TenantTransaction,
  needIds: readonly string[],
  condition: SqlFragment,
): Promise<string[]> {
  const held = Map.groupBy(
    await tx.execute<HeldCredential[]>(
      heldStatement(
        needIds.map((id) => ({ tenantId: tx.tenantId, id })),
        condition,
      ),
    ),
    ({ needId }) => needId,
  );
  if (held.size === 0) return [];
  const demanded = await requiredCredentials(tx, [...held.keys()]);
  return demanded.flatMap(({ needId, identity, ...terms }) => {
    const sameTopic = (held.get(needId) ?? []).filter(({ name }) => topicIdentity(name) === identity);
    return sameTopic.some(({ expiresAt, updatedAt }) =>
      satisfies(
        {
          expiresAt: expiresAt === null ? null : new Date(isoTime(expiresAt)),
          updatedAt: new Date(isoTime(updatedAt)),
        },
        terms,
      ),
    )
      ? [needId]
      : [];
  });
}

/**
 * The condition that a `credential` may close a `need`, which is open. A person who has reopened it knew of those that
 * were stored before.
 */
const TO_CLOSE = sql`need.closed_at is null
  and credential.updated_at >= coalesce(${reopenedAt(CLOSED_STATUSES)}, '-infinity')`;

/** The valid credentials of the workers of those needs that are about something that expires. */
function heldStatement(needs: readonly NeedOfTenant[], condition: SqlFragment): SqlFragment {
  return sql`
  select need.tenant_id as "tenantId", need.id as "needId", credential.name, credential.expires_at as "expiresAt",
    credential.updated_at as "updatedAt"
  from need cross join lateral ${byKey('credential', sql`tenant_id = need.tenant_id and worker_id = need.worker_id`)}
  where credential.superseded_at is null and ${inTenantsOf(sql`need`, needs)}
    and need.topic is not null and ${ABOUT_EXPIRY}
    and (credential.expires_at is null or credential.expires_at > now()) and ${condition}`;
}
