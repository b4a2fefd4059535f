import { isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Who has one IPv6 address has all of its /64 (RFC 6177), and counts once. Other text stands for itself. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const parsed = ipaddr.IPv6.parse(address);
  return parsed.isIPv4MappedAddress()
    ? parsed.toIPv4Address().toString()
    : `${parsed.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')}::/64`;
}
