import type { LookupAddress } from 'node:dns';
import { Resolver, lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SerialQueue } from '../lifecycle/index.js';
import type { AddressClass, AddressPolicy } from './address-policy.js';
import { OutboundError } from './outbound.error.js';

/**
 * A URL that may be called, with the addresses of its host. The engine connects to these addresses, so that the name
 * cannot resolve to another one in between.
 */
export interface CheckedAddress {
  readonly url: URL;
  readonly addresses: readonly LookupAddress[];
}

/** How long a name server is waited for, and how often it is asked; the second wait is twice as long. */
const RESOLVING = { timeout: 1_500, tries: 2 } as const;
/** The wait for the addresses of one family after those of the other: some name servers answer only one question. */
const OTHER_FAMILY_MS = 300;
/** The error if no name server answers. One that reaches no other, without Internet, answers that it failed. */
const UNANSWERED = 'ETIMEOUT';

/** Names of which the name servers have no address: those of a hosts file or a search domain. */
const lookUps = new SerialQueue();

/** @throws OutboundError */
export async function checkedAddress(
  text: string,
  policy: AddressPolicy,
  resolver = new Resolver(RESOLVING),
): Promise<CheckedAddress> {
  const url = URL.parse(text);
  if (url === null || !['https:', 'http:'].includes(url.protocol))
    throw new OutboundError('refused', 'must be a URL that starts with https://');
  if (url.username !== '' || url.password !== '')
    throw new OutboundError('refused', 'must contain no user name and no password');
  const addresses = await addressesOf(url.hostname.replaceAll(/^\[|\]$/g, ''), resolver);
  const classes = new Set<AddressClass>(addresses.map(({ address }) => policy.classify(address)));
  if (classes.has('refused')) throw new OutboundError('refused', 'must lead to a public address');
  if (url.protocol === 'http:' && classes.has('public')) throw new OutboundError('refused', 'must start with https://');
  return { url, addresses };
}

/**
 * The owner of a name decides how long its name servers take to answer. A look-up by the system occupies a thread
 * until then; there are two of them, for which all connections of the process wait that need a look-up, also those to
 * PostgreSQL. Therefore the name servers are asked directly, and the system one name at a time.
 */
async function addressesOf(host: string, resolver: Resolver): Promise<LookupAddress[]> {
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  // The system asks no name server for it (RFC 6761, section 6.3).
  if (host === 'localhost') return lookup(host, { all: true });
  const asked = [resolver.resolve4(host).then(ofFamily(4)), resolver.resolve6(host).then(ofFamily(6))];
  const ended = Promise.allSettled(asked);
  const none: LookupAddress[] = [];
  const first = await Promise.any(asked).catch(() => none);
  if (first.length > 0)
    return Promise.race([ended.then((answers) => answers.flatMap(foundIn)), sleep(OTHER_FAMILY_MS, first)]);
  try {
    if ((await ended).some(isUnanswered)) throw new Error('no name server answers');
    return await lookUps.run(() => lookup(host, { all: true }));
  } catch {
    throw new OutboundError('unresolvable', `must have a host with an address: ${host} has none`);
  }
}

function ofFamily(family: 4 | 6): (addresses: readonly string[]) => LookupAddress[] {
  return (addresses) => addresses.map((address) => ({ address, family }));
}

function foundIn(answer: PromiseSettledResult<LookupAddress[]>): LookupAddress[] {
  return answer.status === 'fulfilled' ? answer.value : [];
}

function isUnanswered(answer: PromiseSettledResult<unknown>): boolean {
  const reason: unknown = answer.status === 'rejected' ? answer.reason : null;
  return reason instanceof Error && 'code' in reason && reason.code === UNANSWERED;
}
