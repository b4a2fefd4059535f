import { expect } from '@jest/globals';
import type { Schemas } from '#client';
import type { SharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { auditOf } from './audit.js';

type WorkerFields = Partial<Schemas['CreateWorkerBody']>;

/** A worker whose external id is the name, unless keys are given. */
export function addWorker(tenant: TestTenant, fields: WorkerFields = {}): Promise<Schemas['WorkerView']> {
  const { name = 'Ada', ...others } = fields;
  const hasKey = [fields.externalWorkerId, fields.email, fields.learnerId].some((key) => key !== undefined);
  return tenant.api.createWorker({ body: { name, ...(hasKey ? {} : { externalWorkerId: name }), ...others } });
}

/** A worker at a site, whose external id is the name. @returns the id */
export async function hire(tenant: TestTenant, name: string, site = 'North'): Promise<string> {
  return (await addWorker(tenant, { name, site })).id;
}

/** A new worker with all fields, written as a person may write them. */
export const JORDAN = {
  externalWorkerId: 'W-1',
  email: 'Jordan@Acme.com',
  learnerId: 'L-1',
  name: ' Jordan Blake ',
  site: 'Site A',
  role: 'Rigger',
  groups: ['Night', 'Crew'],
  active: true,
};

/** Changes fields of a worker: `{ active: false }` for one who leaves. */
export function changeWorker(
  tenant: TestTenant,
  id: string,
  body: Schemas['ChangeWorkerBody'],
): Promise<Schemas['WorkerView']> {
  return tenant.api.changeWorker({ path: { id }, body });
}

/** Deletes a worker and erases the person from all records, and waits until that is done. */
export async function eraseWorker(tenant: TestTenant, id: string): Promise<void> {
  await tenant.api.removeWorker({ path: { id }, query: { erase: 'true' } });
  await eventually(async () => expect(await auditOf(tenant, { subject: id, action: 'worker.erased' })).toHaveLength(1));
}

/** Workers W-1, W-2 and so on, for tests of many people. With a site, which is created, all of them work there. */
export async function addManyWorkers(
  { database }: Pick<SharedEngine, 'database'>,
  { id }: TestTenant,
  count: number,
  { site = null, active = true }: { readonly site?: string | null; readonly active?: boolean } = {},
): Promise<void> {
  await database.query(
    `with place as (
       insert into site (tenant_id, id, name, name_key) select $1, uuid_next(), name, lower(name)
       from (values ($3::text)) as given (name) where name is not null returning id
     )
     insert into worker (tenant_id, id, external_worker_id, name, site_id, active)
     select $1, uuid_next(), 'W-' || n, 'Worker ' || n, (select id from place), $4
     from generate_series(1, $2::integer) n`,
    [id, count, site, active],
  );
}

/** Ada, a rigger, and Ben, a clerk, at North, and Cleo, a rigger in the group Crew, at South. */
export async function addRiggersAndClerk(tenant: TestTenant): Promise<void> {
  await addWorker(tenant, { externalWorkerId: 'W-1', name: 'Ada', site: 'North', role: 'Rigger' });
  await addWorker(tenant, { externalWorkerId: 'W-2', name: 'Ben', site: 'North', role: 'Clerk' });
  await addWorker(tenant, { externalWorkerId: 'W-3', name: 'Cleo', site: 'South', role: ' rigger ', groups: ['Crew'] });
}

/** Ada and Ben at North, and Cleo at South. */
export async function addWorkersOfTwoSites(tenant: TestTenant): Promise<void> {
  await addWorker(tenant, { externalWorkerId: 'W-1', name: 'Ada', site: 'North' });
  await addWorker(tenant, { externalWorkerId: 'W-2', name: 'Ben', site: 'North' });
  await addWorker(tenant, { externalWorkerId: 'W-3', name: 'Cleo', site: 'South' });
}

/** The workers of a tenant, oldest first: at most 200. */
export async function allWorkers(tenant: TestTenant): Promise<readonly Schemas['WorkerView'][]> {
  return (await tenant.api.listWorkers({ query: { limit: 200 } })).items;
}

/** What importing workers counts: created, updated, unchanged, failed. */
export const countsOf = ({ created, updated, unchanged, failed }: Schemas['ImportResult']): number[] => [
  created,
  updated,
  unchanged,
  failed,
];

/** Imports workers into a tenant. @param query with its question mark: `?dryRun=true` */
export function importWorkers(
  tenant: TestTenant,
  rows: Parameters<TestTenant['importRows']>[1],
  query = '',
  type?: string,
): ReturnType<TestTenant['importRows']> {
  return tenant.importRows(`/workers${query}`, rows, type);
}

/**
 * Begins an import whose rows arrive slowly, and waits until it runs. The imports that find out may come before it and
 * have it refused: it is begun again then.
 */
export async function beginImport(
  tenant: TestTenant,
  openRows: () => ReadableStream<Uint8Array>,
): Promise<{ readonly response: ReturnType<TestTenant['importRows']> }> {
  let response = importWorkers(tenant, openRows());
  await eventually(async () => {
    const { body } = await importWorkers(tenant, 'externalWorkerId,name\n');
    const refused = await Promise.race([response, Promise.resolve(null)]);
    if (refused !== null) response = importWorkers(tenant, openRows());
    expect([body.code, refused]).toEqual(['import_running', null]);
  });
  return { response };
}

/** A table of three workers with every column. */
export const WORKERS_TABLE = `externalWorkerId,email,learnerId,name,site,role,groups,active
W-1,Ada@Acme.com,L-1,Ada Lovelace,Site A,Engineer,Crew;Night,true
W-2,ben@acme.com,,Ben,site a,,,yes
,cem@acme.com,,Cem,,Welder,Crew|Day,0
`;
