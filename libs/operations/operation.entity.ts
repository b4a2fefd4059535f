import { defineEntity, p } from '@mikro-orm/core';
import type { OperationKind, OperationStatus, OperationUnit } from './operation.js';

/**
 * Work on many needs, or on the many people of one need, in steps: each is one transaction that records its progress.
 */
const OperationSchema = defineEntity({
  name: 'Operation',
  tableName: 'operation',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    kind: p.string().$type<OperationKind>(),
    status: p.string().$type<OperationStatus>().default('queued'),
    /** The request, in the form of the library that registers the kind. */
    input: p.json<object>(),
    unit: p.string().$type<OperationUnit>(),
    total: p.integer(),
    done: p.integer().default(0),
    failed: p.integer().default(0),
    undone: p.integer().default(0),
    /** The last person that an operation on people has processed. */
    reachedTo: p.uuid().nullable(),
    /** Attempts at the next step, each counted before it begins. */
    attempts: p.smallint().default(0),
    error: p.string().nullable(),
    createdBy: p.string(),
    /** The actor who runs or undoes it now. */
    actor: p.string(),
    createdAt: p.datetime().defaultRaw('now()'),
    finishedAt: p.datetime().nullable(),
    /** When a step last changed it, by the database's clock. */
    touchedAt: p.datetime().defaultRaw('now()'),
  },
});

export class Operation extends OperationSchema.class {}
OperationSchema.setClass(Operation);
