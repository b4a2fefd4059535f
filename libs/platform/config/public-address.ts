import { isIP } from 'node:net';
import { networks } from './networks.js';
import type { Read } from './read.js';
import { StartError } from './start-error.js';
import { HTTP } from './urls.js';

/** Names of address ranges that Fastify knows (RFC 5735, RFC 3927, RFC 1918 and RFC 4193). */
const RANGES: readonly string[] = ['loopback', 'linklocal', 'uniquelocal'];

/** Wildcard addresses, which a browser cannot open. */
const ANY: readonly string[] = ['0.0.0.0', '::'];

/**
 * `PUBLIC_URL`: the address of the engine for browsers, for links in invitations and the redirect of a single
 * sign-on. An origin without a path, because the console is served at the root. Default: the address on which the
 * process listens.
 */
export function publicUrl(read: Read, host: string, port: number): string {
  const text = read('PUBLIC_URL');
  if (text === undefined) return `http://${hostInUrl(host)}:${port}`;
  const parsed = URL.parse(text);
  if (parsed === null || !HTTP.includes(parsed.protocol) || parsed.href !== `${parsed.origin}/`) {
    throw new StartError(
      `PUBLIC_URL should be where browsers reach the engine, as in https://readiness.example.com, not "${text}"`,
    );
  }
  return parsed.origin;
}

function hostInUrl(host: string): string {
  if (ANY.includes(host)) return 'localhost';
  return isIP(host) === 6 ? `[${host}]` : host;
}

/**
 * `TRUSTED_PROXIES`: the proxies whose `X-Forwarded-For` is trusted: addresses, networks (`10.0.0.0/8`) and names of
 * ranges, separated by commas.
 */
export function trustedProxies(read: Read): readonly string[] {
  return networks(read, 'TRUSTED_PROXIES', RANGES);
}
