import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Course, CourseChanges } from '#catalog';
import type { TenantTransaction } from '#platform/database';
import { Assignment } from './assignment.entity.js';
import { CourseAssigned } from './assignment.errors.js';

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
    const people = await tx.count(Assignment, { courseId, status: 'assigned' });
    if (people > 0) throw new CourseAssigned(people);
  }
}
