import { describe, expect, it } from '@jest/globals';
import { Invalid } from '#platform/errors';
import { readKey } from './read-key.js';

describe('an Idempotency-Key', () => {
  it.each([
    ['a', 'a'],
    ['8e03978e-40d5-43dd-bc93-6894a57f9324', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    ['"8e03978e"', '8e03978e'],
    ['"two words"', 'two words'],
    ['x'.repeat(255), 'x'.repeat(255)],
    [`"${'x'.repeat(255)}"`, 'x'.repeat(255)],
  ])('%s is read', (header, key) => {
    expect(readKey(header)).toBe(key);
  });

  it.each([
    '',
    ' ',
    '""',
    'x'.repeat(256),
    'two words',
    'one, two',
    '"one", "two"',
    '"open',
    'a"b',
    'ü',
    'a\u0000',
    '"a\u007f"',
  ])('%j is refused by name', (header) => {
    expect(() => readKey(header)).toThrow(Invalid);
    expect(() => readKey(header)).toThrow('Idempotency-Key');
  });
});
