import { defineEntity, p } from '@mikro-orm/core';

/** The identity provider's own id of a group. */
const ScimGroupRecordSchema = defineEntity({
  name: 'ScimGroupRecord',
  tableName: 'scim_group',
  properties: {
    tenantId: p.uuid().primary(),
    groupId: p.uuid().primary(),
    externalId: p.string().nullable(),
  },
});

export class ScimGroupRecord extends ScimGroupRecordSchema.class {}
ScimGroupRecordSchema.setClass(ScimGroupRecord);
