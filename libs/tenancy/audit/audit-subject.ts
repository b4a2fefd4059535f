import { type IdPrefix, ids } from '#platform/database';

/**
 * Prefixes of public ids by the kind of what they identify. Entries about other kinds of subjects contain the public
 * id, or a name. A Map, because the fields of an entry may have any name, such as `constructor`.
 */
export const PREFIXES_BY_KIND: ReadonlyMap<string, IdPrefix> = new Map([
  ['need', 'need'],
  ['assignment', 'asg'],
  ['operation', 'op'],
  ['course', 'crs'],
  ['worker', 'wrk'],
  ['site', 'site'],
  ['group', 'grp'],
  ['credential', 'cred'],
  ['onboarding_step', 'onb'],
  ['signal', 'sig'],
  ['synonym', 'syn'],
  ['user', 'usr'],
  ['token', 'tok'],
  ['webhook', 'whk'],
  ['requirement', 'req'],
  ['waiver', 'wvr'],
  ['draft', 'drf'],
  ['document', 'doc'],
  ['secret', 'sec'],
  ['view', 'view'],
  ['import', 'imp'],
  ['readiness', 'wrk'],
]);

const SHOWN_ID = /^([a-z]{2,8})_[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** The public id of an entry's subject. */
export function shownSubjectId(kind: string, id: string): string {
  const prefix = PREFIXES_BY_KIND.get(kind);
  return prefix !== undefined && ids.isUuid(id) ? ids.show(prefix, id) : id;
}

/** Parses `subject`: the ids of one subject, in each form that entries may have, or a kind of subject. */
export function wantedSubject(subject: string): { readonly ids: readonly string[] } | { readonly kind: string } {
  const prefix = SHOWN_ID.exec(subject)?.[1];
  if (prefix === undefined) return { kind: subject };
  const known = [...PREFIXES_BY_KIND.values()].find((one) => one === prefix);
  const uuid = known === undefined ? null : ids.parse(known, subject);
  return { ids: uuid === null ? [subject] : [subject, uuid] };
}
