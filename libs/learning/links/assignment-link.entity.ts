import { defineEntity, p } from '@mikro-orm/core';

/** The link by which a worker takes an assignment, without an account. A new one replaces it. */
const AssignmentLinkSchema = defineEntity({
  name: 'AssignmentLink',
  tableName: 'assignment_link',
  properties: {
    tenantId: p.uuid().primary(),
    assignmentId: p.uuid().primary(),
    /** SHA-256 of the token in the link. */
    hash: p.blob(),
    /** The creator's name in the audit log. */
    createdBy: p.string(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});

export class AssignmentLink extends AssignmentLinkSchema.class {}
AssignmentLinkSchema.setClass(AssignmentLink);
