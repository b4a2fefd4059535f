import ipaddr from 'ipaddr.js';

/** `allowed`: not public, but in a network that the operator allows. */
export type AddressClass = 'public' | 'allowed' | 'refused';

type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Addresses outside of it are not routed on the internet (RFC 4291; IANA's registry of IPv6 address space). */
const GLOBAL_IPV6 = network('2000::/3');

/** Azure's metadata service for virtual machines, at an address that looks public; other clouds use 169.254.169.254. */
const AZURE_WIRE_SERVER = network('168.63.129.16');

/**
 * The addresses that the engine calls for a tenant: public ones, and those in networks that the operator allows. It
 * refuses private, loopback, link-local, shared, multicast and reserved addresses, and those that are translated to
 * IPv4.
 */
export class AddressPolicy {
  private readonly given: readonly Network[];

  constructor(networks: readonly string[]) {
    this.given = networks.map(network);
  }

  /** @param text an IP address */
  classify(text: string): AddressClass {
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
