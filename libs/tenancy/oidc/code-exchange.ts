import { AuthorizationResponseError, type Configuration, authorizationCodeGrant, fetchUserInfo } from 'openid-client';
import { isStorable } from '#platform/text';
import { type ClaimSet, type Claims, claimsOf, valueAt } from './claims.js';
import { SignOnInvalid, SignOnRefused } from './oidc.errors.js';
import type { PendingSignOn } from './pending-sign-on.js';
import { providerFailure } from './provider-failure.js';

/**
 * Exchanges the authorization code for the user's identity. It checks the ID token's signature, issuer, audience,
 * nonce and times, and the userinfo endpoint's subject; it queries that endpoint if the token lacks a needed claim.
 * @param address the complete URL to which the browser was redirected
 * @throws SignOnRefused, SignOnInvalid, SignOnUnavailable
 */
export async function redeemCode(
  provider: Configuration,
  address: URL,
  pending: PendingSignOn,
  roleClaim: string | null,
): Promise<Claims> {
  const { subject, sets } = await identityOf(provider, address, pending, roleClaim);
  if (subject === '' || subject.length > MAX_SUBJECT_LENGTH || !isStorable(subject)) throw new SignOnInvalid();
  return claimsOf(subject, sets, roleClaim);
}

/** OpenID Connect Core 1.0, section 2. */
const MAX_SUBJECT_LENGTH = 255;

interface Identity {
  readonly subject: string;
  /** The claims of the ID token, and those of the userinfo endpoint if it was queried. */
  readonly sets: readonly ClaimSet[];
}

async function identityOf(
  provider: Configuration,
  address: URL,
  { state, nonce, codeVerifier }: PendingSignOn,
  roleClaim: string | null,
): Promise<Identity> {
  const answer = await answered(
    authorizationCodeGrant(provider, address, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    }),
  );
  const token = answer.claims();
  if (token === undefined) throw new SignOnInvalid();
  const lacks = !('email' in token) || (roleClaim !== null && valueAt(token, roleClaim) === undefined);
  const canAsk = provider.serverMetadata().userinfo_endpoint !== undefined;
  const sets =
    lacks && canAsk ? [token, await answered(fetchUserInfo(provider, answer.access_token, token.sub))] : [token];
  return { subject: token.sub, sets };
}

/** @throws SignOnRefused, SignOnInvalid, SignOnUnavailable if the call of the provider fails */
function answered<Answer>(call: Promise<Answer>): Promise<Answer> {
  return call.catch((error: unknown) => {
    throw error instanceof AuthorizationResponseError ? new SignOnRefused(error.error) : providerFailure(error);
  });
}
