import { sql } from '@mikro-orm/postgresql';
import { ids, isoTime } from '#platform/database';
import type { DateText } from '#platform/text';

export const ASSIGNMENT_STATUSES = ['assigned', 'completed', 'cancelled'] as const;
export type AssignmentStatus = (typeof ASSIGNMENT_STATUSES)[number];

export class AssignedWorker {
  /** Identifier with the prefix `wrk_`. */
  id: string;
  /** Name of the worker. */
  name: string;
  externalWorkerId: string | null;
  email: string | null;
}

export class AssignedCourse {
  /** Identifier with the prefix `crs_`. */
  id: string;
  /** Title of the course. */
  title: string;
}

/** A course that one person is to complete. */
export class AssignmentView {
  /** Identifier with the prefix `asg_`. */
  id: string;
  /** `cancelled`: by an admin, or because the person has left or has a newer credential. */
  status: AssignmentStatus;
  /** Who has to take the course. */
  worker: AssignedWorker;
  /** The assigned course. */
  course: AssignedCourse;
  /** The need for which it was offered; null: the course was assigned without a need. */
  needId: string | null;
  /** A day, which is due until its end in the tenant's time zone, or a time. */
  dueAt: DateText;
  /** Not completed, and past its due date. */
  overdue: boolean;
  /** When it was assigned, in UTC. */
  assignedAt: string;
  /** When it was completed, in UTC; null: not yet. */
  completedAt: string | null;
  /** The assignment (`asg_…`) of the worker who is to take the course instead; null: it was not reassigned. */
  reassignedTo: string | null;
  version: number;
}

export class AssignmentPage {
  items: AssignmentView[];
  nextCursor: string | null;
}

/** An assignment with its worker and its course, as statements read it. */
export interface AssignmentRow {
  readonly id: string;
  readonly status: AssignmentStatus;
  readonly workerId: string;
  readonly workerName: string | null;
  readonly externalWorkerId: string | null;
  readonly email: string | null;
  readonly courseId: string;
  readonly courseTitle: string | null;
  readonly needId: string | null;
  readonly dueAt: string;
  readonly dueOn: string | null;
  readonly overdue: boolean;
  readonly assignedAt: string;
  readonly completedAt: string | null;
  readonly reassignedTo: string | null;
  readonly version: number;
}

/** Without a WHERE clause. Workers and courses are looked up row by row on purpose, like those of the directory. */
export const SELECT_ASSIGNMENTS = sql`
  select assignment.id, assignment.status, assignment.worker_id as "workerId", worker.name as "workerName",
    worker.external_worker_id as "externalWorkerId", worker.email,
    assignment.course_id as "courseId", (select title from course where course.tenant_id = assignment.tenant_id
        and course.id = assignment.course_id) as "courseTitle",
    assignment.need_id as "needId", assignment.due_at as "dueAt", assignment.due_on::text as "dueOn",
    assignment.status = 'assigned' and assignment.due_at < now() as overdue, assignment.assigned_at as "assignedAt",
    assignment.completed_at as "completedAt", assignment.reassigned_to as "reassignedTo", assignment.version
  from assignment left join lateral (
    select name, external_worker_id, email from worker where worker.tenant_id = assignment.tenant_id
      and worker.id = assignment.worker_id offset 0
  ) as worker on true`;

export function assignmentView(row: AssignmentRow): AssignmentView {
  return {
    id: ids.show('asg', row.id),
    status: row.status,
    worker: {
      id: ids.show('wrk', row.workerId),
      name: row.workerName ?? '',
      externalWorkerId: row.externalWorkerId,
      email: row.email,
    },
    course: { id: ids.show('crs', row.courseId), title: row.courseTitle ?? '' },
    needId: row.needId === null ? null : ids.show('need', row.needId),
    dueAt: row.dueOn ?? isoTime(row.dueAt),
    overdue: row.overdue,
    assignedAt: isoTime(row.assignedAt),
    completedAt: row.completedAt === null ? null : isoTime(row.completedAt),
    reassignedTo: row.reassignedTo === null ? null : ids.show('asg', row.reassignedTo),
    version: row.version,
  };
}
