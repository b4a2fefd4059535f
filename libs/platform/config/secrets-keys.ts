import { StartError } from './start-error.js';

const KEY_BYTES = 32;

/** The keys of AES-256 for stored secrets. */
export interface SecretsKeys {
  /** `SECRETS_KEY`, which encrypts. */
  readonly current: Buffer;
  /** `SECRETS_KEY_PREVIOUS`, which only decrypt, during a change of the key. */
  readonly previous: readonly Buffer[];
}

/**
 * @param previous keys separated by commas; undefined: there is none
 * @throws StartError, which never repeats a key
 */
export function secretsKeys(current: string, previous: string | undefined): SecretsKeys {
  return {
    current: keyOf('SECRETS_KEY', current),
    previous: (previous ?? '').split(',').flatMap((text) => {
      const key = text.trim();
      return key === '' ? [] : [keyOf('SECRETS_KEY_PREVIOUS', key)];
    }),
  };
}

function keyOf(name: string, text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== KEY_BYTES)
    throw new StartError(`${name} should be 32 bytes in base64, not ${key.length} bytes: openssl rand -base64 32`);
  return key;
}
