import ipaddr from 'ipaddr.js';

/** `allowed`: not public, but in a network that the operator gave. */
export type Standing = 'public' | 'allowed' | 'refused';

type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/**
 * What is not in it is not routed on the internet, whatever it is for (RFC 4291; IANA's registry of IPv6 address
 * space).
 */
const GLOBAL_IPV6 = network('2000::/3');

/** Answers a machine at Azure about itself, as 169.254.169.254 does elsewhere, and looks like a public address. */
const AZURE_WIRE_SERVER = network('168.63.129.16');

/**
 * Which addresses the engine calls on behalf of a tenant: public ones, and those of the networks that the operator
 * gave. What is private, loopback, link-local, shared, multicast, reserved, or leads to an IPv4 address through a
 * translator, is none of a tenant's business.
 */
export class AddressPolicy {
  private readonly given: readonly Network[];

  constructor(networks: readonly string[]) {
    this.given = networks.map(network);
  }

  /** @param text an IP address */
  standing(text: string): Standing {
    // An IPv4-mapped IPv6 address (::ffff:10.0.0.1) is that IPv4 address.
    const address = ipaddr.process(text);
    if (this.given.some((one) => isIn(address, one))) return 'allowed';
    if (address.range() !== 'unicast' || isIn(address, AZURE_WIRE_SERVER)) return 'refused';
    return address.kind() === 'ipv4' || isIn(address, GLOBAL_IPV6) ? 'public' : 'refused';
  }
}

function network(text: string): Network {
  return text.includes('/')
    ? ipaddr.parseCIDR(text)
    : [ipaddr.process(text), ipaddr.process(text).kind() === 'ipv4' ? 32 : 128];
}

function isIn(address: ipaddr.IPv4 | ipaddr.IPv6, [base, bits]: Network): boolean {
  return address.kind() === base.kind() && address.match(base, bits);
}
