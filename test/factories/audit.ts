import type { InputOf, Schemas } from '#client';
import type { TestTenant } from '../harness/tenant.js';

/** The entries of the audit log, oldest first: at most 200. @param query filters, such as `{ subject: 'worker' }` */
export async function auditOf(
  tenant: TestTenant,
  query: InputOf<'listAudit'>['query'] = {},
): Promise<Array<Pick<Schemas['AuditEntryView'], 'actor' | 'action' | 'before' | 'after'>>> {
  const { items } = await tenant.api.listAudit({ query: { limit: 200, ...query } });
  return items.toReversed().map(({ actor, action, before, after }) => ({ actor, action, before, after }));
}

/** The changes of one kind in the audit log, oldest first: who made each, and the values before and after it. */
export async function changesOf(
  tenant: TestTenant,
  action: string,
): Promise<Array<Pick<Schemas['AuditEntryView'], 'actor' | 'before' | 'after'>>> {
  return (await auditOf(tenant, { action })).map(({ actor, before, after }) => ({ actor, before, after }));
}

/** The entries of the audit log about workers who left, latest first. */
export async function auditOfLeavers(
  tenant: TestTenant,
): Promise<Array<Pick<Schemas['AuditEntryView'], 'action' | 'subject' | 'after'>>> {
  const { items } = await tenant.api.listAudit({ query: { limit: 200 } });
  return items
    .filter(({ action }) => action.endsWith('.left'))
    .map(({ action, subject, after }) => ({ action, subject, after }));
}
