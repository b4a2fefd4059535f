import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type Transaction, inTenantsOf } from '#platform/database';
import { jsonFields } from '#platform/json';
import { nameKeyOf } from '#platform/text';
import { shortFields } from '#signals';
import type { NeedOfTenant } from '../gaps/regroup.js';
import type { StoredNeed } from './store-resolutions.js';

/** The latest signals of a need that are read. */
const SIGNALS = 20;

/** The fields of an event that name a worker or a site, the keys of the worker first. */
const WORKER_FIELDS = ['external_worker_id', 'email', 'learner_id'] as const;
const FIELDS = [...WORKER_FIELDS, 'site'] as const;
/** In bytes, as JSON: longer text is no valid key. */
const MAX_LENGTH = 2_000;

/** Whom a signal names. */
type Audience = Readonly<Record<(typeof FIELDS)[number], string | null>>;

interface SignalOfNeed extends NeedOfTenant {
  readonly isCohort: boolean;
  /** Whom the need names. */
  readonly named: Audience;
  /** The same fields of one of its signals, as they were sent. */
  readonly sent: object;
}

/**
 * Applies corrections that came before their needs were resolved, for example in the same batch. Recording applies only
 * later ones (`record.sql`), because it does not know before whether the directory has the worker or the site.
 * @param resolved only those that were resolved for the first time, and reach nobody, are corrected
 * @returns the needs that name somebody else now, which are unresolved again
 */
export async function correctAudiences(tx: Transaction, resolved: readonly StoredNeed[]): Promise<NeedOfTenant[]> {
  // Most needs are not read again.
  const candidates = resolved.filter(({ mayBeCorrected }) => mayBeCorrected);
  if (candidates.length === 0) return [];
  const signals = await tx.execute<SignalOfNeed[]>(latestSignals(candidates));
  const corrections = [...Map.groupBy(signals, ({ id }) => id).values()].flatMap((ofNeed) => {
    const [latest] = ofNeed.flatMap(correctionIn);
    return latest === undefined ? [] : [latest];
  });
  if (corrections.length > 0) await tx.execute(updateStatement(corrections));
  return corrections.map(({ tenantId, id }) => ({ tenantId, id }));
}

/** The signals of the needs that reach nobody and have several, the latest first. */
function latestSignals(needs: readonly NeedOfTenant[]): SqlFragment {
  return sql`
    select need.tenant_id as "tenantId", need.id, audience_kind = 'cohort' as "isCohort",
      jsonb_build_object('external_worker_id', external_worker_id, 'email', email, 'learner_id', learner_id,
        'site', site) as named, sent
    from need cross join lateral (
      select ${shortFields(sql`raw -> 'data'`, FIELDS, MAX_LENGTH)} as sent from signal
      where signal.tenant_id = need.tenant_id and signal.need_id = need.id
        and signal.id >= uuid_floor(need.first_seen_at - interval '1 hour')
      order by signal.id desc limit ${SIGNALS}
    ) as latest
    where ${inTenantsOf(sql`need`, needs)} and need.status = 'open' and need.people = 0 and need.signal_count > 1`;
}

interface Correction extends NeedOfTenant, Audience {
  readonly siteKey: string | null;
  readonly isCohort: boolean;
}

/** A signal that names no worker cannot be meant to correct one. */
function correctionIn({ tenantId, id, isCohort, named, sent }: SignalOfNeed): Correction[] {
  const audience = audienceOf(sent);
  const namesWorker = WORKER_FIELDS.some((field) => audience[field] !== null);
  const isOther = FIELDS.some((field) => audience[field] !== null && audience[field] !== named[field]);
  if (!isOther || !(namesWorker || isCohort)) return [];
  const siteKey = audience.site === null ? null : nameKeyOf(audience.site);
  return [{ tenantId, id, ...audience, siteKey, isCohort: !namesWorker }];
}

/** The fields as recording stores them. */
function audienceOf(sent: object): Audience {
  const data = jsonFields(sent);
  const text = (field: keyof Audience): string | null => {
    const value = data[field];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  return {
    external_worker_id: text('external_worker_id'),
    email: text('email')?.toLowerCase() ?? null,
    learner_id: text('learner_id'),
    site: text('site'),
  };
}

function updateStatement(corrections: readonly Correction[]): SqlFragment {
  return sql`
    update need set
      audience_kind = case when latest."isCohort" then 'cohort' else 'worker' end,
      external_worker_id = coalesce(latest.external_worker_id, need.external_worker_id),
      email = coalesce(latest.email, need.email), learner_id = coalesce(latest.learner_id, need.learner_id),
      site = coalesce(latest.site, need.site), site_key = coalesce(latest."siteKey", need.site_key),
      unresolved_since = now()
    from jsonb_to_recordset(${JSON.stringify(corrections)}::jsonb) as latest ("tenantId" uuid, id uuid,
      "isCohort" boolean, external_worker_id text, email text, learner_id text, site text, "siteKey" text)
    where ${inTenantsOf(sql`need`, corrections)} and need.tenant_id = latest."tenantId" and need.id = latest.id`;
}
