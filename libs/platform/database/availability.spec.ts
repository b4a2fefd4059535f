import { describe, expect, it } from '@jest/globals';
import { isUnreachable } from './availability.js';

const withCode = (code: string): Error => Object.assign(new Error('said so'), { code });

describe('an error of the database', () => {
  it.each([
    'ECONNREFUSED',
    'ENOENT',
    'ENOTFOUND',
    'ECONNRESET',
    '57P01',
    '57P03',
    '53300',
    '08006',
    '25006',
    '25P04',
    '58030',
  ])('is temporary if its code is %s', (code) => {
    expect(isUnreachable(withCode(code))).toBe(true);
  });

  it.each(['28P01', '28000', '3D000', '42P01', '23505', '57014', 'SELF_SIGNED_CERT_IN_CHAIN'])(
    'is permanent if its code is %s',
    (code) => {
      expect(isUnreachable(withCode(code))).toBe(false);
    },
  );

  it.each([
    'timeout exceeded when trying to connect',
    'timeout expired',
    'Connection terminated unexpectedly',
    'Query read timeout',
  ])('is temporary if pg says "%s"', (message) => {
    expect(isUnreachable(new Error(message))).toBe(true);
  });

  it('is permanent if it is not about the connection', () => {
    expect([new Error('the topic is poison'), 'timeout expired', undefined].map(isUnreachable)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
