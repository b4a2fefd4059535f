import { defineEntity, p } from '@mikro-orm/core';
import type { ItemStatus } from './operation.js';

/** A need of an operation, and its result. Steps write items in sets, with SQL; the entity is for reading them. */
const OperationItemSchema = defineEntity({
  name: 'OperationItem',
  tableName: 'operation_item',
  properties: {
    tenantId: p.uuid().primary(),
    operationId: p.uuid().primary(),
    needId: p.uuid().primary(),
    status: p.string().$type<ItemStatus>().default('waiting'),
    why: p.string().nullable(),
    statusBefore: p.string().nullable(),
    versionAfter: p.integer().nullable(),
    snoozedBefore: p.datetime().nullable(),
    /** The day that was given; null: a time was given. */
    snoozedBeforeOn: p.date().nullable(),
    courseId: p.uuid().nullable(),
    dueAt: p.datetime().nullable(),
    /** The day that was given, if one was. */
    dueOn: p.date().nullable(),
    reachedTo: p.uuid().nullable(),
    assigned: p.integer().default(0),
    alreadyAssigned: p.integer().default(0),
    alreadyValid: p.integer().default(0),
    exempt: p.integer().default(0),
    left: p.integer().default(0).name('gone'),
  },
});

export class OperationItem extends OperationItemSchema.class {}
OperationItemSchema.setClass(OperationItem);
