import { sql } from '@mikro-orm/postgresql';
import { topicIdentity } from '#catalog';
import { type TenantTransaction, isoTime, sqlArray } from '#platform/database';
import { isDay } from '#platform/text';
import { endsOfDays } from '#tenancy';
import { RAISED_AT } from '../lifecycle/raised-at.js';
import { latestExpiry } from '../signals/latest-date.js';
import { latestEvents } from '../signals/latest-events.js';
import { storedDates } from '../signals/stored-dates.js';
import { ABOUT_EXPIRY, type CredentialTerms, credentialTerms } from './credential-terms.js';

/** The properties of a credential that closes a need. */
export interface RequiredCredential extends CredentialTerms {
  readonly needId: string;
  /** The `topicIdentity` of the need. */
  readonly identity: string;
}

interface NeedRow {
  readonly id: string;
  readonly type: string;
  readonly topic: string;
  readonly firstSeenAt: string;
  readonly raisedAt: string;
  readonly isAboutExpiry: boolean;
}

/** The credential that would close each of these needs that have a topic. */
export async function requiredCredentials(
  tx: TenantTransaction,
  needIds: readonly string[],
): Promise<RequiredCredential[]> {
  const needs = await tx.execute<NeedRow[]>(
    sql`select id, type, topic, first_seen_at as "firstSeenAt", ${RAISED_AT} as "raisedAt",
          ${ABOUT_EXPIRY} as "isAboutExpiry"
        from need
        where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[]) and topic is not null`,
  );
  const aboutExpiry = needs.filter(({ isAboutExpiry }) => isAboutExpiry);
  const events = await latestEvents(tx, aboutExpiry);
  const { tenantId } = tx;
  const stored = await storedDates(
    tx,
    aboutExpiry.flatMap(({ id }) => (events.has(id) ? [] : [{ tenantId, id }])),
  );
  const expiries = [...[...events.values()].flatMap((ofNeed) => latestExpiry(ofNeed) ?? []), ...stored.values()];
  const endOf = await endsOfDays(tx, expiries.filter(isDay));
  return needs.map(({ id, type, topic, raisedAt }) => ({
    needId: id,
    identity: topicIdentity(topic),
    ...credentialTerms(
      { type, raisedAt: new Date(isoTime(raisedAt)), storedDate: stored.get(id) ?? null },
      events.get(id) ?? [],
      endOf,
    ),
  }));
}
