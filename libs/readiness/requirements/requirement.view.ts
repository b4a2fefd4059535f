import { sql } from '@mikro-orm/postgresql';
import { ids, isoTime } from '#platform/database';
import type { AudienceKind } from '../rule/facts.js';
import type { ReadinessStatus } from '../rule/kinds.js';

/** Whom a requirement is for. */
export class AudienceView {
  /** Whom the requirement applies to. */
  kind: AudienceKind;
  /** Name of the site or the group, or the role; null for everyone, and for a site or a group that was deleted. */
  name: string | null;
}

/** A credential or a course that the tenant requires of an audience. */
export class RequirementView {
  /** Identifier with the prefix `req_`. */
  id: string;
  /** Whom the requirement applies to. */
  appliesTo: AudienceView;
  /** Name of the credential; null if a course is required. */
  credential: string | null;
  /** The required course: `crs_…`; null: a credential is required. */
  courseId: string | null;
  /** Title of the required course; null: a credential is required. */
  courseTitle: string | null;
  /** Null: the policy's. */
  severity: number | null;
  /** For how many days a completion counts; null: for ever. */
  validDays: number | null;
  /**
   * Days after the requirement's start, or the worker's creation if that is later, in which its reason has severity
   * 2.
   */
  graceDays: number;
  /** The day from which it holds; null: from its creation on. */
  from: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export class RequirementPage {
  items: RequirementView[];
  nextCursor: string | null;
}

/** A worker whom a change of a requirement affects. */
export class AffectedWorker {
  /** Identifier with the prefix `wrk_`. */
  id: string;
  /** Name of the worker. */
  name: string;
  externalWorkerId: string | null;
  email: string | null;
  /** Without the change. */
  before: ReadinessStatus;
  /** With the change, once its days of grace are over. */
  after: ReadinessStatus;
}

/**
 * A requirement; with `dryRun` as it would be, and whom the change would affect. All numbers after `checked` are of the
 * workers that were checked, once the days of grace are over.
 */
export class RequirementResult extends RequirementView {
  /** With `dryRun`: active workers of the audience. */
  people?: number;
  /** With `dryRun`: how many of them were checked; at most 2,000, chosen without regard to who they are. */
  checked?: number;
  /** With `dryRun`: who hold or have completed what is required. */
  alreadyMeet?: number;
  /** With `dryRun`: who do not. */
  lacking?: number;
  /** With `dryRun`: of those who lack it, who have days of grace first. */
  inGrace?: number;
  /** With `dryRun`: who are not ready, for whatever reason. */
  notReady?: number;
  /** With `dryRun`: who are at risk, for whatever reason. */
  atRisk?: number;
  /** With `dryRun`: who become not ready by the change. */
  becomeNotReady?: number;
  /** With `dryRun`: who become at risk by the change. */
  becomeAtRisk?: number;
  /** With `dryRun`: who become ready by the change. */
  becomeReady?: number;
  /** With `dryRun`: at most 20 workers who lack it or whose status changes, the latter first. */
  sample?: AffectedWorker[];
}

export interface RequirementRow {
  readonly id: string;
  readonly audienceKind: AudienceKind;
  readonly audienceName: string | null;
  readonly credential: string | null;
  readonly courseId: string | null;
  readonly courseTitle: string | null;
  readonly severity: number | null;
  readonly validDays: number | null;
  readonly graceDays: number;
  readonly fromDay: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Ends in its FROM. */
export const SELECT_REQUIREMENTS = sql`
  select requirement.id, audience_kind as "audienceKind",
    coalesce(site.name, worker_group.name, requirement.role) as "audienceName", credential, course_id as "courseId",
    course.title as "courseTitle", severity, valid_days as "validDays", grace_days as "graceDays",
    from_day::text as "fromDay", requirement.version, requirement.created_at as "createdAt",
    requirement.updated_at as "updatedAt"
  from requirement
    left join site on audience_kind = 'site' and site.tenant_id = requirement.tenant_id and site.id = audience_id
    left join worker_group on audience_kind = 'group' and worker_group.tenant_id = requirement.tenant_id
      and worker_group.id = audience_id
    left join course on course.tenant_id = requirement.tenant_id and course.id = course_id`;

export function requirementView(row: RequirementRow): RequirementView {
  const { id, audienceKind, audienceName, credential, courseId, courseTitle, severity, validDays, graceDays } = row;
  return {
    id: ids.show('req', id),
    appliesTo: { kind: audienceKind, name: audienceName },
    credential,
    courseId: courseId === null ? null : ids.show('crs', courseId),
    courseTitle,
    severity,
    validDays,
    graceDays,
    from: row.fromDay,
    version: row.version,
    createdAt: isoTime(row.createdAt),
    updatedAt: isoTime(row.updatedAt),
  };
}
