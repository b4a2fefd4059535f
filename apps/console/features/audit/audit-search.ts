import type { InputOf } from '#client';
import { day, words } from '../../shared/search/params.js';

type Query = NonNullable<InputOf<'listAudit'>['query']>;

/** The filters of the log. Days are those of the tenant's zone. */
export interface AuditSearch {
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

export function auditSearch({ actor, action, subject, since, until }: Record<string, unknown>): AuditSearch {
  return {
    actor: words(actor),
    action: words(action),
    subject: words(subject),
    since: day(since),
    until: day(until),
  };
}

/** The filters that are set, as query parameters of the API. */
export function filtersOf(search: AuditSearch): Query {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}
