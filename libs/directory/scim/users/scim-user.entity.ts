import { defineEntity, p } from '@mikro-orm/core';
import type { SentUser } from './scim-user.js';

/** The user of a worker as last sent by the identity provider. */
const ScimUserRecordSchema = defineEntity({
  name: 'ScimUserRecord',
  tableName: 'scim_user',
  properties: {
    tenantId: p.uuid().primary(),
    workerId: p.uuid().primary(),
    userName: p.string(),
    /** In lower case. */
    userNameKey: p.string(),
    externalId: p.string().nullable(),
    lastSent: p.json<SentUser>(),
    /** When the provider deleted the user; null: it has not. */
    deletedAt: p.datetime().nullable(),
  },
});

export class ScimUserRecord extends ScimUserRecordSchema.class {}
ScimUserRecordSchema.setClass(ScimUserRecord);
