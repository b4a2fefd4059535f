import { isDeepStrictEqual } from 'node:util';
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
import { Outbound, OutboundError } from '#platform/outbound';

/** A user waits for the response. */
export const TIMEOUT_SECONDS = 5;
const KEPT = 500;
/** How long discovery documents are cached; the provider's keys are refreshed separately. */
const CACHED_MS = 10 * 60_000;

/** The engine's registration at a provider. */
export interface OidcClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A registration, and the provider as its discovery document describes it. */
interface Known {
  readonly client: OidcClient;
  readonly configuration: Promise<Configuration>;
}

/**
 * OpenID providers as their discovery documents describe them. The restrictions of outbound calls apply, and each
 * call has a time limit.
 */
@Injectable()
export class Issuers {
  /** One for each tenant: a document takes up to some ten megabytes, and admins can change the settings at any rate. */
  private readonly known = new LRUCache<string, Known>({ max: KEPT, ttl: CACHED_MS });

  constructor(private readonly outbound: Outbound) {}

  /** Returns a cached configuration, unless the registration of the tenant has changed. */
  get(tenantId: string, client: OidcClient): Promise<Configuration> {
    const known = this.known.get(tenantId);
    if (known !== undefined && isDeepStrictEqual(known.client, client)) return known.configuration;
    const asked = { client, configuration: this.discover(client) };
    this.known.set(tenantId, asked);
    asked.configuration.catch(() => {
      if (this.known.get(tenantId) === asked) this.known.delete(tenantId);
    });
    return asked.configuration;
  }

  /** Reads the configuration without the cache. */
  discover({ issuer, clientId, clientSecret }: OidcClient): Promise<Configuration> {
    const isPlain = new URL(issuer).protocol === 'http:';
    return discovery(new URL(issuer), clientId, undefined, acceptedAuthentication(clientSecret), {
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
function acceptedAuthentication(secret: string): ClientAuth {
  const [inHeader, inBody] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, ...rest) =>
    ((server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']).includes('client_secret_basic')
      ? inHeader
      : inBody)(server, ...rest);
}

/** The library only sends forms. */
function bodyOf(body: unknown): string | URLSearchParams {
  if (typeof body === 'string' || body instanceof URLSearchParams) return body;
  throw new Error('only forms are sent to an OpenID provider');
}

/** What an admin can do about a provider that does not answer. */
const REMEDY = 'check the address, and whether the network of the engine reaches it';
const TIMED_OUT = `does not answer in time: ${REMEDY}`;

const UNREACHED: ReadonlySet<OutboundError['reason']> = new Set(['unreachable', 'timeout']);

/** The reason why a call did not reach a provider; null: it did. */
export function outboundFault(error: unknown): string | null {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof OutboundError)
      return UNREACHED.has(cause.reason) ? `${cause.message}: ${REMEDY}` : cause.message;
  return error instanceof ClientError && error.code === 'OAUTH_TIMEOUT' ? TIMED_OUT : null;
}
