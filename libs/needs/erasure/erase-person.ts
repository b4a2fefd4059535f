import { sql } from '@mikro-orm/postgresql';
import { Erasure } from '#directory';
import { type SqlFragment, type TenantTable, type TenantTransaction, readTenantTables } from '#platform/database';
import { fold } from '#platform/text';
import { audit } from '#tenancy';
import { lockUpkeep } from '../upkeep-lock.js';
import { eraseTable } from './erase-table.js';
import { findOwnRecords } from './own-records.js';
import { type Person, patternOfNames, personOf } from './person.js';

/** Tables that are not searched, because a name in them is not a record about the person. */
const NOT_ABOUT_PEOPLE: Readonly<Record<string, string>> = {
  course: 'the library: what a course says is published text',
  draft: 'the library',
  draft_version: 'the library',
  document: 'the library',
  passage: 'the library',
  topic_synonym: 'the vocabulary of the library',
  site: 'names of places',
  site_alias: 'names of places',
  worker_group: 'names of groups',
  worker: 'other people: the worker is deleted',
  readiness_count: 'counts of people: their roles are called as the directory calls them',
  console_user: 'accounts of the console, which are deleted by themselves',
  oidc_identity: 'accounts of the console',
  erasure: 'what remains to be done, deleted with this transaction',
  idempotency_key: 'deleted after a day, and until then a client must find its call again',
};

/** Tables of the readiness board that repeat texts of needs and of the directory. */
const OF_BOARD: ReadonlySet<string> = new Set(['readiness_cause', 'readiness_period']);

/** Which rows of a table are searched, if not all of them are. */
const SEARCHED_ROWS: Readonly<Record<string, (person: Person) => SqlFragment>> = {
  // Those of now repeat what the directory calls other people and their roles, and are counted by these roles.
  readiness_period: ({ workerId }) => sql`(worker_id = ${workerId} or valid_to <= now())`,
};

/**
 * Erases a deleted worker's personal data from all of the tenant's tables, and deletes the request. Rows stay, with a
 * pseudonym, so that counts and statistics do not change.
 * @returns the number of changed rows by table
 */
export async function erasePerson(tx: TenantTransaction, request: Erasure): Promise<Record<string, number>> {
  const { workerId } = request;
  const own = await findOwnRecords(tx, workerId, request.keys);
  const shared = await sharedNames(tx, own.keys.names);
  const person = personOf(workerId, own, (name) => shared.has(name));
  await revokeLinks(tx, workerId);
  const changed = await eraseTables(tx, person, own);
  tx.remove(request);
  audit(tx, {
    actor: request.actor,
    action: 'worker.erased',
    subject: { kind: 'worker', id: workerId },
    after: { pseudonym: person.pseudonym, rows: changed },
  });
  return changed;
}

async function eraseTables(
  tx: TenantTransaction,
  person: Person,
  own: Awaited<ReturnType<typeof findOwnRecords>>,
): Promise<Record<string, number>> {
  const changed: Record<string, number> = {};
  const erase = async (table: TenantTable, within?: SqlFragment): Promise<void> => {
    const rows = await eraseTable(tx, table, { person, own }, within);
    if (rows > 0) changed[table.name] = (changed[table.name] ?? 0) + rows;
  };
  const tables = (await readTenantTables(tx)).filter(({ name }) => !(name in NOT_ABOUT_PEOPLE));
  const { needs = [], board = [], others = [] } = Object.groupBy(tables, placeOf);
  for (const table of others) await erase(table);
  // Late, because it keeps changes of requirements waiting.
  await lockUpkeep(tx);
  for (const table of [...board, ...needs]) await erase(table, SEARCHED_ROWS[table.name]?.(person));
  // From now on no signal joins these needs, and no event reports them. What was added since the erasure began is
  // searched again; five minutes allow for the clocks of other processes.
  const isLate = sql`id >= uuid_floor(now() - interval '5 minutes')`;
  const isNamed = sql`starts_with(dedupe_key, ${`${person.pseudonym}:`}) is not true`;
  for (const table of others) {
    if (table.name === 'signal') await erase(table, sql`${isLate} and ${isNamed}`);
    if (table.name === 'webhook_message') await erase(table, isLate);
  }
  return changed;
}

/** Needs come last: while they are locked, no signal can join them. */
function placeOf({ name }: TenantTable): 'needs' | 'board' | 'others' {
  if (name === 'need') return 'needs';
  return OF_BOARD.has(name) ? 'board' : 'others';
}

/** Those of the names that other workers have, too, in one of the spellings that are erased. */
async function sharedNames(tx: TenantTransaction, names: readonly string[]): Promise<Set<string>> {
  const pattern = patternOfNames(names);
  if (pattern === null) return new Set();
  const rows = await tx.execute<Array<{ name: string }>>(sql`
    select distinct name from worker where tenant_id = ${tx.tenantId} and name ~* ${pattern}`);
  const others = new Set(rows.map(({ name }) => fold(name)));
  return new Set(names.filter((name) => others.has(fold(name))));
}

async function revokeLinks(tx: TenantTransaction, workerId: string): Promise<void> {
  await tx.execute(sql`
    delete from assignment_link using assignment where assignment_link.tenant_id = ${tx.tenantId}
      and assignment.tenant_id = ${tx.tenantId} and assignment.id = assignment_link.assignment_id
        and assignment.worker_id = ${workerId}`);
}
