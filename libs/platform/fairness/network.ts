import { isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * An IPv6 client usually has a whole /64 (RFC 6177), which counts as one network. Text that is no address is returned
 * unchanged.
 */
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
