import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { SecretsKeys } from '#platform/config';
import { fits, open, seal } from './secret-box.js';

const keysOf = (current: Buffer, ...previous: Buffer[]): SecretsKeys => ({ current, previous });

describe('the secret box', () => {
  const key = randomBytes(32);
  const keys = keysOf(key);

  it('decrypts what it encrypted, and the ciphertext reveals nothing of it', () => {
    const sealed = seal(keys, 'whsec_abc', 'tenant-1');
    expect(sealed.includes('whsec_abc')).toBe(false);
    expect(open(keys, sealed, 'tenant-1')).toBe('whsec_abc');
  });

  it('does not decrypt with another key, for another tenant, or if a bit is flipped', () => {
    const sealed = seal(keys, 'whsec_abc', 'tenant-1');
    const flipped = Buffer.from(sealed);
    flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1;
    expect(() => open(keysOf(randomBytes(32), randomBytes(32)), sealed, 'tenant-1')).toThrow('authenticate');
    expect(() => open(keys, sealed, 'tenant-2')).toThrow('authenticate');
    expect(() => open(keys, flipped, 'tenant-1')).toThrow('authenticate');
  });

  it('decrypts with previous keys, and encrypts with the current one', () => {
    const next = keysOf(randomBytes(32), randomBytes(32), key);
    expect(open(next, seal(keys, 'whsec_abc', 'tenant-1'), 'tenant-1')).toBe('whsec_abc');
    const sealed = seal(next, 'whsec_abc', 'tenant-1');
    expect([fits(next.current, sealed, 'tenant-1'), fits(key, sealed, 'tenant-1')]).toEqual([true, false]);
  });
});
