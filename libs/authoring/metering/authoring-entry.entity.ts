import { defineEntity, p } from '@mikro-orm/core';

export const ENTRY_KINDS = ['reserved', 'settled', 'released', 'judged'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** An entry of the ledger, which is never changed: by how much the balance of its month changes. */
const AuthoringEntrySchema = defineEntity({
  name: 'AuthoringEntry',
  tableName: 'authoring_entry',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    month: p.date(),
    /** Null: tokens for judging which courses answer topics. */
    draftId: p.uuid().nullable(),
    kind: p.string().$type<EntryKind>(),
    draftsReserved: p.smallint(),
    draftsUsed: p.smallint(),
    tokensReserved: p.integer(),
    tokensUsed: p.integer(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});

export class AuthoringEntry extends AuthoringEntrySchema.class {}
AuthoringEntrySchema.setClass(AuthoringEntry);
