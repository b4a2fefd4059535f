import { expect, it } from '@jest/globals';
import { addWorker } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import { statementsDuring } from './statements.js';

const ROLES = ['Rigger', 'Welder', 'Clerk', 'Driver', 'Medic'];

it('An import of a training matrix reads the roles of all workers twice, however many roles it has', async () => {
  const engine = await sharedEngine({ worker: false });
  const tenant = await engine.createTenant();
  for (const role of ROLES) await addWorker(tenant, { name: role, externalWorkerId: role, role });
  const matrix = ['Role;WAH licence', ...ROLES.map((role) => `${role};x`), ''].join('\n');
  const sent = await statementsDuring(engine.database, async () => {
    const { body } = await tenant.importRows('/requirements', matrix);
    expect(body).toMatchObject({ created: ROLES.length, failed: 0 });
  });
  expect(sent.filter(({ text }) => text.includes('select distinct role from worker'))).toHaveLength(2);
  const marked = await engine.database.query('select distinct worker_id from readiness_mark where tenant_id = $1', [
    tenant.id,
  ]);
  expect(marked).toHaveLength(ROLES.length);
});
