import { sql } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Course, CourseChanges } from '#catalog';
import type { TenantTransaction } from '#platform/database';
import { Assignment } from './assignment.entity.js';
import { CourseAssigned } from './assignment.errors.js';
import { lockAssigning } from './lock-assigning.js';

/** Keeps the courses that people still have to take from being deleted: nobody could complete them. */
@Injectable()
export class AssignedCourses implements OnModuleInit {
  constructor(private readonly courses: CourseChanges) {}

  onModuleInit(): void {
    this.courses.subscribe((tx, courseId) => this.demandUnassigned(tx, courseId));
  }

  /** @throws CourseAssigned */
  private async demandUnassigned(tx: TenantTransaction, courseId: string): Promise<void> {
    if ((await tx.count(Course, { id: courseId })) > 0) return;
    // An offer that is being made has committed then.
    await lockAssigning(tx);
    const people = await tx.count(Assignment, { courseId, status: 'assigned' });
    if (people > 0) throw new CourseAssigned(people);
    if (await isBeingAssigned(tx, courseId)) throw new CourseAssigned(null);
  }
}

/** Whether an operation assigns the course to many people in steps, none of whom may have it yet. */
async function isBeingAssigned(tx: TenantTransaction, courseId: string): Promise<boolean> {
  const [row] = await tx.execute<Array<{ isAssigned: boolean }>>(sql`
    select exists (
      select from operation where tenant_id = ${tx.tenantId} and status in ('queued', 'running') and (
        kind = 'assign' and input ->> 'courseId' = ${courseId}
        or exists (
          select from operation_item item where item.tenant_id = operation.tenant_id
            and item.operation_id = operation.id and item.status = 'begun' and item.course_id = ${courseId}
        )
      )
    ) as "isAssigned"`);
  return row?.isAssigned === true;
}
