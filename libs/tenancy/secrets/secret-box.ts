import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SecretsKeys } from '#platform/config';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts a secret for storage with AES-256-GCM: nonce, tag and ciphertext in one buffer.
 * @param context bound to the ciphertext (a tenant's id), so that a row copied to another tenant cannot be decrypted
 */
export function seal({ current }: SecretsKeys, plaintext: string, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', current, nonce).setAAD(Buffer.from(context));
  const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
}

/**
 * Decrypts the result of {@link seal}, with the current key or a previous one. GCM authenticates, so that a wrong key
 * never yields a plaintext.
 * @throws Error if none of the keys, the context or the bytes fits
 */
export function open({ current, previous }: SecretsKeys, sealed: Buffer, context: string): string {
  const key = previous.length === 0 ? current : [current, ...previous].find((one) => fits(one, sealed, context));
  return openWith(key ?? current, sealed, context);
}

/** Whether a value is encrypted with this key. */
export function fits(key: Buffer, sealed: Buffer, context: string): boolean {
  try {
    openWith(key, sealed, context);
    return true;
  } catch {
    return false;
  }
}

function openWith(key: Buffer, sealed: Buffer, context: string): string {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context)).setAuthTag(tag);
  return decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}
