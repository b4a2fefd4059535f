import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, anyTenant } from '#platform/database';

/** Longer than any attempt takes. If a worker dies, its deliveries are attempted again after this time. */
const CLAIM_TIME = sql`interval '60 seconds'`;

/** An endpoint with deliveries that are due. */
export interface DueEndpoint {
  readonly id: string;
  readonly url: string;
  readonly sealed: Uint8Array;
  /** The previous secret, while it still signs. */
  readonly sealedBefore: Uint8Array | null;
  readonly isFailing: boolean;
}

/** A delivery claimed for one attempt. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly messageId: string;
  readonly subjectId: string | null;
  readonly body: string;
  /** Including this one. */
  readonly attempts: number;
  /** When it was due before it was claimed: PostgreSQL's text. */
  readonly dueAt: string;
}

/** The enabled endpoints of the tenant with due deliveries, without those that pause; none of a suspended tenant. */
export function dueEndpoints(tx: TenantTransaction): Promise<DueEndpoint[]> {
  return tx.execute<DueEndpoint[]>(
    sql`select id, url, sealed, case when before_ends_at > now() then sealed_before end as "sealedBefore",
      failing_since is not null as "isFailing"
     from webhook_endpoint endpoint where tenant_id = ${tx.tenantId} and status = 'enabled'
       and coalesce(rests_until <= now(), true)
       and exists (select from tenant where id = ${tx.tenantId} and status = 'active')
       and exists (select from webhook_delivery where tenant_id = endpoint.tenant_id and endpoint_id = endpoint.id
           and status = 'pending' and due_at <= now())`,
  );
}

/** Claims the next deliveries of an enabled endpoint for one attempt each, in the order of their events. */
export function claimDeliveries(tx: TenantTransaction, endpointId: string, limit: number): Promise<ClaimedDelivery[]> {
  return tx.execute<ClaimedDelivery[]>(
    sql`with due as materialized (
       select id, due_at from webhook_delivery where tenant_id = ${tx.tenantId} and endpoint_id = ${endpointId}
         and status = 'pending' and due_at <= now() and exists (
           select from webhook_endpoint where tenant_id = ${tx.tenantId} and id = ${endpointId} and status = 'enabled'
         )
       order by due_at, position limit ${limit} for update skip locked
     ), claimed as (
       update webhook_delivery delivery set attempts = attempts + 1, due_at = now() + ${CLAIM_TIME} from due
       where delivery.tenant_id = ${tx.tenantId} and delivery.id = due.id
       returning delivery.id, delivery.message_id, delivery.position, delivery.attempts, due.due_at
     )
     select claimed.id, claimed.message_id as "messageId", message.subject_id as "subjectId", message.body,
       claimed.attempts, claimed.due_at as "dueAt"
     from claimed join webhook_message message
       on message.tenant_id = ${anyTenant(tx.tenantId)} and message.id = claimed.message_id
     order by claimed.position`,
  );
}
