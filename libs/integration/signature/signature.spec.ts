import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type LiveSecret, MAX_LIVE_SECRETS, type TenantKeys } from '#tenancy';
import { secret, signerOf, tenant } from './sample-keys.js';
import { SignatureCheck, claimOf } from './signature.js';

const NOW = Date.parse('2026-07-15T12:00:00Z');
const BODY = Buffer.from('{"event":"signal.incident","data":{"site":"Site A"}}');

/** @param header as Node gives it: `x-edifyd-signature` or undefined */
const isSigned = (keys: TenantKeys | undefined, header: unknown, body: Buffer, now: number): boolean =>
  signerOf(keys, { 'x-edifyd-signature': header as string | undefined }, body, now) !== null;
const sign = (key: string, body: Buffer = BODY): string => createHmac('sha256', key).update(body).digest('hex');

/** The bytes with each of their bits flipped in turn. */
const flipped = (bytes: Buffer): Buffer[] =>
  Array.from({ length: bytes.length * 8 }, (_value, bit) => {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return changed;
  });

const acme = tenant(secret('whsec_acme'));
const right = sign('whsec_acme');

describe('a signature', () => {
  it('is the lowercase hex HMAC-SHA256 of the raw bytes, keyed by the characters of the secret', () => {
    // The example of the connector API, signed by `openssl dgst -sha256 -hmac your-shared-secret`.
    const body = Buffer.from(
      '{"event":"signal.credential_expiring","data":{"email":"jordan@acme.com","topic":"Working at Heights"}}',
    );
    const byOpenssl = 'c42dd3cbe6ef811bb9fced345c0f4375ab03918dd15beb647b39594c2dd47198';
    expect(isSigned(tenant(secret('your-shared-secret')), byOpenssl, body, NOW)).toBe(true);
    expect(isSigned(acme, right, BODY, NOW)).toBe(true);
  });

  it('of an empty body is valid', () => {
    expect(isSigned(acme, sign('whsec_acme', Buffer.alloc(0)), Buffer.alloc(0), NOW)).toBe(true);
  });

  it('is invalid if any one of its 256 bits is flipped', () => {
    const wrong = flipped(Buffer.from(right, 'hex'));
    expect(wrong).toHaveLength(256);
    for (const bytes of wrong) expect(isSigned(acme, bytes.toString('hex'), BODY, NOW)).toBe(false);
  });

  it('is invalid if any one bit of the body is flipped, removed or added', () => {
    for (const bytes of [...flipped(BODY), BODY.subarray(1), Buffer.concat([BODY, Buffer.from('\n')])])
      expect(isSigned(acme, right, bytes, NOW)).toBe(false);
  });

  it.each([
    ['no header', undefined],
    ['an empty one', ''],
    ['upper-case hex', right.toUpperCase()],
    ['one upper-case digit', right.replace(/[a-f]/, (digit) => digit.toUpperCase())],
    ['a digit too few', right.slice(1)],
    ['a digit too many', `${right}0`],
    ['a byte too many', `${right}00`],
    ['the prefix of other webhooks', `sha256=${right}`],
    ['0x', `0x${right}`],
    ['blanks around it', ` ${right} `],
    ['a line end behind it', `${right}\n`],
    ['quotes', `"${right}"`],
    ['base64', Buffer.from(right, 'hex').toString('base64')],
    ['two headers, which arrive joined', `${right}, ${right}`],
    ['two headers, which arrive as a list', [right, right]],
    ['a list of one', [right]],
    ['all zeros', '0'.repeat(64)],
    ['wide digits', right.replace(/\d/, (digit) => String.fromCodePoint(0xff10 + Number(digit)))],
  ])('is refused: %s', (_name, header) => {
    expect(isSigned(acme, header, BODY, NOW)).toBe(false);
  });

  it('of another tenant, or of no tenant, is refused', () => {
    expect(isSigned(acme, sign('whsec_other'), BODY, NOW)).toBe(false);
    expect(isSigned(undefined, right, BODY, NOW)).toBe(false);
    expect(isSigned(tenant(), right, BODY, NOW)).toBe(false);
    expect(isSigned(tenant(), sign(''), BODY, NOW)).toBe(false);
  });
});

describe('a secret', () => {
  it('is valid until it expires, to the millisecond', () => {
    const expiring = tenant(secret('whsec_acme', NOW));
    expect([-1, 0, 1].map((later) => isSigned(expiring, right, BODY, NOW + later))).toEqual([true, false, false]);
  });

  it('is valid besides other live secrets, in any order', () => {
    const [old, current, dead] = [secret('old', NOW + 1), secret('current'), secret('dead', NOW - 1)];
    for (const keys of [tenant(current, old, dead), tenant(dead, old, current)]) {
      const valid = ['current', 'old', 'dead', 'never'].map((key) => isSigned(keys, sign(key), BODY, NOW));
      expect(valid).toEqual([true, true, false, false]);
    }
  });
});

describe('the signer', () => {
  it('is the secret that made the signature, so that an operator sees which secrets are in use', () => {
    const headers = { 'x-edifyd-signature': sign('old') };
    expect(signerOf(tenant(secret('current'), secret('old', NOW + 1)), headers, BODY, NOW)?.id).toBe('old');
  });
});

describe('a body that arrives in several pieces', () => {
  const arrives = (keys: TenantKeys | undefined, header: string, pieces: readonly Buffer[]): LiveSecret | null => {
    const check = new SignatureCheck(keys, claimOf({ 'x-edifyd-signature': header }, NOW));
    for (const piece of pieces) check.update(piece);
    return check.signer(Buffer.alloc(0), NOW);
  };
  const pieces = [BODY.subarray(0, 10), BODY.subarray(10, 11), BODY.subarray(11)];

  it('is hashed as it arrives, with all live secrets', () => {
    const keys = tenant(secret('current'), secret('old', NOW + 1), secret('dead', NOW - 1));
    expect(
      [sign('current'), sign('old'), sign('dead'), sign('never')].map((header) => arrives(keys, header, pieces)?.id),
    ).toEqual(['current', 'old', undefined, undefined]);
    expect(arrives(keys, sign('current'), pieces.toReversed())).toBeNull();
    expect(arrives(undefined, sign('current'), pieces)).toBeNull();
  });
});

describe.each<[string, TenantKeys | undefined, string | undefined]>([
  ['an unknown tenant', undefined, right],
  ['an unknown tenant and no header', undefined, undefined],
  ['a tenant without live secrets', tenant(), right],
  ['no header', acme, undefined],
  ['a malformed header', acme, 'sha256=0'],
  ['a wrong signature', acme, '0'.repeat(64)],
  ['a tenant with all that it may have', tenant(...['a', 'b', 'c', 'd'].map((text) => secret(text))), '0'.repeat(64)],
])('the refusal of %s', (_name, keys, header) => {
  it('computes the same number of MACs', () => {
    for (const streamed of [false, true]) {
      const claim = claimOf({ 'x-edifyd-signature': header }, NOW);
      let macs = 0;
      const check = new SignatureCheck(keys, { ...claim, startMac: (key) => (macs++, claim.startMac(key)) });
      if (streamed) check.update(BODY);
      expect([check.signer(BODY, NOW), macs]).toEqual([null, MAX_LIVE_SECRETS]);
    }
  });

  // A body that cannot be hashed makes the hash throw. This proves that the body is hashed before each refusal, so that
  // its time reveals nothing.
  const unhashable = 1 as unknown as Buffer;

  it('computes the hash of the body', () => {
    expect(() => isSigned(keys, header, unhashable, NOW)).toThrow('"data" argument');
  });
});
