import { isIP } from 'node:net';
import { networks } from './networks.js';
import { StartError } from './start-error.js';

type Read = (name: string) => string | undefined;

/** Names for ranges of addresses (RFC 5735, RFC 3927, RFC 1918 and RFC 4193), as Fastify knows them. */
const RANGES: readonly string[] = ['loopback', 'linklocal', 'uniquelocal'];

/** Addresses that stand for all of a machine's own, which no browser can go to. */
const ANY: readonly string[] = ['0.0.0.0', '::'];

/**
 * `PUBLIC_URL`: where browsers reach the engine, for the links in invitations and the way back from a single sign-on.
 * An origin without a path: the console is served at the root. Default: where the process listens.
 */
export function publicUrl(read: Read, host: string, port: number): string {
  const text = read('PUBLIC_URL');
  if (text === undefined) return `http://${hostInUrl(host)}:${port}`;
  const parsed = URL.parse(text);
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol) || parsed.href !== `${parsed.origin}/`) {
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
 * `TRUSTED_PROXIES`: whose `X-Forwarded-For` is believed: addresses, networks (`10.0.0.0/8`) and names of ranges,
 * separated by commas.
 */
export function trustedProxies(read: Read): readonly string[] {
  return networks(read, 'TRUSTED_PROXIES', RANGES);
}
