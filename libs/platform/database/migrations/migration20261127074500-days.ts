import { Migration } from '@mikro-orm/migrations';

/**
 * Dates that are given as a day, without a time, stay days. Beside the instant, which conditions, orders and indexes use,
 * a column `…_on` holds the day as it was given; null: an instant was given. The instant of a day follows from the
 * tenant's time zone: the end of the day for `expires_at` and `due_at`, its beginning for `done_at`.
 */
export class Migration20261127074500Days extends Migration {
  override up(): void {
    for (const sql of [FUNCTIONS, TIME_ZONE, COLUMNS, CONVERSION]) this.addSql(sql);
  }
}

/**
 * A day begins at its first instant. If the clock is set forward at midnight, that is the instant of the change; if it
 * is set back to midnight, the first of the two midnights. The limits are those of the times that the API takes.
 */
const FUNCTIONS = `
  create function start_of_day(day date, zone text) returns timestamptz language sql immutable strict as $$
    select greatest('0001-01-01T00:00:00Z',
      case when ((midnight - interval '1 hour') at time zone zone)::date = day then midnight - interval '1 hour' else midnight end)
    from (select day::timestamp at time zone zone as midnight) as first
  $$;
  create function end_of_day(day date, zone text) returns timestamptz language sql immutable strict
    return least(start_of_day(day + 1, zone), '9999-12-31T23:59:59.999Z');`;

/** The check fails for a name that PostgreSQL does not know. */
const TIME_ZONE = `
  alter table tenant add column time_zone text not null default 'UTC'
    check (timestamp '2000-01-01' at time zone time_zone is not null);`;

/** A credential is identified by the expiry that was given, so that a change of the time zone makes no two the same. */
const COLUMNS = `
  alter table credential
    add column expires_on date,
    add check (expires_on is null or expires_at is not null),
    drop constraint credential_tenant_id_worker_id_name_key_expires_at_key,
    add constraint credential_identity unique nulls not distinct (tenant_id, worker_id, name_key, expires_on, expires_at);
  alter table onboarding_step add column done_on date, add check (done_on is null or done_at is not null);
  alter table need add column due_on date, add check (due_on is null or due_at is not null);
  alter table operation_item add column due_on date, add check (due_on is null or due_at is not null);
  alter table assignment add column due_on date;`;

/** Days were stored as their beginning in UTC. Row level security is forced on the owner too. */
const CONVERSION = [
  ['credential', 'expires_on', 'expires_at', 'end_of_day'],
  ['onboarding_step', 'done_on', 'done_at', 'start_of_day'],
  ['need', 'due_on', 'due_at', 'end_of_day'],
  ['operation_item', 'due_on', 'due_at', 'end_of_day'],
  ['assignment', 'due_on', 'due_at', 'end_of_day'],
]
  .map(
    ([table, on, at, instantOf]) => `
  alter table ${table} no force row level security;
  update ${table} set ${on} = (${at} at time zone 'UTC')::date, ${at} = ${instantOf}((${at} at time zone 'UTC')::date, 'UTC')
    where ${at} = date_trunc('day', ${at}, 'UTC');
  alter table ${table} force row level security;`,
  )
  .join('\n');
