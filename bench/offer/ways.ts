import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ids } from '#platform/database';
import type { Stage } from '../harness/stage/stage.js';
import { type LargeSite, addNeed } from './site.js';

/** How the same assignments are created: by the engine, as an admin requests them, or by one plain statement. */
export const WAYS = ['offer', 'insert'] as const;
export type Way = (typeof WAYS)[number];

const POLL_MS = 50;

/**
 * Offers the course over HTTP and waits until the worker has assigned it to all.
 * @returns seconds, from the request until the operation's end, by PostgreSQL's clock
 */
export async function offer(
  stage: Stage,
  api: { port: number; token: string },
  site: LargeSite,
  people: number,
): Promise<number> {
  const needId = ids.show('need', await addNeed(stage.owner, site, people));
  const response = await fetch(`http://127.0.0.1:${api.port}/engine/v1/admin/needs/${needId}/offer`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' },
    body: '{}',
  });
  if (response.status !== 202 && response.status !== 200)
    throw new Error(`the offer was answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
  for (;;) {
    const { rows } = await stage.owner.query<{ status: string; seconds: number }>(
      `select status, extract(epoch from finished_at - created_at)::float8 as seconds from operation`,
    );
    const [operation] = rows;
    if (operation?.status === 'done') return operation.seconds;
    if (operation?.status === 'failed') throw new Error('the offer failed');
    await sleep(POLL_MS);
  }
}

/** The same rows as the application role, with row level security. @returns seconds */
export async function insert(stage: Stage, { tenantId, siteId, courseId }: LargeSite): Promise<number> {
  const app = new pg.Client({ connectionString: stage.databaseUrl });
  await app.connect();
  try {
    const began = performance.now();
    await app.query('begin');
    await app.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
    await app.query(
      `insert into assignment (tenant_id, id, worker_id, course_id, need_id, operation_id, due_at)
       select tenant_id, uuidv7(), id, $1::uuid, $1::uuid, $1::uuid, now() + interval '7 days' from worker
       where tenant_id = $2 and site_id = $3 and active`,
      [courseId, tenantId, siteId],
    );
    await app.query('commit');
    return (performance.now() - began) / 1_000;
  } finally {
    await app.end();
  }
}
