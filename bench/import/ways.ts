import type { Stage } from '../harness/stage/stage.js';
import { copyIn } from './copy-in.js';
import type { People } from './people.js';

/** How the same workers are inserted: by the engine's import, or by COPY, which validates nothing. */
export const WAYS = ['import', 'copy'] as const;
export type Way = (typeof WAYS)[number];

/** Sends the table over HTTP. @returns seconds until the response */
export async function importPeople(api: { port: number; token: string }, { csv }: People): Promise<number> {
  const began = performance.now();
  const response = await fetch(`http://127.0.0.1:${api.port}/engine/v1/admin/workers/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.token}`, 'content-type': 'text/csv' },
    body: csv,
  });
  const answer = await response.text();
  const seconds = (performance.now() - began) / 1_000;
  if (response.status !== 200) throw new Error(`the import was answered ${response.status}: ${answer}`);
  return seconds;
}

/**
 * As the owner, because PostgreSQL allows COPY into a table with row level security to nobody else. @returns seconds
 */
export async function copyPeople({ owner }: Stage, tenantId: string, { copy, sites }: People): Promise<number> {
  const began = performance.now();
  await owner.query('begin');
  for (const [name, id] of sites)
    await owner.query('insert into site (tenant_id, id, name, name_key) values ($1, $2, $3, $4)', [
      tenantId,
      id,
      name,
      name.toLowerCase(),
    ]);
  await copyIn(
    owner,
    'copy worker (tenant_id, id, external_worker_id, email, learner_id, name, site_id, role, active) from stdin',
    copy,
  );
  await owner.query('commit');
  return (performance.now() - began) / 1_000;
}
