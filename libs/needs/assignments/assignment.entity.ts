import { defineEntity, p } from '@mikro-orm/core';
import type { AssignmentStatus } from './assignment.view.js';

/**
 * A course that a person has to complete. Offers and completions write the table in sets, with SQL; the entity is for
 * single rows.
 */
const AssignmentSchema = defineEntity({
  name: 'Assignment',
  tableName: 'assignment',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    workerId: p.uuid(),
    courseId: p.uuid(),
    /** Null: it was made without a need. */
    needId: p.uuid().nullable(),
    /** The operation that created it. */
    operationId: p.uuid(),
    status: p.string().$type<AssignmentStatus>().default('assigned'),
    /** When it is due; the end of `dueOn` if that is set. */
    dueAt: p.datetime(),
    dueOn: p.date().nullable(),
    assignedAt: p.datetime().defaultRaw('now()'),
    completedAt: p.datetime().nullable(),
    /** When it was cancelled; null: it was not, or by a release that did not store it. */
    cancelledAt: p.datetime().nullable(),
    /** The assignment of the person who is to take the course instead. */
    reassignedTo: p.uuid().nullable(),
    version: p.integer().default(1),
  },
});

export class Assignment extends AssignmentSchema.class {}
AssignmentSchema.setClass(Assignment);
