import { Logger } from '@nestjs/common';
import {
  AuthorizationResponseError,
  ClientError,
  type Configuration,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
  authorizationCodeGrant,
  fetchUserInfo,
} from 'openid-client';
import { isStorable } from '#platform/text';
import { type ClaimSet, type Claims, claimsOf, valueAt } from './claims.js';
import { SignOnInvalid, SignOnRefused, SignOnUnavailable } from './oidc.errors.js';
import { outboundFault } from './issuers.js';
import type { PendingSignOn } from './pending-sign-on.js';

const log = new Logger('single sign-on');

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
  const { subject, sets } = await identityOf(provider, address, pending, roleClaim).catch((error: unknown) => {
    throw failureOf(error);
  });
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
  const answer = await authorizationCodeGrant(provider, address, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: codeVerifier,
    idTokenExpected: true,
  });
  const token = answer.claims();
  if (token === undefined) throw new SignOnInvalid();
  const lacks = !('email' in token) || (roleClaim !== null && valueAt(token, roleClaim) === undefined);
  const canAsk = provider.serverMetadata().userinfo_endpoint !== undefined;
  const sets = [token, ...(lacks && canAsk ? [await fetchUserInfo(provider, answer.access_token, token.sub)] : [])];
  return { subject: token.sub, sets };
}

function failureOf(error: unknown): Error {
  if (error instanceof AuthorizationResponseError) return new SignOnRefused(error.error);
  if (outboundFault(error) !== null) return new SignOnUnavailable();
  if (
    error instanceof ResponseBodyError ||
    error instanceof WWWAuthenticateChallengeError ||
    error instanceof ClientError
  ) {
    // Logs only error codes: the provider's response may contain a token.
    log.warn(
      { code: error.code, error: error instanceof ResponseBodyError ? error.error : undefined },
      'the response of an OpenID provider is invalid',
    );
    return new SignOnInvalid();
  }
  // The library does not convert the error of a key that cannot be imported.
  if (error instanceof TypeError) {
    log.warn({ err: error }, 'a key of an OpenID provider cannot be imported');
    return new SignOnInvalid();
  }
  return error instanceof Error ? error : new SignOnInvalid();
}
