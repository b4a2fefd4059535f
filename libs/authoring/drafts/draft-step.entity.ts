import { defineEntity, p } from '@mikro-orm/core';

/** A step of writing a draft, which is stored in one transaction with its result. */
const DraftStepSchema = defineEntity({
  name: 'DraftStep',
  tableName: 'draft_step',
  properties: {
    tenantId: p.uuid().primary(),
    draftId: p.uuid().primary(),
    position: p.smallint().primary(),
    name: p.string(),
    status: p.string().$type<'waiting' | 'done'>().default('waiting'),
    tokens: p.integer().default(0),
    doneAt: p.datetime().nullable(),
  },
});

export class DraftStep extends DraftStepSchema.class {}
DraftStepSchema.setClass(DraftStep);
