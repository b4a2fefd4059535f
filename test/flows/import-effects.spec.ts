import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { auditOf } from '../factories/audit.js';
import { WORKERS_TABLE, allWorkers, beginImport, countsOf, importWorkers } from '../factories/workers.js';
import { directoryChanges } from '../harness/directory-changes.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: TestEngine;
let tenant: TestTenant;
let published: ReturnType<typeof directoryChanges>;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
  published = directoryChanges(engine);
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  published.length = 0;
});
afterAll(() => engine.close());

describe('a dry run', () => {
  it('shows the result for the rows, and changes nothing', async () => {
    await importWorkers(tenant, 'externalWorkerId,name,site\nW-1,Ada,Site A\nW-2,Ben,Site A\n');
    const before = await allWorkers(tenant);
    published.length = 0;
    const table = 'externalWorkerId,name,site\nW-1,Ada,Site B\nW-3,Cem,Site C\n,Nobody,\n';
    for (const query of ['?dryRun=true', '?dryRun', '?dryRun=1&deactivateMissing=true']) {
      const { body } = await importWorkers(tenant, table, query);
      expect(body).toMatchObject({
        created: 1,
        updated: 1,
        unchanged: 0,
        failed: 1,
        errors: [{ row: 4, field: 'externalWorkerId' }],
        dryRun: true,
      });
    }
    expect(await allWorkers(tenant)).toEqual(before);
    expect((await tenant.api.listSites()).items).toHaveLength(1);
    const [{ imports } = { imports: 0 }] = await engine.database.query<{ imports: number }>(
      `select count(*)::int as imports from audit_entry join tenant on tenant.id = tenant_id
        where slug = $1 and action = 'workers.imported'`,
      [tenant.slug],
    );
    expect(imports).toBe(1);
  });
});

describe('workers who are missing from a list', () => {
  const list = 'externalWorkerId,name\nW-1,Ada\n';
  beforeEach(() =>
    importWorkers(tenant, 'externalWorkerId,name,site\nW-1,Ada,Site A\nW-2,Ben,Site A\nW-3,Cem,Site B\n'),
  );
  const active = async (): Promise<unknown[]> =>
    (await allWorkers(tenant)).filter(({ active: isActive }) => isActive).map(({ name }) => name);

  it('stay active by default', async () => {
    await importWorkers(tenant, list);
    expect(await active()).toEqual(['Ada', 'Ben', 'Cem']);
  });

  it('are deactivated if requested, and a dry run shows their number', async () => {
    expect((await importWorkers(tenant, list, '?deactivateMissing=true&dryRun=true')).body).toMatchObject({
      unchanged: 1,
      deactivated: 2,
    });
    expect(await active()).toEqual(['Ada', 'Ben', 'Cem']);
    published.length = 0;
    expect((await importWorkers(tenant, list, '?deactivateMissing=true')).body).toMatchObject({
      unchanged: 1,
      deactivated: 2,
    });
    expect(await active()).toEqual(['Ada']);
    expect(published).toMatchObject([
      { workerIds: [expect.any(String), expect.any(String)], siteKeys: expect.arrayContaining(['site a', 'site b']) },
    ]);
  });

  it('have an entry each in the audit log, and so has who leaves or comes back by a row', async () => {
    await importWorkers(tenant, list, '?deactivateMissing=true');
    await importWorkers(tenant, 'externalWorkerId,active,site\nW-1,false,Site B\nW-2,true,Site B\n');
    const entries = await auditOf(tenant, { action: 'worker.changed' });
    const [left, back] = [
      [{ active: true }, { active: false }],
      [{ active: false }, { active: true }],
    ];
    expect(entries.map(({ before, after }) => [before, after])).toEqual([left, left, left, back]);
  });

  it('stay active if a row is refused, or if there are no rows, so that a typing error deactivates nobody', async () => {
    for (const bad of [`${list}W-2,\n`, 'externalWorkerId,name\n', 'externalWorkerId,name\n,x\n']) {
      expect((await importWorkers(tenant, bad, '?deactivateMissing=true')).body).toMatchObject({ deactivated: 0 });
    }
    expect(await active()).toEqual(['Ada', 'Ben', 'Cem']);
  });
});

it('an import is visible in its own tenant only, and has one entry in the audit log', async () => {
  const other = await engine.createTenant();
  await importWorkers(tenant, WORKERS_TABLE);
  expect((await other.admin('GET', '/workers')).body).toEqual({ items: [], nextCursor: null });
  const theirs = await other.importRows('/workers', WORKERS_TABLE);
  expect(countsOf(theirs.body)).toEqual([3, 0, 0, 0]);
  const entries = await engine.database.query(
    `select actor, after from audit_entry join tenant on tenant.id = tenant_id
      where slug = $1 and subject_kind = 'import'`,
    [tenant.slug],
  );
  expect(entries).toEqual([
    { actor: 'token:first admin', after: { created: 3, updated: 0, unchanged: 0, failed: 0, deactivated: 0 } },
  ]);
});

describe('two imports of one tenant', () => {
  it('are not run at once: while one arrives, another is refused without being read, and other tenants are not affected', async () => {
    const sent = Promise.withResolvers<void>();
    const { response: first } = await beginImport(
      tenant,
      () =>
        new ReadableStream<Uint8Array>({
          start(controller) {
            controller.enqueue(Buffer.from('externalWorkerId,name\nW-1,Ada\n'));
            void sent.promise.then(() => {
              controller.enqueue(Buffer.from('W-2,Ben\n'));
              controller.close();
            });
          },
        }),
    );
    const rest = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from('externalWorkerId,name\n')),
    });
    expect((await importWorkers(tenant, rest)).status).toBe(409);
    const other = await engine.createTenant();
    expect(countsOf((await other.importRows('/workers', WORKERS_TABLE)).body)).toEqual([3, 0, 0, 0]);
    sent.resolve();
    expect(countsOf((await first).body)).toEqual([2, 0, 0, 0]);
    expect((await importWorkers(tenant, WORKERS_TABLE)).status).toBe(200);
  });
});
