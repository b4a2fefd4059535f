import { type TenantTransaction, ids } from '#platform/database';
import { type Eligibility, type PlannedOffer, eligibilityOf } from './eligibility.js';
import type { OfferCounts, OfferPeople, OfferPerson } from './offer.view.js';
import { pagesOf } from './reached-people.js';
import type { PeopleTarget } from './target.js';

/** People of each fate that are shown. */
const SHOWN = 50;

interface PersonRow {
  readonly fate: Eligibility;
  readonly total: number;
  readonly id: string;
  readonly name: string;
  readonly externalWorkerId: string | null;
  readonly email: string | null;
}

/** People that are looked at together. */
const PEOPLE_A_PAGE = 10_000;

/** What an offer would do to these people, without doing it. @param target null: nobody */
export async function previewOffer(
  tx: TenantTransaction,
  offer: PlannedOffer,
  target: PeopleTarget | null,
  validSince: string,
): Promise<{ counts: OfferCounts; who: OfferPeople }> {
  const totals = new Map<Eligibility, number>();
  const shown = new Map<Eligibility, OfferPerson[]>();
  for await (const reached of target === null ? [] : pagesOf(tx, target, PEOPLE_A_PAGE)) {
    const { sql, values } = await eligibilityOf(tx, [offer], reached, validSince);
    const rows = await tx.execute<PersonRow[]>(`${sql}${FIRST}`, [...values, tx.tenantId, SHOWN]);
    for (const [fate, people] of Map.groupBy(rows, (row) => row.fate)) {
      totals.set(fate, (totals.get(fate) ?? 0) + (people[0]?.total ?? 0));
      shown.set(fate, [...(shown.get(fate) ?? []), ...people.map(personView)].slice(0, SHOWN));
    }
  }
  const count = (fate: Eligibility): number => totals.get(fate) ?? 0;
  const people = (fate: Eligibility): OfferPerson[] => shown.get(fate) ?? [];
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

const FIRST = `, ranked as (
    select fate, worker_id, count(*) over (partition by fate)::integer as total, row_number() over (partition by fate order by worker_id) as place from judged
  )
  select fate, total, worker.id, worker.name, worker.external_worker_id as "externalWorkerId", worker.email
  from ranked join worker on worker.tenant_id = ? and worker.id = ranked.worker_id where place <= ? order by worker.id`;
