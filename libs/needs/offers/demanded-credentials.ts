import { topicIdentity } from '#catalog';
import type { TenantTransaction } from '#platform/database';
import type { DemandedCredential } from '../credentials/answering-credentials.js';
import { type CredentialTerms, renewalOf } from '../credentials/credential-terms.js';
import { requiredCredentials } from '../credentials/required-credentials.js';
import type { PlannedOffer } from './planned-offer.js';

/**
 * The credential that makes each offer unnecessary: the one that closes its need or, without a need, one for its topic.
 * `key`: the index of the offer.
 */
export async function demandedCredentials(
  tx: TenantTransaction,
  offers: readonly PlannedOffer[],
): Promise<DemandedCredential[]> {
  const required = await requiredCredentials(
    tx,
    offers.flatMap(({ needId }) => needId ?? []),
  );
  const byNeed = new Map(required.map((credential) => [credential.needId, credential]));
  return offers.flatMap(({ needId, topic, renews = null }, key) => {
    if (needId === null) return topic === null ? [] : [{ key, identity: topicIdentity(topic), ...termsOf(renews) }];
    const credential = byNeed.get(needId);
    return credential === undefined ? [] : [{ ...credential, key }];
  });
}

/** Without a need, a credential has to be valid, and newer than the one that the course renews. */
function termsOf(renews: string | null): CredentialTerms {
  return { beyond: renews === null ? null : renewalOf(new Date(renews)), since: null };
}
