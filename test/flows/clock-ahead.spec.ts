import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

const TOPIC = 'Manual Handling';

describe('signals that a process recorded whose clock is a minute ahead', () => {
  let engine: TestEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await startEngine({ worker: false });
    tenant = await engine.createTenant();
    await publishedCourse(tenant, { title: TOPIC });
    await addWorker(tenant, { externalWorkerId: 'Ada' });
  });
  afterAll(() => engine.close());

  /** Runs a recording statement with the rows that an SQL expression describes. */
  const record = async (statement: string, ...rows: readonly string[]): Promise<void> => {
    const ahead = `cross join lateral (select now() + interval '1 minute' as seen_at) as clock
      cross join lateral (select (left(uuid_floor(seen_at)::text, 14) || '7' || substr(gen_random_uuid()::text, 16))::uuid as id) as signal`;
    const [literals] = await engine.database.query<{ parameters: string[] }>(
      `select array[${rows.map((row) => `array[${row}]::text`).join(', ')}] as parameters from tenant ${ahead}
        where tenant.id = $1`,
      [tenant.id],
    );
    const text = await readFile(`libs/signals/record/${statement}.sql`, 'utf8');
    await engine.database.query(text, literals?.parameters);
  };

  it('are resolved at once, and the need before the completion that answers it', async () => {
    await record(
      'record',
      `row(tenant.id, signal.id, 'k', 'incident', null, '${TOPIC}', null, 2, 'Ada', null, null, null, null, 'content', 1, seen_at)::reported_need`,
      `row(tenant.id, 'k', signal.id, 'incident', '{"event": "signal.incident", "data": {}}', 12, null, signal.id)::reported_signal`,
    );
    await record(
      'complete',
      `row(tenant.id, 'c', signal.id, 'course_completed', '{"event": "signal.course_completed", "data": {}}', 12, null,
        'Ada', null, null, '${TOPIC}', '[]', null, seen_at)::completion_report`,
    );
    await withWorker(engine, () =>
      eventually(async () =>
        expect(await engine.database.query('select status from need where tenant_id = $1', [tenant.id])).toEqual([
          { status: 'completed' },
        ]),
      ),
    );
  });
});
