import { sql } from '@mikro-orm/postgresql';
import { byKey, ids, isoTime } from '#platform/database';

/** The worker whom a waiver exempts. */
export class WaivedWorker {
  /** Identifier with the prefix `wrk_`. */
  id: string;
  /** Name of the worker. */
  name: string;
  externalWorkerId: string | null;
  email: string | null;
}

/** Exempts a worker from a requirement, a credential or a need for a while. */
export class WaiverView {
  /** Identifier with the prefix `wvr_`. */
  id: string;
  /** Whose reason does not count. */
  worker: WaivedWorker;
  /** The waived requirement: `req_…`; null: a credential or a need is waived. */
  requirementId: string | null;
  /** Name of the credential. */
  credential: string | null;
  /** The waived need: `need_…`; null: a requirement or a credential is waived. */
  needId: string | null;
  /** What it is about, in words: the credential, the course or the topic; null if that was deleted. */
  about: string | null;
  /** Its last day, if it was given as a day, or the instant at which it ends. */
  until: string;
  /** False: it is over. */
  active: boolean;
  /** Why the reason does not count. */
  note: string;
  createdBy: string;
  createdAt: string;
}

export class WaiverPage {
  items: WaiverView[];
  nextCursor: string | null;
}

export interface WaiverRow {
  readonly id: string;
  readonly workerId: string;
  readonly workerName: string;
  readonly externalWorkerId: string | null;
  readonly email: string | null;
  readonly requirementId: string | null;
  readonly credential: string | null;
  readonly needId: string | null;
  readonly about: string | null;
  readonly until: string;
  readonly untilOn: string | null;
  readonly active: boolean;
  readonly note: string;
  readonly createdBy: string;
  readonly createdAt: string;
}

/** Ends in its FROM. */
export const SELECT_WAIVERS = sql`
  select waiver.id, waiver.worker_id as "workerId", worker.name as "workerName",
    worker.external_worker_id as "externalWorkerId", worker.email, waiver.requirement_id as "requirementId",
    waiver.credential, waiver.need_id as "needId", coalesce(waiver.credential, requirement.credential, course.title,
    need.topic, need.type) as about, waiver.until, waiver.until_on::text as "untilOn", waiver.until > now() as active,
    waiver.note, waiver.created_by as "createdBy", waiver.created_at as "createdAt"
  from waiver
    cross join lateral ${byKey('worker', sql`tenant_id = waiver.tenant_id and id = waiver.worker_id`)}
    left join requirement on requirement.tenant_id = waiver.tenant_id and requirement.id = waiver.requirement_id
    left join course on course.tenant_id = waiver.tenant_id and course.id = requirement.course_id
    left join lateral ${byKey('need', sql`tenant_id = waiver.tenant_id and id = waiver.need_id`)} on true`;

export function waiverView(row: WaiverRow): WaiverView {
  const { id, workerId, workerName, externalWorkerId, email, requirementId, credential, needId, until, untilOn } = row;
  return {
    id: ids.show('wvr', id),
    worker: { id: ids.show('wrk', workerId), name: workerName, externalWorkerId, email },
    requirementId: requirementId === null ? null : ids.show('req', requirementId),
    credential,
    needId: needId === null ? null : ids.show('need', needId),
    about: row.about,
    until: untilOn ?? isoTime(until),
    active: row.active,
    note: row.note,
    createdBy: row.createdBy,
    createdAt: isoTime(row.createdAt),
  };
}
