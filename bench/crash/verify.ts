import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from '../../apps/standalone/embedded-postgres.js';
import { ids } from '#platform/database';
import type { CrashEvent } from './crash-events.js';

export interface Verdict {
  readonly storedSignals: number;
  readonly openNeeds: number;
  readonly distinctKeys: number;
  readonly faults: string[];
}

/** Reads the database after the last stop, as its owner. */
export async function verify(
  folder: string,
  slug: string,
  events: readonly CrashEvent[],
  signalIds: readonly string[],
): Promise<Verdict> {
  const postgres = await EmbeddedPostgres.start({ folder: join(folder, 'postgres'), durable: true });
  const client = new pg.Client({ connectionString: postgres.ownerUrl() });
  await client.connect();
  try {
    const count = async (sql: string, ...values: unknown[]): Promise<number> =>
      Number((await client.query<{ count: string }>(sql, values)).rows[0]?.count);
    const tenant = `tenant_id = (select id from tenant where slug = '${slug}')`;
    const distinctKeys = new Set(events.map(({ key }) => key)).size;
    const storedSignals = await count(`select count(*) from signal where ${tenant}`);
    const openNeeds = await count(`select count(*) from need where ${tenant} and closed_at is null`);
    const named = signalIds.map((id) => ids.parse('sig', id));
    const missing =
      named.length - (await count(`select count(*) from signal where ${tenant} and id = any($1::uuid[])`, named));
    const twice = await count(
      `select count(*) from (select from need where ${tenant} and closed_at is null group by dedupe_key
          having count(*) > 1) doubled`,
    );
    const unresolved = await count(
      `select count(*) from need where ${tenant} and (unresolved_since is not null or recommendation = 'pending')`,
    );
    const homeless = await count(
      `select count(*) from signal where ${tenant} and outcome <> 'nothing_open' and not exists (select from need
          where need.tenant_id = signal.tenant_id and need.id = need_id)`,
    );
    const miscounted = await count(
      `select count(*) from need where ${tenant} and signal_count <> (select count(*) from signal
          where signal.tenant_id = need.tenant_id and need_id = need.id)`,
    );
    const faults = Object.entries({
      'answered 200 but not stored': missing + Math.max(0, events.length - storedSignals),
      'keys with two open needs': twice,
      'keys without an open need': Math.max(0, distinctKeys - openNeeds),
      'needs not resolved': unresolved,
      'signals without a need': homeless,
      'needs that count other signals than they have': miscounted,
    }).flatMap(([fault, found]) => (found === 0 ? [] : [`${found} ${fault}`]));
    return { storedSignals, openNeeds, distinctKeys, faults };
  } finally {
    await client.end();
    await postgres.stop();
  }
}
