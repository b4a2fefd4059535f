import { sql } from '@mikro-orm/postgresql';
import { Site, Worker, findSiteId } from '#directory';
import { type SqlFragment, type TenantTransaction, ids } from '#platform/database';
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

/** The person or the site that a document is about. */
interface FoundSubject {
  readonly kind: EvidenceSubject['kind'];
  readonly name: string;
  /** The condition on a period of the people. */
  readonly isMeant: SqlFragment;
}

/**
 * Whether a document is about more than a number of people. Reads at most one more than these, not all of a site.
 * @throws Invalid unless exactly one of worker and site is given
 * @throws NotFound
 */
export async function isAboutMore(tx: TenantTransaction, query: EvidenceQuery, people: number): Promise<boolean> {
  const { isMeant } = await findSubject(tx, query);
  const some = await tx.execute(sql`
    select worker_id from readiness_period as period
    where tenant_id = ${tx.tenantId} and ${isMeant} and is_current limit ${people + 1}`);
  return some.length > people;
}

/**
 * @param at the instant of the document, in milliseconds since the epoch
 * @throws Invalid unless exactly one of worker and site is given
 * @throws NotFound
 */
export async function readSubject(tx: TenantTransaction, query: EvidenceQuery, at: number): Promise<EvidenceSubject> {
  const { kind, name, isMeant } = await findSubject(tx, query);
  const people = await peopleAt(tx, isMeant, at);
  if (kind === 'person' && people.length === 0) throw new NotFound('worker on the board');
  return { kind, name, ...counted(people) };
}

async function findSubject(tx: TenantTransaction, { worker, site }: EvidenceQuery): Promise<FoundSubject> {
  if (worker !== undefined && site === undefined) return findPerson(tx, worker);
  if (site !== undefined && worker === undefined) return findSite(tx, site);
  throw new Invalid([{ field: 'worker', message: 'give exactly one of worker and site' }]);
}

async function findPerson(tx: TenantTransaction, shownId: string): Promise<FoundSubject> {
  const id = ids.parse('wrk', shownId);
  const worker = id === null ? null : await tx.findOne(Worker, { id }, { fields: ['id', 'name'] });
  if (worker === null) throw new NotFound('worker');
  return { kind: 'person', name: worker.name, isMeant: sql`period.worker_id = ${worker.id}` };
}

async function findSite(tx: TenantTransaction, name: string): Promise<FoundSubject> {
  const id = await findSiteId(tx, name);
  const site = id === null ? null : await tx.findOne(Site, { id }, { fields: ['id', 'name'] });
  if (site === null) throw new NotFound('site');
  return { kind: 'site', name: site.name, isMeant: sql`period.site_id = ${site.id}` };
}

interface Person {
  readonly workerId: string;
  readonly rank: number;
}

async function peopleAt(tx: TenantTransaction, isMeant: SqlFragment, at: number): Promise<Person[]> {
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
