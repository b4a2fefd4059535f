import { tenantWall } from '../row-level-security.js';
import { DEFAULT_RETENTION_MONTHS, RETENTION_MONTHS } from './retention-months.js';

/**
 * The application's role owns nothing: these functions, which run as the owner, are its only way to add and drop
 * partitions. They run beside the recording of signals: a new partition is attached, which does not lock its class, and
 * no lock is awaited for longer than recording can wait. One runs at a time, over all processes.
 */
const AS_OWNER = `language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC'`;
const ONE_AT_A_TIME = `hashtext('signal partitions')`;

/**
 * Creates the partition of one class for the month of `at`, if it is missing. The signals of that month that are already
 * in the class's default partition move into the new one; the owner sees them only without FORCE.
 */
const ENSURE_PARTITION = `
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
    -- Read from the table: to_regclass answers from its cache, even if another process has created the partition since.
    if exists (select from pg_class where relnamespace = 'public'::regnamespace and relname = name) then return; end if;
    execute format('create table %I (like signal including defaults including constraints)', name);
    execute format('alter table %I no force row level security', rest);
    execute format('with moved as (delete from %I where id >= %L and id < %L returning *) insert into %I select * from moved',
      rest, first_id, next_id, name);
    execute format('alter table %I force row level security', rest);
    execute format($wall$${tenantWall('%1$I')}$wall$, name);
    execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, name, first_id, next_id);
  end $$;`;

/** Moves the signals in a class's default partition, of whatever month, into the partitions of their months. */
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
 * Creates the partitions of this month and the next `months` for every class that a tenant uses, and for the default
 * class. The owner, too, sees the register of tenants only in the operator's scope, which is set for that one query.
 */
const ENSURE_PARTITIONS = `
  create function ensure_signal_partitions(months integer default 2) returns void ${AS_OWNER} set lock_timeout = '2s' as $$
  declare
    scope text := coalesce(current_setting('app.operator', true), '');
    used integer[];
    class integer;
  begin
    perform set_config('app.operator', 'on', true);
    used := array(select ${DEFAULT_RETENTION_MONTHS} union select signal_retention_months from tenant);
    perform set_config('app.operator', scope, true);
    foreach class in array used loop
      for ahead in 0..months loop
        perform ensure_signal_partition(class, date_trunc('month', now()) + make_interval(months => ahead));
      end loop;
    end loop;
    foreach class in array array[${RETENTION_MONTHS.join(', ')}] loop
      perform empty_signal_default(class);
    end loop;
  end $$;`;

/**
 * Drops one partition whose month ended longer ago than its class is kept, and returns its name; null: there is none, or
 * none that can be locked now. It drops one a call, since the class stays locked until the transaction ends.
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

export const SIGNAL_PARTITIONS = [
  ENSURE_PARTITION,
  EMPTY_DEFAULT,
  ENSURE_PARTITIONS,
  DROP_EXPIRED,
  'select ensure_signal_partitions();',
].join('\n');
