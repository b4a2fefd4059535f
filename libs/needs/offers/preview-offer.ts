import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, anyTenant, ids } from '#platform/database';
import { type Eligibility, eligibilityOf } from './eligibility.js';
import type { OfferCounts, OfferPeople, OfferPerson } from './offer.view.js';
import type { PlannedOffer } from './planned-offer.js';
import { pagesOf } from './reached-people.js';
import type { PeopleTarget } from './target.js';

/** How many people of each eligibility the response shows. */
const SHOWN = 50;

interface PersonRow {
  readonly outcome: Eligibility;
  readonly total: number;
  readonly id: string;
  readonly name: string;
  readonly externalWorkerId: string | null;
  readonly email: string | null;
}

/** How many people one statement reads. */
const PEOPLE_PER_PAGE = 10_000;

/** The result of an offer to these people, without changing anything. @param target null: nobody */
export async function previewOffer(
  tx: TenantTransaction,
  offer: PlannedOffer,
  target: PeopleTarget | null,
  validSince: string,
): Promise<{ counts: OfferCounts; who: OfferPeople }> {
  const totals = new Map<Eligibility, number>();
  const shown = new Map<Eligibility, OfferPerson[]>();
  for await (const reached of target === null ? [] : pagesOf(tx, target, PEOPLE_PER_PAGE)) {
    const eligibility = await eligibilityOf(tx, { offers: [offer], validSince }, reached);
    const rows = await tx.execute<PersonRow[]>(firstPeople(tx.tenantId, eligibility));
    for (const [outcome, people] of Map.groupBy(rows, (row) => row.outcome)) {
      totals.set(outcome, (totals.get(outcome) ?? 0) + (people[0]?.total ?? 0));
      shown.set(outcome, [...(shown.get(outcome) ?? []), ...people.map(personView)].slice(0, SHOWN));
    }
  }
  const count = (outcome: Eligibility): number => totals.get(outcome) ?? 0;
  const people = (outcome: Eligibility): OfferPerson[] => shown.get(outcome) ?? [];
  return {
    counts: {
      willAssign: count('will_assign'),
      alreadyAssigned: count('already_assigned'),
      alreadyValid: count('already_valid'),
      exempt: count('exempt'),
      left: count('left'),
    },
    who: {
      willAssign: people('will_assign'),
      alreadyAssigned: people('already_assigned'),
      alreadyValid: people('already_valid'),
      exempt: people('exempt'),
      left: people('left'),
    },
  };
}

function personView({ id, name, externalWorkerId, email }: PersonRow): OfferPerson {
  return { id: ids.show('wrk', id), name, externalWorkerId, email };
}

/** The first people of each eligibility, and the counts. */
function firstPeople(tenantId: string, eligibility: SqlFragment): SqlFragment {
  return sql`${eligibility}, ranked as (
    select outcome, worker_id, count(*) over (partition by outcome)::integer as total,
      row_number() over (partition by outcome order by worker_id) as place
    from eligibility
  )
  select outcome, total, worker.id, worker.name, worker.external_worker_id as "externalWorkerId", worker.email
  from ranked join worker on worker.tenant_id = ${anyTenant(tenantId)} and worker.id = ranked.worker_id
  where place <= ${SHOWN}
  order by worker.id`;
}
