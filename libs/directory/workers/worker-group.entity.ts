import { defineEntity, p } from '@mikro-orm/core';

/** A named set of workers. */
const WorkerGroupSchema = defineEntity({
  name: 'WorkerGroup',
  tableName: 'worker_group',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    name: p.string(),
    nameKey: p.string(),
    version: p.integer().default(1),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});

export class WorkerGroup extends WorkerGroupSchema.class {}
WorkerGroupSchema.setClass(WorkerGroup);

const WorkerGroupMemberSchema = defineEntity({
  name: 'WorkerGroupMember',
  tableName: 'worker_group_member',
  properties: {
    tenantId: p.uuid().primary(),
    workerId: p.uuid().primary(),
    groupId: p.uuid().primary(),
  },
});

export class WorkerGroupMember extends WorkerGroupMemberSchema.class {}
WorkerGroupMemberSchema.setClass(WorkerGroupMember);
