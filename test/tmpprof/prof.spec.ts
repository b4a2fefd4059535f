import { expect, it } from '@jest/globals';
import { WorkerUpsert } from '#directory';
import { Database } from '#platform/database';
import { startEngine } from '../harness/engine.js';
it('p', async () => {
  const engine = await startEngine({ worker: false });
  const tenant = await engine.createTenant();
  const [row] = await engine.database.query<{ id: string }>('select id from tenant where slug = $1', [tenant.slug]);
  const id = row!.id;
  const N = Number(process.env['N'] ?? 5000);
  const rows = Array.from({ length: N }, (_, index) => ({
      externalWorkerId: `W-${index}`, email: `w${index}@acme.com`, learnerId: `L-${index}`, name: `Worker ${index}`, site: `Site ${index % 40}`, groups: [`G ${index % 7}`, `H ${index % 90}`],
    }));
  const run = (r: any[]) => engine.app.get(Database).inTenants([id], async (tx) => {
    const orig = tx.execute.bind(tx);
    (tx as any).execute = async (sql: string, p: any) => { const t = performance.now(); const x = await orig(sql, p); const d = performance.now() - t; if (d > 20) console.log(Math.round(d), sql.slice(0, 150)); return x; };
    return engine.app.get(WorkerUpsert, { strict: false }).upsertWorkers(tx, id, r);
  });
  for (const r of [rows, rows, rows.map((x) => ({ ...x, role: 'R', groups: ['New'] }))]) { const t = performance.now(); await run(r); console.log('TOTAL', Math.round(performance.now() - t)); }
  await engine.close();
  expect(1).toBe(1);
}, 300000);
