import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { open, seal } from './secret-box.js';

describe('the secret box', () => {
  const key = randomBytes(32);

  it('decrypts what it encrypted, and the ciphertext reveals nothing of it', () => {
    const sealed = seal(key, 'whsec_abc', 'tenant-1');
    expect(sealed.includes('whsec_abc')).toBe(false);
    expect(open(key, sealed, 'tenant-1')).toBe('whsec_abc');
  });

  it('does not decrypt with another key, for another tenant, or if a bit is flipped', () => {
    const sealed = seal(key, 'whsec_abc', 'tenant-1');
    const flipped = Buffer.from(sealed);
    flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1;
    expect(() => open(randomBytes(32), sealed, 'tenant-1')).toThrow('authenticate');
    expect(() => open(key, sealed, 'tenant-2')).toThrow('authenticate');
    expect(() => open(key, flipped, 'tenant-1')).toThrow('authenticate');
  });
});
