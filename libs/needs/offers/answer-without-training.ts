import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, anyTenant, isoDayOrTime, sqlArray } from '#platform/database';
import { eligibilityOf } from './eligibility.js';
import { validSince } from './offer-settings.js';

/** A person whom a need reaches. UUIDs. */
interface ReachedPerson {
  readonly id: string;
  readonly workerId: string;
}

/**
 * Answers offered needs for those who come to their sites and need no training: they hold a credential by which they
 * are already valid for the offer, or are exempt from it.
 * @param come people who have not answered the need with the id
 * @returns the ids of the answered needs
 */
export async function answerWithoutTraining(tx: TenantTransaction, come: readonly ReachedPerson[]): Promise<string[]> {
  const answering = await answeringPeople(tx, come);
  if (answering.length === 0) return [];
  await tx.execute(sql`
    update need_person person set answered_at = now()
    from jsonb_to_recordset(${JSON.stringify(answering)}::jsonb) as answering (id uuid, "workerId" uuid)
    where person.tenant_id = ${anyTenant(tx.tenantId)} and person.need_id = answering.id
      and person.worker_id = answering."workerId" and person.answered_at is null`);
  return [...new Set(answering.map(({ id }) => id))];
}

/** Those of the people who are already valid for the offer of the need with the id, or exempt from it. */
export async function answeringPeople(
  tx: TenantTransaction,
  people: readonly ReachedPerson[],
): Promise<ReachedPerson[]> {
  if (people.length === 0) return [];
  const needs = await tx.execute<
    Array<{ needId: string; courseId: string; topic: string | null; dueOn: string | null; dueAt: string | null }>
  >(sql`
    select id as "needId", offered_course_id as "courseId", topic, due_on::text as "dueOn", due_at as "dueAt" from need
    where tenant_id = ${tx.tenantId} and id = any (${sqlArray([...new Set(people.map(({ id }) => id))])}::uuid[])`);
  const offers = needs.flatMap(({ dueOn, dueAt: time, ...need }) => {
    const dueAt = isoDayOrTime(dueOn, time);
    return dueAt === null ? [] : [{ ...need, dueAt }];
  });
  const places = new Map(offers.map(({ needId }, place) => [needId, place]));
  const reached = people.flatMap(({ id, workerId }) => {
    const offer = places.get(id);
    return offer === undefined ? [] : [{ offer, workerId }];
  });
  if (reached.length === 0) return [];
  const eligibility = await eligibilityOf(
    tx,
    { offers, validSince: await validSince(tx, new Date()) },
    {
      offers: reached.map(({ offer }) => offer),
      workerIds: reached.map(({ workerId }) => workerId),
      active: reached.map(() => true),
    },
  );
  return tx.execute<ReachedPerson[]>(
    sql`${eligibility} select need_id as id, worker_id as "workerId" from eligibility
      where outcome in ('already_valid', 'exempt')`,
  );
}
