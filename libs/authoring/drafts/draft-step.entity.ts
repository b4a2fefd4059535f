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
    /** That a model has written in the last attempt. */
    characters: p.integer().default(0),
    /** Counts attempts; with the draft and the position it names the call of a model. */
    attempt: p.smallint().default(1),
    /** What is counted for the call that is under way if its worker is lost; null: none is. */
    openCallTokens: p.integer().nullable(),
    doneAt: p.datetime().nullable(),
  },
});

export class DraftStep extends DraftStepSchema.class {}
DraftStepSchema.setClass(DraftStep);
