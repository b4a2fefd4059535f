import type { InputOf } from '#client';
import { day, name, words } from '../../shared/search/params.js';

type Query = NonNullable<InputOf<'listReadiness'>['query']>;

export const STATUSES = ['not_ready', 'at_risk', 'ready'] as const;
export type Status = (typeof STATUSES)[number];

/** In the order of the columns of the heat map. */
export const KINDS = [
  'credential_expired',
  'credential_missing',
  'need',
  'credential_expiring',
  'training_missing',
  'onboarding_open',
  'assignment_overdue',
] as const;
export type Kind = (typeof KINDS)[number];

/** The filters of the board, and the day that it shows; by default today. */
export interface ReadinessSearch {
  readonly status?: Status | undefined;
  readonly kind?: Kind | undefined;
  readonly site?: string | undefined;
  readonly role?: string | undefined;
  readonly topic?: string | undefined;
  readonly q?: string | undefined;
  readonly asOf?: string | undefined;
}

/** An address can contain anything: unknown values are ignored. */
export function readinessSearch(search: Record<string, unknown>): ReadinessSearch {
  return {
    status: STATUSES.find((known) => known === search['status']),
    kind: KINDS.find((known) => known === search['kind']),
    site: name(search['site']),
    role: name(search['role']),
    topic: name(search['topic']),
    q: words(search['q']),
    asOf: day(search['asOf']),
  };
}

/** The filters as the API takes them, without those that are not set. */
export function filtersOf({ status, kind, ...others }: ReadinessSearch): Query {
  const filters: Query = { ...others, status: status && [status], kind: kind && [kind] };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** How many filters of people are set; the day is none. */
export function filterCount(search: ReadinessSearch): number {
  return Object.keys(filtersOf({ ...search, asOf: undefined })).length;
}

export function isFiltered(search: ReadinessSearch): boolean {
  return filterCount(search) > 0;
}

/** The tab of the requirements' page, and its search. */
export interface RequirementsSearch {
  readonly tab?: 'waivers' | undefined;
  readonly q?: string | undefined;
}

export function requirementsSearch({ tab, q }: Record<string, unknown>): RequirementsSearch {
  return { tab: tab === 'waivers' ? tab : undefined, q: words(q) };
}

/** Only the site, for its screen. */
export function wallSearch(search: Record<string, unknown>): Pick<ReadinessSearch, 'site'> {
  return { site: readinessSearch(search).site };
}
