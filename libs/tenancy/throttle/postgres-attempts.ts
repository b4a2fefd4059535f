import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type SqlFragment, sqlArray } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import type { AttemptCounter, AttemptCount, AttemptLimit } from './attempt-counter.js';
import { LoginAttempt } from './login-attempt.entity.js';
import { UNKNOWN_TENANT } from './unknown-tenant.js';

const CLEAR_EVERY_MS = 10 * 60 * 1_000;

/** Counts attempts in PostgreSQL, and deletes those that are over. */
@Injectable()
export class PostgresAttempts extends PeriodicTask implements AttemptCounter {
  constructor(private readonly database: Database) {
    super('deleting old log-in attempts', CLEAR_EVERY_MS);
  }

  async add(limit: AttemptLimit): Promise<AttemptCount> {
    const [count] = await this.database.asTenant(UNKNOWN_TENANT, (tx) =>
      tx.execute<AttemptCount[]>(countAttempt(limit)),
    );
    if (count === undefined) throw new Error('an attempt was not counted');
    return count;
  }

  async subtract(all: readonly AttemptLimit[]): Promise<void> {
    await this.database.asTenant(UNKNOWN_TENANT, (tx) => tx.execute(subtractAttempts(all)));
  }

  protected override async run(): Promise<number> {
    await this.database.asTenant(UNKNOWN_TENANT, (tx) =>
      tx.nativeDelete(LoginAttempt, { endsAt: { $lte: sql.now() } }),
    );
    return CLEAR_EVERY_MS;
  }
}

function countAttempt({ key, seconds }: AttemptLimit): SqlFragment {
  return sql`
    insert into login_attempt (tenant_id, key, attempts, ends_at)
      select ${UNKNOWN_TENANT}::uuid, ${key}::text, 1, now() + make_interval(secs => ${seconds}::integer)
    on conflict (tenant_id, key) do update set
      attempts = case when login_attempt.ends_at > now() then login_attempt.attempts + 1 else 1 end,
      ends_at = case when login_attempt.ends_at > now() then login_attempt.ends_at else excluded.ends_at end
    returning attempts, ceil(extract(epoch from ends_at - now()))::integer as "secondsLeft"`;
}

/** In the order of the keys, so that two statements cannot deadlock. */
function subtractAttempts(limits: readonly AttemptLimit[]): SqlFragment {
  const keys = sqlArray(limits.map(({ key }) => key));
  return sql`
    update login_attempt set attempts = greatest(attempts - 1, 0)
    from (select tenant_id, key from login_attempt where tenant_id = ${UNKNOWN_TENANT} and key = any (${keys}::text[])
        order by key for update) given
    where login_attempt.tenant_id = given.tenant_id and login_attempt.key = given.key`;
}
