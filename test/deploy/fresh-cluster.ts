import { readFileSync } from 'node:fs';
import pg from 'pg';
import { EmbeddedPostgres } from '../../apps/standalone/embedded-postgres.js';
import { withClient } from '../harness/database.js';
import type { Variables } from './compose-file.js';

export interface FreshCluster {
  /** A connection string of docker-compose.yml, at this cluster instead of the host that it names. */
  at(url: string): string;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL as its image leaves it when a volume is new: a superuser, and what `script` makes in psql with these
 * variables.
 */
export async function freshCluster(folder: string, script: string, variables: Variables): Promise<FreshCluster> {
  const embedded = await EmbeddedPostgres.start({ folder, durable: false });
  const socket = embedded.ownerUrl('postgres').split('?')[1] ?? '';
  const superuser = variables['POSTGRES_PASSWORD'] ?? '';
  // The embedded cluster has the engine's roles already, because its owner is the superuser: they are dropped first.
  await run(embedded.ownerUrl('postgres'), [`create role postgres superuser login password '${superuser}'`]);
  const asSuperuser = `postgres://postgres:${superuser}@/postgres?${socket}`;
  await run(asSuperuser, [
    'drop database readiness',
    'drop role readiness_app',
    'alter role readiness_owner rename to embedded',
  ]);
  await run(asSuperuser, statementsOf(readFileSync(script, 'utf8'), variables));
  return {
    at: (url) => `${url.replace(/@[^/]+/, '@')}?${socket}`,
    stop: () => embedded.stop(),
  };
}

/** What psql sends of a script: it knows `\getenv name VARIABLE`, `:'name'` and statements that end at a line's end. */
function statementsOf(script: string, variables: Variables): string[] {
  const known = new Map<string, string>();
  const lines = script.split('\n').filter((line) => {
    const [, name = '', variable = ''] = /^\\getenv (\w+) (\w+)$/.exec(line) ?? [];
    if (name !== '') known.set(name, variables[variable] ?? '');
    return name === '' && !line.startsWith('--');
  });
  const sql = lines.join('\n').replaceAll(/:'(\w+)'/g, (_all, name: string) => pg.escapeLiteral(known.get(name) ?? ''));
  return sql
    .split(/;$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

async function run(url: string, statements: readonly string[]): Promise<void> {
  await withClient(url, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}
