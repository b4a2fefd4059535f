import { sql } from '@mikro-orm/postgresql';
import { Site, Worker, findSiteId } from '#directory';
import { type TenantTransaction, ids } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { periodsOf, validAt } from '../../board/board-conditions.js';
import { readPendingNeeds } from '../../board/pending-needs.js';
import { STATUSES } from '../../rule/kinds.js';
import type { EvidenceQuery } from './evidence.query.js';

/** The people whom a document is about, with their readiness in total. */
export interface EvidenceSubject {
  readonly kind: 'person' | 'site';
  readonly name: string;
  /** UUIDs of the people, by name. A document names all of them, also those whose readiness changes meanwhile. */
  readonly workerIds: readonly string[];
  readonly ready: number;
  readonly atRisk: number;
  readonly notReady: number;
}

/**
 * @param at the instant of the document, in milliseconds since the epoch
 * @throws Invalid unless exactly one of worker and site is given
 * @throws NotFound
 */
export async function readSubject(tx: TenantTransaction, query: EvidenceQuery, at: number): Promise<EvidenceSubject> {
  const { worker, site } = query;
  if (worker !== undefined && site === undefined) return ofPerson(tx, worker, at);
  if (site !== undefined && worker === undefined) return ofSite(tx, site, at);
  throw new Invalid([{ field: 'worker', message: 'give exactly one of worker and site' }]);
}

async function ofPerson(tx: TenantTransaction, shownId: string, at: number): Promise<EvidenceSubject> {
  const id = ids.parse('wrk', shownId);
  const worker = id === null ? null : await tx.findOne(Worker, { id }, { fields: ['id', 'name'] });
  if (worker === null) throw new NotFound('worker');
  const people = await peopleAt(tx, sql`period.worker_id = ${worker.id}`, at);
  if (people.length === 0) throw new NotFound('worker on the board');
  return { kind: 'person', name: worker.name, ...counted(people) };
}

async function ofSite(tx: TenantTransaction, name: string, at: number): Promise<EvidenceSubject> {
  const id = await findSiteId(tx, name);
  const site = id === null ? null : await tx.findOne(Site, { id }, { fields: ['id', 'name'] });
  if (site === null) throw new NotFound('site');
  return { kind: 'site', name: site.name, ...counted(await peopleAt(tx, sql`period.site_id = ${site.id}`, at)) };
}

interface Person {
  readonly workerId: string;
  readonly rank: number;
}

async function peopleAt(tx: TenantTransaction, isMeant: ReturnType<typeof validAt>, at: number): Promise<Person[]> {
  const instant = { at, isNow: true, pending: await readPendingNeeds(tx) };
  return tx.execute<Person[]>(sql`
    select worker_id as "workerId", rank from ${periodsOf(tx.tenantId, instant)} as period
    where tenant_id = ${tx.tenantId} and ${isMeant} and ${validAt(sql`period`, at)} order by name_key, worker_id`);
}

function counted(people: readonly Person[]): Omit<EvidenceSubject, 'kind' | 'name'> {
  const [notReady, atRisk, ready] = STATUSES.map((_, rank) => people.filter((person) => person.rank === rank).length);
  return {
    workerIds: people.map(({ workerId }) => workerId),
    ready: ready ?? 0,
    atRisk: atRisk ?? 0,
    notReady: notReady ?? 0,
  };
}
