import { Migration } from '@mikro-orm/migrations';

/**
 * What people decide about needs. A dismissed need keeps its key until `quiet_until`, so the unique index on what holds
 * a key covers it: signals join it as they join an open one. `need_closed_key` finds the earlier needs of a key and is
 * not touched by recording.
 */
export class Migration20261125040000NeedLifecycle extends Migration {
  override up(): void {
    this.addSql(NEXT_ID);
    this.addSql(DECISIONS);
    this.addSql(KEYS);
  }
}

/** A UUIDv7 of now, for rows that SQL makes by itself. PostgreSQL has a uuidv7 of its own only from 18 on. */
const NEXT_ID = `
  create function uuid_next() returns uuid language sql volatile
    return overlay(replace(gen_random_uuid()::text, '-', '')
      placing lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7' from 1 for 13)::uuid;`;

/**
 * `quiet_until`: the key of a dismissed need stays quiet until then; 'infinity': until a person opens it again.
 * `reopened_as`: the id that the data point brought which opened it again, by which the recording statement knows its
 * own. `snoozed_severity`: what it had when it was snoozed; more wakes it.
 */
const DECISIONS = `
  alter table need
    add column quiet_until timestamptz,
    add column reopened_as uuid,
    add column snoozed_until timestamptz,
    add column snoozed_severity smallint,
    add check (quiet_until is null or status = 'dismissed'),
    add check (snoozed_until is null or status = 'snoozed');`;

const KEYS = `
  create unique index need_held_key on need (tenant_id, dedupe_key) where closed_at is null or quiet_until is not null;
  drop index need_open_key;
  create index need_closed_key on need (tenant_id, dedupe_key, id) where closed_at is not null;
  create index need_snoozed on need (tenant_id, snoozed_until) where status = 'snoozed';`;
