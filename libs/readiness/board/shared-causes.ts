import { sql } from '@mikro-orm/postgresql';
import { SUGGESTED_COURSE } from '#needs';
import { type SqlFragment, type TenantTransaction, anyTenant, ids } from '#platform/database';
import type { ReasonMove } from '../reasons/reason.view.js';
import type { SharedCause } from './summary.view.js';

/** The shared causes that are shown. */
const MAX_CAUSES = 10;

/** How many people a need of a cohort explains: it is among their worst reasons. */
export interface Explained {
  /** UUID */
  readonly needId: string;
  readonly people: number;
}

interface SharedCauseRow {
  readonly needId: string;
  readonly topic: string | null;
  readonly site: string | null;
  readonly severity: number;
  readonly people: number;
  readonly recommendation: string;
  /** Null: none is recommended, or it is no longer published. */
  readonly courseId: string | null;
  /** The course that comes closest, and that nobody has accepted or rejected. */
  readonly suggestedCourseId: string | null;
  /** Everybody whom the need reaches, and who has not answered it, has an open assignment of it. */
  readonly isUnderWay: boolean;
}

/** The needs of cohorts that explain most people who are not ready or at risk. */
export async function readSharedCauses(tx: TenantTransaction, explained: readonly Explained[]): Promise<SharedCause[]> {
  const most = explained.toSorted((one, other) => other.people - one.people).slice(0, MAX_CAUSES);
  const rows = await tx.execute<SharedCauseRow[]>(sql`
    select need.id as "needId", topic, site, severity, explained.people, recommendation,
      (select course.id from course where course.tenant_id = need.tenant_id and course.id = need.course_id
          and course.status = 'published') as "courseId",
      ${SUGGESTED_COURSE} as "suggestedCourseId",
      status in ('offered', 'in_progress') and not exists (${unassignedPeople()}) as "isUnderWay"
    from jsonb_to_recordset(${JSON.stringify(most)}::jsonb) as explained ("needId" uuid, people integer)
      join need on need.tenant_id = ${anyTenant(tx.tenantId)} and need.id = explained."needId"
    order by explained.people desc, severity desc, need.id`);
  return rows.map((row) => ({
    needId: ids.show('need', row.needId),
    topic: row.topic,
    site: row.site,
    severity: row.severity,
    people: row.people,
    move: moveOf(row),
  }));
}

/** The people of a row of `need` who lack an assignment of it. `not in` is hashed: a need may reach everybody. */
function unassignedPeople(): SqlFragment {
  return sql`
    select from need_person where need_person.tenant_id = need.tenant_id and need_person.need_id = need.id
      and answered_at is null and need_person.worker_id not in (
        select worker_id from assignment
        where assignment.tenant_id = need.tenant_id and assignment.need_id = need.id
          and assignment.status = 'assigned')`;
}

/** As the board shows it with the reasons of these people. */
function moveOf({
  needId,
  recommendation,
  courseId,
  suggestedCourseId,
  isUnderWay,
}: SharedCauseRow): ReasonMove | null {
  const need = { needId: ids.show('need', needId) };
  if (isUnderWay) return { action: 'complete', ...need };
  if (recommendation === 'pending') return null;
  if (courseId !== null) return { action: 'offer', ...need, courseId: ids.show('crs', courseId) };
  return { action: suggestedCourseId === null ? 'author' : 'decide', ...need };
}
