import { describe, expect, it } from '@jest/globals';
import { AddressPolicy } from './address-policy.js';

describe('an address that a tenant names', () => {
  const policy = new AddressPolicy([]);

  it.each([
    '8.8.8.8',
    '203.0.112.1',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
  ])('is called if it is public: %s', (address) => {
    expect(policy.classify(address)).toBe('public');
  });

  it.each([
    ['this host', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['link-local and metadata', '169.254.169.254'],
    ['shared (RFC 6598)', '100.64.0.1'],
    ['shared and metadata', '100.100.100.200'],
    ['metadata service at a public address', '168.63.129.16'],
    ['metadata', '192.0.0.192'],
    ['documentation', '192.0.2.1'],
    ['benchmarks', '198.18.0.1'],
    ['6to4 relays', '192.88.99.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['link-local', 'fe80::1'],
    ['site-local', 'fec0::1'],
    ['unique local and metadata service', 'fd00:ec2::254'],
    ['multicast', 'ff02::1'],
    ['mapped private', '::ffff:10.0.0.1'],
    ['mapped loopback', '::ffff:7f00:1'],
    ['mapped metadata', '::ffff:168.63.129.16'],
    ['compatible loopback', '::127.0.0.1'],
    ['translated (RFC 6145)', '::ffff:0:127.0.0.1'],
    ['NAT64', '64:ff9b::10.0.0.1'],
    ['NAT64 of a public one', '64:ff9b::8.8.8.8'],
    ['local NAT64', '64:ff9b:1::a00:1'],
    ['6to4', '2002:a00:1::'],
    ['Teredo', '2001::1'],
    ['discarded', '100::1'],
    ['documentation', '2001:db8::1'],
    ['documentation', '3fff::1'],
    ['segment routing', '5f00::1'],
    ['not assigned', '4000::1'],
    ['not assigned', 'c000::1'],
  ])('is refused if it is %s: %s', (_what, address) => {
    expect(policy.classify(address)).toBe('refused');
  });

  it('is called in a network of the operator, in any notation', () => {
    const given = new AddressPolicy(['10.20.0.0/16', '127.0.0.1', 'fd00:1::/32', '168.63.129.16', '::ffff:10.9.9.9']);
    const called = ['10.20.255.1', '::ffff:10.20.0.1', '127.0.0.1', 'fd00:1:2::3', '168.63.129.16', '10.9.9.9'];
    expect(called.map((address) => given.classify(address))).toEqual(called.map(() => 'allowed'));
    expect(['10.21.0.1', '127.0.0.2', '::1', 'fd00:2::1'].map((address) => given.classify(address))).toEqual(
      Array.from({ length: 4 }, () => 'refused'),
    );
    expect(given.classify('8.8.8.8')).toBe('public');
  });
});
