import { tenantWall } from '../row-level-security.js';

/**
 * Where a tenant's webhooks are sent, the messages, and how each delivery went.
 *
 * - Endpoint: `event_types` null means all. `given_up`: the engine disabled it, after days of failures. `sealed_before`
 *   also signs until `before_ends_at`. An endpoint that fails pauses, longer each time.
 * - Message: stored with the change, and given its body when it is sent. `position` orders messages within the
 *   resolution of an id's time. `was`: the subject as it was, for an event after which it no longer exists.
 * - Delivery: one message for one endpoint. The columns from `tried_at` on describe the last attempt.
 */
const WEBHOOKS = `
  create table webhook_endpoint (
    tenant_id uuid not null,
    id uuid not null,
    url text not null,
    description text,
    event_types jsonb,
    status text not null default 'enabled' check (status in ('enabled', 'disabled', 'given_up')),
    sealed bytea not null,
    sealed_before bytea,
    before_ends_at timestamptz,
    failing_since timestamptz,
    failures integer not null default 0,
    rests_until timestamptz,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    check ((sealed_before is null) = (before_ends_at is null))
  );
  ${tenantWall('webhook_endpoint')}
  create table webhook_message (
    tenant_id uuid not null,
    id uuid not null,
    position bigint generated always as identity,
    type text not null,
    subject_id uuid,
    was json,
    body text,
    primary key (tenant_id, id)
  );
  create index webhook_message_waiting on webhook_message (tenant_id, position) where body is null;
  ${tenantWall('webhook_message')}
  create table webhook_delivery (
    tenant_id uuid not null,
    id uuid not null,
    endpoint_id uuid not null,
    message_id uuid not null,
    position bigint not null,
    status text not null default 'pending' check (status in ('pending', 'delivered', 'failed')),
    attempts smallint not null default 0,
    due_at timestamptz not null default now(),
    tried_at timestamptz,
    answer_status smallint,
    answer text,
    error text,
    duration_ms integer,
    primary key (tenant_id, id),
    foreign key (tenant_id, endpoint_id) references webhook_endpoint (tenant_id, id) on delete cascade,
    foreign key (tenant_id, message_id) references webhook_message (tenant_id, id) on delete cascade
  );
  create index webhook_delivery_due on webhook_delivery (tenant_id, endpoint_id, due_at, position) where status = 'pending';
  create index webhook_delivery_log on webhook_delivery (tenant_id, endpoint_id, id);
  create index webhook_delivery_by_message on webhook_delivery (tenant_id, message_id);
  ${tenantWall('webhook_delivery')}`;

/**
 * Stores an audit entry of a need or an assignment as a message, in the same transaction, if the tenant has an
 * endpoint. New recommendations are stored by libs/needs/events instead. An entry of any other kind costs one
 * comparison.
 */
const OUTBOX = `
  create function keep_event() returns trigger language plpgsql as $$
  begin
    insert into webhook_message (tenant_id, id, type, subject_id)
    select new.tenant_id, uuid_next(), new.action, new.subject_id::uuid
    where exists (select from webhook_endpoint where tenant_id = new.tenant_id and status = 'enabled');
    return null;
  end $$;
  create trigger audit_entry_kept after insert on audit_entry for each row
    when (new.subject_kind in ('need', 'assignment') and new.action <> 'need.rematched') execute function keep_event();`;

export const CHANGES = [WEBHOOKS, OUTBOX].join('\n');
