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

/** Somebody waits for the answer. */
const TIMEOUT_SECONDS = 5;
const KEPT = 500;
/** How long a changed discovery document may go unnoticed; the provider's keys are refreshed separately. */
const CACHED_MS = 10 * 60_000;

/** What the engine is to a provider. */
export interface OidcClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * OpenID providers as their discovery documents describe them. Each call to one goes where tenants may send the engine,
 * and ends in time.
 */
@Injectable()
export class Issuers {
  private readonly known = new LRUCache<string, Promise<Configuration>>({ max: KEPT, ttl: CACHED_MS });

  constructor(private readonly outbound: Outbound) {}

  /** As it was described of late. @param key of these settings: another one for each change */
  get(key: string, client: OidcClient): Promise<Configuration> {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const asked = this.discover(client);
    this.known.set(key, asked);
    asked.catch(() => this.known.delete(key));
    return asked;
  }

  /**
   * Asks a provider that an admin enters.
   * @returns its issuer as it writes it
   * @throws Invalid that says what is wrong with it
   */
  async check(client: OidcClient): Promise<string> {
    const metadata = await this.discover(client).then(
      (found) => found.serverMetadata(),
      (error: unknown) => refuse(faultOf(error)),
    );
    // Microsoft's shared issuers speak for everybody's directory, not for the tenant's.
    if (metadata.issuer.includes('{') || hrefOf(metadata.issuer) !== hrefOf(client.issuer))
      refuse(`calls itself ${metadata.issuer}: enter the issuer of your own directory`);
    const missing = (['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const).filter(
      (name) => metadata[name] === undefined,
    );
    if (missing.length > 0) refuse(`names no ${missing.join(', no ')} in its discovery document`);
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
      // `Outbound` calls http:// in the networks of the operator alone.
      execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])],
    });
  }
}

/**
 * The secret goes in the header unless the provider asks for it in the body alone (RFC 8414: the header is the
 * default).
 */
function inItsWay(secret: string): ClientAuth {
  const [inHeader, inBody] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, ...rest) =>
    ((server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']).includes('client_secret_basic')
      ? inHeader
      : inBody)(server, ...rest);
}

/** The library sends forms; nothing else is awaited. */
function bodyOf(body: unknown): string | URLSearchParams {
  if (typeof body === 'string' || body instanceof URLSearchParams) return body;
  throw new TypeError('an OpenID provider is sent a form and nothing else');
}

function refuse(message: string): never {
  throw new Invalid([{ field: 'issuer', message }]);
}

function hrefOf(url: string): string | null {
  return URL.parse(url)?.href ?? null;
}

const TIMED_OUT = 'does not answer in time';
const NO_DOCUMENT = 'answers no discovery document at /.well-known/openid-configuration below it';
const FAULTS: Readonly<Record<string, string>> = {
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED:
    'calls itself another issuer in its discovery document: enter it exactly as it stands there',
  OAUTH_HTTP_REQUEST_FORBIDDEN: 'must start with https://, and all that its discovery document names',
};

function faultOf(error: unknown): string {
  return outboundFault(error) ?? ((error instanceof ClientError && FAULTS[error.code ?? '']) || NO_DOCUMENT);
}

/** Why a call to a provider did not reach it, in words; null: it did. */
export function outboundFault(error: unknown): string | null {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof OutboundError) return cause.message;
  return error instanceof ClientError && error.code === 'OAUTH_TIMEOUT' ? TIMED_OUT : null;
}
