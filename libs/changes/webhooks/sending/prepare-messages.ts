import { sql } from '@mikro-orm/postgresql';
import { shownAssignments, shownNeeds } from '#needs';
import { shownReadiness } from '#readiness';
import { type SqlFragment, type TenantTransaction, anyTenant, isoTime } from '#platform/database';
import { EVENT_TYPES, type EventType } from '../entities/event-types.js';
import { WebhookEndpoint } from '../entities/webhook-endpoint.entity.js';
import { WebhookMessage } from '../entities/webhook-message.entity.js';

/** Messages prepared in one transaction. */
const MESSAGES_PER_TRANSACTION = 500;

interface RecordedEvent {
  readonly id: string;
  readonly type: string;
  readonly subjectId: string;
  readonly at: string;
  /** The last state of a subject that no longer exists. */
  readonly was: object | null;
}

/**
 * Writes the bodies of the next recorded events, with their subjects as they are now, and creates a delivery for each
 * endpoint that subscribed to them. Deletes events without a subscriber or a subject.
 * @returns whether more may be waiting
 */
export async function prepareMessages(tx: TenantTransaction): Promise<boolean> {
  const recorded = await tx.execute<RecordedEvent[]>(selectUnprepared(tx.tenantId));
  if (recorded.length === 0) return false;
  const endpoints = await tx.find(WebhookEndpoint, { status: 'enabled' }, { fields: ['id', 'eventTypes'] });
  const subscribed = recorded.filter(
    ({ type }) => isKnown(type) && endpoints.some((endpoint) => isSubscribed(endpoint, type)),
  );
  const subjects = await readSubjects(tx, subscribed);
  const prepared = subscribed.flatMap((event) => {
    const data = event.was ?? subjects.get(event.subjectId);
    return data === undefined
      ? []
      : [{ id: event.id, body: JSON.stringify({ type: event.type, timestamp: isoTime(event.at), data }) }];
  });
  await tx.execute(storePrepared(tx.tenantId, prepared));
  const preparedIds = new Set(prepared.map(({ id }) => id));
  const unsubscribed = recorded.flatMap(({ id }) => (preparedIds.has(id) ? [] : [id]));
  if (unsubscribed.length > 0) await tx.nativeDelete(WebhookMessage, { id: { $in: unsubscribed } });
  return recorded.length === MESSAGES_PER_TRANSACTION;
}

function selectUnprepared(tenantId: string): SqlFragment {
  return sql`
    select id, type, subject_id as "subjectId", uuid_time(id) as at, was from webhook_message
    where tenant_id = ${tenantId} and body is null order by position limit ${MESSAGES_PER_TRANSACTION}
    for update skip locked`;
}

/** Locks the endpoints: one that is being disabled fails its pending deliveries, and must get no further one. */
function storePrepared(tenantId: string, prepared: readonly object[]): SqlFragment {
  return sql`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(prepared)}::jsonb) as given (id uuid, body text)
    ), prepared as (
      update webhook_message message set body = given.body from given where message.tenant_id = ${anyTenant(tenantId)}
        and message.id = given.id
      returning message.tenant_id, message.id, message.position, message.type
    ), enabled as materialized (
      select id, event_types from webhook_endpoint where tenant_id = ${tenantId} and status = 'enabled' for key share
    )
    insert into webhook_delivery (tenant_id, id, endpoint_id, message_id, position)
    select prepared.tenant_id, uuid_next(), endpoint.id, prepared.id, prepared.position
    from prepared
      join enabled endpoint on endpoint.event_types is null or endpoint.event_types @> to_jsonb(prepared.type)
    order by prepared.position`;
}

function isKnown(type: string): type is EventType {
  return EVENT_TYPES.some((known) => known === type);
}

function isSubscribed({ eventTypes }: Pick<WebhookEndpoint, 'eventTypes'>, type: EventType): boolean {
  return !eventTypes || eventTypes.includes(type);
}

/** Reads the needs, assignments and workers that events are about, as the rest of the API shows them. */
async function readSubjects(tx: TenantTransaction, events: readonly RecordedEvent[]): Promise<Map<string, object>> {
  const of = (kind: string): string[] => [
    ...new Set(
      events.flatMap(({ type, subjectId, was }) => (was === null && type.startsWith(kind) ? [subjectId] : [])),
    ),
  ];
  return new Map<string, object>([
    ...(await shownNeeds(tx, of('need.'))),
    ...(await shownAssignments(tx, of('assignment.'))),
    ...(await shownReadiness(tx, of('worker.'))),
  ]);
}
