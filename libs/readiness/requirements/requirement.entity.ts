import { defineEntity, p } from '@mikro-orm/core';
import type { AudienceKind } from '../rule/facts.js';
import type { Severity } from '../rule/kinds.js';

/** A credential or a course that a tenant requires of everyone, or of a site, a group or a role. */
const RequirementSchema = defineEntity({
  name: 'Requirement',
  tableName: 'requirement',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    audienceKind: p.string().$type<AudienceKind>(),
    /** The site or the group. */
    audienceId: p.uuid().nullable(),
    role: p.string().nullable(),
    roleKey: p.string().nullable(),
    credential: p.string().nullable(),
    credentialKey: p.string().nullable(),
    courseId: p.uuid().nullable(),
    /** Null: the policy's. */
    severity: p.smallint().$type<Severity>().nullable(),
    validDays: p.integer().nullable(),
    graceDays: p.integer().default(0),
    /** The day from which it holds; null: from its creation on. */
    fromDay: p.date().nullable(),
    version: p.integer().default(1),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
});

export class Requirement extends RequirementSchema.class {}
RequirementSchema.setClass(Requirement);
