import { defineEntity, p } from '@mikro-orm/core';

/** The balance of a tenant's calendar month (UTC): the sum of the month's entries in the ledger. */
const AuthoringMonthSchema = defineEntity({
  name: 'AuthoringMonth',
  tableName: 'authoring_month',
  properties: {
    tenantId: p.uuid().primary(),
    /** The first day of the month. */
    month: p.date().primary(),
    draftsReserved: p.integer().default(0),
    draftsUsed: p.integer().default(0),
    tokensReserved: p.bigint('number').default(0),
    tokensUsed: p.bigint('number').default(0),
  },
});

export class AuthoringMonth extends AuthoringMonthSchema.class {}
AuthoringMonthSchema.setClass(AuthoringMonth);
