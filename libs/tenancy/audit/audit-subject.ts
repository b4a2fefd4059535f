import { type IdPrefix, ids } from '#platform/database';

/**
 * Prefixes of the public ids of subjects whose entries contain the UUID; for other kinds the entries contain the
 * public id.
 */
const PREFIXES: Readonly<Partial<Record<string, IdPrefix>>> = {
  need: 'need',
  assignment: 'asg',
  operation: 'op',
  course: 'crs',
  worker: 'wrk',
  site: 'site',
  group: 'grp',
  credential: 'cred',
  onboarding_step: 'onb',
  signal: 'sig',
  synonym: 'syn',
  user: 'usr',
  token: 'tok',
  webhook: 'whk',
  requirement: 'req',
  waiver: 'wvr',
  draft: 'drf',
  document: 'doc',
  secret: 'sec',
  view: 'view',
  import: 'imp',
  readiness: 'wrk',
};

const SHOWN_ID = /^([a-z]{2,8})_[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** The public id of an entry's subject. */
export function shownSubjectId(kind: string, id: string): string {
  const prefix = PREFIXES[kind];
  return prefix !== undefined && ids.isUuid(id) ? ids.show(prefix, id) : id;
}

/** Parses `subject`: the ids of one subject, in each form that entries may have, or a kind of subject. */
export function wantedSubject(subject: string): { readonly ids: readonly string[] } | { readonly kind: string } {
  const prefix = SHOWN_ID.exec(subject)?.[1];
  if (prefix === undefined) return { kind: subject };
  const uuid = Object.values(PREFIXES).flatMap((known) => (known === prefix ? (ids.parse(known, subject) ?? []) : []));
  return { ids: [subject, ...uuid] };
}
