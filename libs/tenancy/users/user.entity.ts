import { defineEntity, p } from '@mikro-orm/core';
import { timestamps } from '#platform/database';
import type { Role } from '../access/role.js';

/** A user of a tenant's console. Not a worker: administrators and trainees are different people. */
const UserSchema = defineEntity({
  name: 'User',
  tableName: 'console_user',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    /** In lower case. */
    email: p.string(),
    name: p.string(),
    role: p.string().$type<Role>(),
    active: p.boolean().default(true),
    /** In PHC format, with its parameters; null: not set yet. */
    passwordHash: p.string().nullable().hidden(),
    lastLoginAt: p.datetime().nullable(),
    version: p.integer().default(1),
    ...timestamps(),
  },
});

export class User extends UserSchema.class {}
UserSchema.setClass(User);

/** The actor of a user's changes in the audit log. */
export function actorOf({ email }: Pick<User, 'email'>): string {
  return `user:${email}`;
}
