import type { InputOf } from '#client';

type Query = NonNullable<InputOf<'listAudit'>['query']>;

/** The filters of the log. Days are those of the tenant's zone. */
export interface AuditSearch {
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function auditSearch({ actor, action, subject, since, until }: Record<string, unknown>): AuditSearch {
  return {
    actor: words(actor),
    action: words(action),
    subject: words(subject),
    since: day(since),
    until: day(until),
  };
}

/** The filters that are set, as the API takes them. */
export function filtersOf(search: AuditSearch): Query {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 255) : undefined;
}

function day(value: unknown): string | undefined {
  return typeof value === 'string' && DAY.test(value) ? value : undefined;
}
