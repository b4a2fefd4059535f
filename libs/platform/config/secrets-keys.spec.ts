import { describe, expect, it } from '@jest/globals';
import { secretsKeys } from './secrets-keys.js';

describe('the keys of stored secrets', () => {
  const [current = Buffer.of(), ...previous] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte));
  const text = previous.map((key) => key.toString('base64')).join(', ');

  it('are one that encrypts, and those that also decrypt', () => {
    expect(secretsKeys(current.toString('base64'), undefined)).toEqual({ current, previous: [] });
    expect(secretsKeys(current.toString('base64'), text)).toEqual({ current, previous });
  });

  it('are refused by the name of their variable, without the key', () => {
    const refused = (first: string, others: string) => () => secretsKeys(first, others);
    expect(refused('hunter2', text)).toThrow(/^SECRETS_KEY should be 32 bytes in base64, not 5 bytes/);
    expect(refused(current.toString('base64'), `${text},hunter2`)).toThrow(
      /^SECRETS_KEY_PREVIOUS should be 32 bytes in base64, not 5 bytes/,
    );
    expect(refused('hunter2', text)).not.toThrow(/hunter2/);
  });
});
