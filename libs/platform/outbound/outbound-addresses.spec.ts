import { describe, expect, it } from '@jest/globals';
import { outboundTo, reasonOf } from './sample-outbound.js';

describe('a call for a tenant', () => {
  const strict = outboundTo('');

  it.each([
    'https://127.0.0.1/',
    'https://localhost:1/',
    'https://[::1]/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://127.1/',
    'https://[::ffff:127.0.0.1]/',
    'https://10.0.0.1/',
    'http://8.8.8.8/',
    'ftp://8.8.8.8/',
    'file:///etc/passwd',
    'gopher://8.8.8.8',
    'https://user:pw@8.8.8.8/',
    'no url',
    '',
  ])('is not made to %s', async (address) => {
    expect(await reasonOf(strict.check(address))).toBe('refused');
    expect(await reasonOf(strict.fetch(address))).toBe('refused');
  });

  it('may be made to public addresses, over TLS', async () => {
    expect(await reasonOf(strict.check('https://8.8.8.8/hook'))).toBe('none');
    expect(await reasonOf(strict.check('https://nobody.invalid/hook'))).toBe('unresolvable');
  });
});
