import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/**
 * Signals are kept by class, the number of months that their tenant keeps them, and in each class by month: a partition
 * holds what expires together, so that retention drops whole partitions and deletes no row.
 */
export class Migration20261125010000SignalRetention extends Migration {
  override up(): void {
    for (const sql of [
      TENANT_SETTING,
      ID_TIME,
      YEAR_CLASS,
      SIGNALS,
      ENSURE_PARTITION,
      EMPTY_DEFAULT,
      ENSURE_PARTITIONS,
      DROP_EXPIRED,
    ])
      this.addSql(sql);
    this.addSql('select ensure_signal_partitions();');
  }
}

/** The months that a tenant can choose from: each is a class, and each class in use costs a partition a month. */
const CLASSES = [1, 3, 6, 12, 24, 36, 84] as const;

/** What the rows of before this setting were promised. */
const DEFAULT_CLASS = 12;

/**
 * `signal_retention_changed_at`: since when the signals of before are to move to the class of the new setting; null:
 * all have.
 */
const TENANT_SETTING = `
  alter table tenant
    add column signal_retention_months smallint not null default ${DEFAULT_CLASS} check (signal_retention_months in (${CLASSES.join(', ')})),
    add column signal_retention_changed_at timestamptz;`;

/**
 * The time in a UUIDv7, the reverse of uuid_floor. PostgreSQL's own uuid_extract_timestamp knows version 7 only from 18
 * on.
 */
const ID_TIME = `
  create function uuid_time(id uuid) returns timestamptz language sql immutable strict
    return to_timestamp(('x' || translate(left(id::text, 13), '-', ''))::bit(48)::bigint / 1000.0);`;

/** The table of before, by month only, becomes the class of a year as it stands: its rows stay where they are. */
const YEAR_CLASS = `
  alter table signal rename to signal_12m;
  alter table signal_12m
    drop constraint signal_pkey,
    alter column need_id drop not null,
    alter column deduped type text using case when deduped then 'joined' else 'created' end,
    add column retention_months smallint not null default ${DEFAULT_CLASS};
  alter table signal_12m alter column retention_months drop default;
  alter table signal_12m rename column deduped to outcome;
  alter table signal_12m
    add constraint signal_outcome_check check (outcome in ('created', 'joined', 'resolved', 'nothing_open')),
    add primary key (tenant_id, id, retention_months);
  alter index signal_by_need rename to signal_12m_by_need;
  do $$
  declare
    month regclass;
  begin
    for month in select inhrelid from pg_inherits where inhparent = 'signal_12m'::regclass loop
      execute format('alter table %s rename to %I', month, replace(month::text, 'signal_', 'signal_12m_'));
    end loop;
  end $$;`;

/**
 * `outcome`: what became of the point. It made its need or joined an open one; or the source said that the condition is
 * over, and that resolved the open need or found none, and then there is no `need_id`.
 */
const SIGNALS = `
  create table signal (
    tenant_id uuid not null,
    id uuid not null,
    need_id uuid,
    type text not null,
    dedupe_key text not null,
    outcome text not null constraint signal_outcome_check check (outcome in ('created', 'joined', 'resolved', 'nothing_open')),
    raw jsonb not null,
    retention_months smallint not null,
    primary key (tenant_id, id, retention_months)
  ) partition by list (retention_months);
  create index signal_by_need on signal (tenant_id, need_id, id);
  ${tenantWall('signal')}
  alter table signal attach partition signal_12m for values in (${DEFAULT_CLASS});
  ${CLASSES.filter((months) => months !== DEFAULT_CLASS)
    .map(signalClass)
    .join('')}`;

function signalClass(months: number): string {
  return `
    create table signal_${months}m partition of signal for values in (${months}) partition by range (id);
    create table signal_${months}m_default partition of signal_${months}m default;
    ${tenantWall(`signal_${months}m`)}
    ${tenantWall(`signal_${months}m_default`)}`;
}

/**
 * The application's role owns nothing: these functions, run as the owner, are its only way to add and drop partitions.
 * They are made to run beside the recording of signals: a new partition is attached, which does not lock its class, and
 * no lock is waited for longer than recording can wait. One at a time, over all processes.
 */
const AS_OWNER = `language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC'`;
const ONE_AT_A_TIME = `hashtext('signal partitions')`;

/**
 * Makes the partition of one class for the month of `at`, if it is not there. What came for that month in the meantime
 * lies in the class's default partition and moves into the new one; the owner, too, sees it only without FORCE.
 */
const ENSURE_PARTITION = `
  drop function ensure_signal_partitions(integer);
  create function ensure_signal_partition(class integer, at timestamptz) returns void ${AS_OWNER} set lock_timeout = '2s' as $$
  declare
    month timestamptz := date_trunc('month', at);
    first_id uuid := uuid_floor(month);
    next_id uuid := uuid_floor(month + interval '1 month');
    parent text := format('signal_%sm', class);
    rest text := format('signal_%sm_default', class);
    name text := format('signal_%sm_%s', class, to_char(month, 'YYYY_MM'));
  begin
    if to_regclass(name) is not null then return; end if;
    perform pg_advisory_xact_lock(${ONE_AT_A_TIME});
    -- Asked of the table: what to_regclass has answered stays in its cache, whatever another process made meanwhile.
    if exists (select from pg_class where relnamespace = 'public'::regnamespace and relname = name) then return; end if;
    execute format('create table %I (like signal including defaults including constraints)', name);
    execute format('alter table %I no force row level security', rest);
    execute format('with moved as (delete from %I where id >= %L and id < %L returning *) insert into %I select * from moved',
      rest, first_id, next_id, name);
    execute format('alter table %I force row level security', rest);
    execute format($wall$${tenantWall('%1$I')}$wall$, name);
    execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, name, first_id, next_id);
  end $$;`;

/**
 * Gives all that lies in a class's default partition, of whatever month, a partition of its month, with which it
 * expires.
 */
const EMPTY_DEFAULT = `
  create function empty_signal_default(class integer) returns void language plpgsql as $$
  declare
    rest text := format('signal_%sm_default', class);
    months timestamptz[];
  begin
    if pg_relation_size(rest::regclass) = 0 then return; end if;
    perform pg_advisory_xact_lock(${ONE_AT_A_TIME});
    execute format('alter table %I no force row level security', rest);
    execute format($months$select array_agg(distinct date_trunc('month', uuid_time(id))) from %I$months$, rest) into months;
    for nth in 1..coalesce(cardinality(months), 0) loop
      perform ensure_signal_partition(class, months[nth]);
    end loop;
    execute format('truncate %I', rest);
    execute format('alter table %I force row level security', rest);
  end $$;`;

/**
 * Makes the partitions of this month and the next `months` for every class that a tenant uses, and for the default one.
 * The owner, too, sees the register of tenants only in the operator's scope, which lasts for no more than the reading
 * of it.
 */
const ENSURE_PARTITIONS = `
  create function ensure_signal_partitions(months integer default 2) returns void ${AS_OWNER} set lock_timeout = '2s' as $$
  declare
    scope text := coalesce(current_setting('app.operator', true), '');
    used integer[];
    class integer;
  begin
    perform set_config('app.operator', 'on', true);
    used := array(select ${DEFAULT_CLASS} union select signal_retention_months from tenant);
    perform set_config('app.operator', scope, true);
    foreach class in array used loop
      for ahead in 0..months loop
        perform ensure_signal_partition(class, date_trunc('month', now()) + make_interval(months => ahead));
      end loop;
    end loop;
    foreach class in array array[${CLASSES.join(', ')}] loop
      perform empty_signal_default(class);
    end loop;
  end $$;`;

/**
 * Drops one partition whose month ended longer ago than its class is kept, and answers its name; null: there is none,
 * or those that there are cannot be locked now. One a call, as its class is locked until the transaction ends.
 */
const DROP_EXPIRED = `
  create function drop_expired_signal_partition() returns text ${AS_OWNER} set lock_timeout = '200ms' as $$
  declare
    name text;
  begin
    if not pg_try_advisory_xact_lock(${ONE_AT_A_TIME}) then return null; end if;
    for name in
      select relname from pg_inherits edge join pg_class on pg_class.oid = inhrelid
      cross join regexp_match(relname, '^signal_(\\d+)m_(\\d+)_(\\d+)$') as part
      where part is not null and exists (select from pg_inherits top where top.inhparent = 'signal'::regclass and top.inhrelid = edge.inhparent)
        and make_timestamptz(part[2]::integer, part[3]::integer, 1, 0, 0, 0) + make_interval(months => 1 + part[1]::integer) <= now()
      order by relname
    loop
      begin
        execute format('drop table %I', name);
        return name;
      exception when lock_not_available then null;
      end;
    end loop;
    return null;
  end $$;`;
