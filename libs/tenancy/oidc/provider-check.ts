import { Injectable } from '@nestjs/common';
import {
  ClientError,
  type Configuration,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
  genericGrantRequest,
  randomPKCECodeVerifier,
} from 'openid-client';
import { Invalid } from '#platform/errors';
import { jsonFields } from '#platform/json';
import { Outbound } from '#platform/outbound';
import { Issuers, type OidcClient, TIMEOUT_SECONDS, outboundFault } from './issuers.js';

/** Checks a provider, and the engine's registration there, before an admin's settings are stored. */
@Injectable()
export class ProviderCheck {
  constructor(
    private readonly issuers: Issuers,
    private readonly outbound: Outbound,
  ) {}

  /**
   * Makes the calls of a log-in that need no user: the discovery document, the keys, and the token endpoint.
   * @param redirectUri of the tenant's log-ins
   * @returns the issuer as its discovery document spells it
   * @throws Invalid with the field and what to enter
   */
  async run(client: OidcClient, redirectUri: string): Promise<string> {
    const provider = await this.issuers
      .discover(client)
      .catch((error: unknown) => refuse('issuer', discoveryFault(error)));
    const metadata = provider.serverMetadata();
    // Microsoft's shared issuers are valid for every directory, not only for the tenant's.
    if (metadata.issuer.includes('{') || hrefOf(metadata.issuer) !== hrefOf(client.issuer))
      refuse(
        'issuer',
        `has the issuer ${metadata.issuer} in its discovery document: enter the issuer of your own directory`,
      );
    const missing = ENDPOINTS.filter((name) => metadata[name] === undefined);
    if (missing.length > 0) refuse('issuer', `has no ${missing.join(', no ')} in its discovery document`);
    const isPlain = new URL(client.issuer).protocol === 'http:';
    const unusable = [...ENDPOINTS, 'userinfo_endpoint' as const].filter((name) => !isUsable(metadata[name], isPlain));
    if (unusable.length > 0)
      refuse(
        'issuer',
        `must have URLs that start with https:// in its discovery document: check ${unusable.join(', ')}`,
      );
    await this.demandKeys(metadata.jwks_uri ?? '');
    await demandClient(provider, redirectUri);
    return metadata.issuer;
  }

  private async demandKeys(url: string): Promise<void> {
    const answer = await this.outbound
      .fetch(url, {}, { timeoutMs: TIMEOUT_SECONDS * 1_000 })
      .catch((error: unknown) => refuse('issuer', `has a jwks_uri that ${outboundFault(error) ?? NO_ANSWER}`));
    const body: unknown = await answer.json().catch(() => null);
    if (!answer.ok || !hasKeys(body)) refuse('issuer', 'has no keys at its jwks_uri: log-ins cannot be verified');
  }
}

const ENDPOINTS = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const;

/**
 * Whether log-ins can use an endpoint. A provider behind a proxy that it does not know of publishes http:// ones.
 * @param url as in the discovery document; undefined: it has none
 * @param isPlain whether http:// is allowed
 */
function isUsable(url: unknown, isPlain: boolean): boolean {
  if (url === undefined) return true;
  const protocol = typeof url === 'string' ? URL.parse(url)?.protocol : undefined;
  return protocol === 'https:' || (isPlain && protocol === 'http:');
}

/**
 * Redeems a code that the provider never issued. It authenticates the client first (RFC 6749, section 4.1.3), so that
 * any other refusal means that it knows the client and the secret.
 */
async function demandClient(provider: Configuration, redirectUri: string): Promise<void> {
  try {
    await genericGrantRequest(provider, 'authorization_code', {
      code: 'check-of-the-settings',
      redirect_uri: redirectUri,
      code_verifier: randomPKCECodeVerifier(),
    });
  } catch (error) {
    const fault = outboundFault(error);
    if (fault !== null) refuse('issuer', `has a token endpoint that ${fault}`);
    if (isOfClient(error))
      refuse(
        'clientSecret',
        'is not accepted by the provider with this client id: copy both from there again, and check that the secret has not expired',
      );
  }
}

/** RFC 6749, section 5.2. */
function isOfClient(error: unknown): boolean {
  if (error instanceof WWWAuthenticateChallengeError) return true;
  return error instanceof ResponseBodyError && ['invalid_client', 'unauthorized_client'].includes(error.error);
}

function hasKeys(body: unknown): boolean {
  const { keys } = jsonFields(body);
  return Array.isArray(keys) && keys.length > 0;
}

function refuse(field: 'issuer' | 'clientSecret', message: string): never {
  throw new Invalid([{ field, message }]);
}

function hrefOf(url: string): string | null {
  return URL.parse(url)?.href ?? null;
}

const NO_ANSWER = 'does not answer';
const NO_DOCUMENT = 'has no discovery document at /.well-known/openid-configuration below it';
const FAULTS: Readonly<Record<string, string>> = {
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: 'differs from the issuer in its discovery document: enter exactly that',
  OAUTH_HTTP_REQUEST_FORBIDDEN: 'must start with https://, and so must all URLs in its discovery document',
};

function discoveryFault(error: unknown): string {
  return outboundFault(error) ?? ((error instanceof ClientError && FAULTS[error.code ?? '']) || NO_DOCUMENT);
}
