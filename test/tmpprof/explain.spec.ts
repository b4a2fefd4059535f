import { it } from '@jest/globals';
import { WorkerUpsert } from '#directory';
import { Database } from '#platform/database';
import { startEngine } from '../harness/engine.js';
import { SELECT_WORKERS } from '../../libs/directory/workers/worker-rows.js';
it('p', async () => {
  const engine = await startEngine({ worker: false });
  const tenant = await engine.createTenant();
  const [row] = await engine.database.query<{ id: string }>('select id from tenant where slug = $1', [tenant.slug]);
  const id = row!.id;
  const N = Number(process.env['N'] ?? 5000);
  const rows = Array.from({ length: N }, (_, index) => ({
      externalWorkerId: `W-${index}`, email: `w${index}@acme.com`, learnerId: `L-${index}`, name: `Worker ${index}`, site: `Site ${index % 40}`, groups: [`G ${index % 7}`, `H ${index % 90}`],
    }));
  await engine.app.get(Database).inTenants([id], (tx) => engine.app.get(WorkerUpsert, { strict: false }).upsertWorkers(tx, id, rows));
  await engine.app.get(Database).inTenants([id], async (tx) => {
    const ids = (await tx.execute<any[]>('select id from worker where tenant_id = ?', [id])).map((r) => r.id);
    const show = async (sql: string, p: any[]) => { const x = await tx.execute<any[]>('explain (analyze, costs on, buffers off) ' + sql, p); console.log(x.map((r) => r['QUERY PLAN']).join('\n').slice(0, 6000)); };
    await show(`${SELECT_WORKERS} where worker.tenant_id = ? and worker.id in (select id::uuid from jsonb_array_elements_text(?::jsonb) as given (id))`, [id, JSON.stringify(ids)]);
    await show(`${SELECT_WORKERS} where worker.tenant_id = ? order by worker.id limit 51`, [id]);
  });
  await engine.close();
}, 300000);
