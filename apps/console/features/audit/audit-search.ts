import type { InputOf } from '#client';
import { day, key, name, words } from '../../shared/search/params.js';
import { startOfDay } from '../../shared/time/days.js';

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
    actor: key(actor),
    action: words(action),
    subject: name(subject),
    since: day(since),
    until: day(until),
  };
}

/** How many filters are set. */
export function filterCount(search: AuditSearch): number {
  return Object.values(search).filter((value) => value !== undefined).length;
}

/** The filters that are set, as query parameters of the API, for which a day without a time is one of UTC. */
export function filtersOf({ actor, action, subject, since, until }: AuditSearch, zone: string): Query {
  return {
    ...(actor === undefined ? {} : { actor: actorOf(actor) }),
    ...(action === undefined ? {} : { action }),
    ...(subject === undefined ? {} : { subject }),
    ...(since === undefined ? {} : { since: startOfDay(since, zone).toISOString() }),
    ...(until === undefined ? {} : { until: startOfDay(until, zone).toISOString() }),
  };
}

/** As the API names an actor. The log shows a user by their e-mail alone. */
function actorOf(given: string): string {
  return given.includes('@') && !given.includes(':') ? `user:${given}` : given;
}
