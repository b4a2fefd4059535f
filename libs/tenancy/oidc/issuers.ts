import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import {
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  allowInsecureRequests,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import { Invalid } from '#platform/errors';
import { Outbound, OutboundError } from '#platform/outbound';

/** A user waits for the response. */
const TIMEOUT_SECONDS = 5;
const KEPT = 500;
/** How long discovery documents are cached; the provider's keys are refreshed separately. */
const CACHED_MS = 10 * 60_000;

/** The engine's registration at a provider. */
export interface OidcClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * OpenID providers as their discovery documents describe them. The restrictions of outbound calls apply, and each
 * call has a time limit.
 */
@Injectable()
export class Issuers {
  private readonly known = new LRUCache<string, Promise<Configuration>>({ max: KEPT, ttl: CACHED_MS });

  constructor(private readonly outbound: Outbound) {}

  /** Cached. @param key of these settings: a new one for each change */
  get(key: string, client: OidcClient): Promise<Configuration> {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const asked = this.discover(client);
    this.known.set(key, asked);
    asked.catch(() => this.known.delete(key));
    return asked;
  }

  /**
   * Checks a provider that an admin enters.
   * @returns its issuer as its discovery document has it
   * @throws Invalid with the problem
   */
  async check(client: OidcClient): Promise<string> {
    const metadata = await this.discover(client).then(
      (found) => found.serverMetadata(),
      (error: unknown) => refuse(faultOf(error)),
    );
    // Microsoft's shared issuers are valid for every directory, not only for the tenant's.
    if (metadata.issuer.includes('{') || hrefOf(metadata.issuer) !== hrefOf(client.issuer))
      refuse(`has the issuer ${metadata.issuer} in its discovery document: enter the issuer of your own directory`);
    const missing = (['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const).filter(
      (name) => metadata[name] === undefined,
    );
    if (missing.length > 0) refuse(`has no ${missing.join(', no ')} in its discovery document`);
    return metadata.issuer;
  }

  private discover({ issuer, clientId, clientSecret }: OidcClient): Promise<Configuration> {
    const isPlain = new URL(issuer).protocol === 'http:';
    return discovery(new URL(issuer), clientId, undefined, inItsWay(clientSecret), {
      [customFetch]: (url, { method, headers, body, signal }) =>
        this.outbound.fetch(url, {
          method,
          headers,
          ...(body === null || body === undefined ? {} : { body: bodyOf(body) }),
          ...(signal === undefined ? {} : { signal }),
        }),
      timeout: TIMEOUT_SECONDS,
      // `Outbound` allows http:// only in the operator's networks.
      execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])],
    });
  }
}

/**
 * The secret is sent in the header unless the provider only accepts it in the body (RFC 8414: the header is the
 * default).
 */
function inItsWay(secret: string): ClientAuth {
  const [inHeader, inBody] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, ...rest) =>
    ((server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']).includes('client_secret_basic')
      ? inHeader
      : inBody)(server, ...rest);
}

/** The library sends forms only. */
function bodyOf(body: unknown): string | URLSearchParams {
  if (typeof body === 'string' || body instanceof URLSearchParams) return body;
  throw new TypeError('only forms are sent to an OpenID provider');
}

function refuse(message: string): never {
  throw new Invalid([{ field: 'issuer', message }]);
}

function hrefOf(url: string): string | null {
  return URL.parse(url)?.href ?? null;
}

const TIMED_OUT = 'does not answer in time';
const NO_DOCUMENT = 'has no discovery document at /.well-known/openid-configuration below it';
const FAULTS: Readonly<Record<string, string>> = {
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: 'differs from the issuer in its discovery document: enter exactly that',
  OAUTH_HTTP_REQUEST_FORBIDDEN: 'must start with https://, and so must all URLs in its discovery document',
};

function faultOf(error: unknown): string {
  return outboundFault(error) ?? ((error instanceof ClientError && FAULTS[error.code ?? '']) || NO_DOCUMENT);
}

/** Why a call did not reach a provider; null: it did. */
export function outboundFault(error: unknown): string | null {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof OutboundError) return cause.message;
  return error instanceof ClientError && error.code === 'OAUTH_TIMEOUT' ? TIMED_OUT : null;
}
