import { describe, expect, it } from '@jest/globals';
import { isForeign, tokenIn } from './board-credentials.js';

const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;

describe('the token in an Authorization header', () => {
  it.each([
    ['a Bearer token', 'Bearer s3cret', 's3cret'],
    ['a scheme in other letters', 'bEARER s3cret', 's3cret'],
    ['the password of Basic, whoever the user', basic('anybody:s3cret'), 's3cret'],
    ['that of nobody', basic(':s3cret'), 's3cret'],
    ['a password with a colon', basic('ops:s3:cret'), 's3:cret'],
    ['an empty password', basic('ops:'), ''],
  ])('is %s', (_name, header, token) => {
    expect(tokenIn(header)).toBe(token);
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Basic',
    'Basic !',
    's3cret',
    'Digest s3cret',
    basic('no colon'),
    'Bearer a b',
    `Bearer ${'x'.repeat(1025)}`,
  ])('is not in %j', (header) => {
    expect(tokenIn(header)).toBeNull();
  });
});

describe('a cross-site request', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('is refused if it would change something: %s', (method) => {
    expect(['cross-site', 'same-site'].map((site) => isForeign(method, site))).toEqual([true, true]);
    expect(['same-origin', 'none', undefined].map((site) => isForeign(method, site))).toEqual([false, false, false]);
  });

  it('is allowed to read, for links from other sites', () => {
    expect(['GET', 'HEAD'].map((method) => isForeign(method, 'cross-site'))).toEqual([false, false]);
  });
});
