import { defineEntity, p } from '@mikro-orm/core';

/** The attempts to log in that count against one limit. All rows belong to the unknown tenant. */
const LoginAttemptSchema = defineEntity({
  name: 'LoginAttempt',
  tableName: 'login_attempt',
  properties: {
    tenantId: p.uuid().primary(),
    /** The limit, such as that of an address or a network. */
    key: p.string().primary(),
    attempts: p.integer(),
    /** The time at which the count restarts at 0. */
    endsAt: p.datetime(),
  },
});

export class LoginAttempt extends LoginAttemptSchema.class {}
LoginAttemptSchema.setClass(LoginAttempt);
