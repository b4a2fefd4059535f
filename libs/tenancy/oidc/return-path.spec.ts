import { describe, expect, it } from '@jest/globals';
import { returnAddress } from './return-path.js';

const HERE = 'https://readiness.example';

describe('the page after a log-in', () => {
  it.each([
    ['/needs?severity=4#top', `${HERE}/needs?severity=4#top`],
    ['/', `${HERE}/`],
    ['/.//evil.example', `${HERE}//evil.example`],
    ['/@evil.example', `${HERE}/@evil.example`],
  ])('is the page %s of this site', (path, address) => {
    expect(returnAddress(HERE, path)).toBe(address);
  });

  it.each([
    undefined,
    '',
    'needs',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    ' //evil.example',
    '//evil.example:80',
    '//user@evil.example',
  ])('is the first page for %j', (path) => {
    expect(returnAddress(HERE, path)).toBe(`${HERE}/`);
  });
});
