import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { AddressPolicy, Standing } from './address-policy.js';
import { OutboundError } from './outbound.error.js';

/**
 * A URL that may be called, with the addresses of its host. The engine connects to these addresses, so that the name
 * cannot resolve to another one in between.
 */
export interface CheckedAddress {
  readonly url: URL;
  readonly addresses: readonly LookupAddress[];
}

/** @throws OutboundError */
export async function checkedAddress(text: string, policy: AddressPolicy): Promise<CheckedAddress> {
  const url = URL.parse(text);
  if (url === null || !['https:', 'http:'].includes(url.protocol))
    throw new OutboundError('refused', 'must be a URL that starts with https://');
  if (url.username !== '' || url.password !== '')
    throw new OutboundError('refused', 'must contain no user name and no password');
  const addresses = await addressesOf(url.hostname.replaceAll(/^\[|\]$/g, ''));
  const standings = new Set<Standing>(addresses.map(({ address }) => policy.standing(address)));
  if (standings.has('refused')) throw new OutboundError('refused', 'must lead to a public address');
  if (url.protocol === 'http:' && standings.has('public'))
    throw new OutboundError('refused', 'must start with https://');
  return { url, addresses };
}

async function addressesOf(host: string): Promise<LookupAddress[]> {
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  try {
    return await lookup(host, { all: true });
  } catch {
    throw new OutboundError('unresolvable', `must have a host with an address: ${host} has none`);
  }
}
