import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import type { TenantKeys } from '#tenancy';
import { secret, signerOf, tenant } from './sample-keys.js';

const NOW = 1_674_087_231_000;
const SECOND = NOW / 1000;
const BODY = Buffer.from('{"test": 2432232314}');

const OURS = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const acme = tenant(secret(OURS));

const mac = (text: string, id: string, timestamp: number | string, body = BODY): string =>
  createHmac('sha256', Buffer.from(text.slice('whsec_'.length), 'base64'))
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest('base64');

const headers = (changed: IncomingHttpHeaders = {}): IncomingHttpHeaders => ({
  'webhook-id': 'msg_1',
  'webhook-timestamp': String(SECOND),
  'webhook-signature': `v1,${mac(OURS, 'msg_1', SECOND)}`,
  ...changed,
});
const signs = (sent: IncomingHttpHeaders, keys: TenantKeys = acme, now = NOW): boolean =>
  signerOf(keys, sent, BODY, now) !== null;

describe('the headers of Standard Webhooks', () => {
  it('verify the example of the specification', () => {
    const example = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    expect(signs(example, acme, 1_614_265_330_000)).toBe(true);
  });

  it('use the bytes of the secret as the key, not its characters', () => {
    expect(signs(headers())).toBe(true);
    const byCharacters = createHmac('sha256', OURS).update(`msg_1.${SECOND}.`).update(BODY).digest('base64');
    expect(signs(headers({ 'webhook-signature': `v1,${byCharacters}` }))).toBe(false);
  });

  it('are valid within five minutes of the current time, earlier or later', () => {
    for (const [late, inTime] of [
      [-301, false],
      [-300, true],
      [0, true],
      [300, true],
      [301, false],
    ] as const) {
      expect([late, signs(headers(), acme, NOW + late * 1000)]).toEqual([late, inTime]);
    }
  });

  it.each([
    `${SECOND}.0`,
    ` ${SECOND}`,
    `+${SECOND}`,
    `0${SECOND}`,
    `${SECOND}e0`,
    '0x63c88a7f',
    '',
    '9'.repeat(13),
    `${SECOND}, ${SECOND}`,
  ])('refuse the timestamp %j, although it is signed', (timestamp) => {
    expect(
      signs(headers({ 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${mac(OURS, 'msg_1', timestamp)}` })),
    ).toBe(false);
  });

  it('refuse another id, time or body than the signed one', () => {
    expect(signs(headers({ 'webhook-id': 'msg_2' }))).toBe(false);
    expect(signs(headers({ 'webhook-timestamp': String(SECOND + 1) }))).toBe(false);
    expect(signerOf(acme, headers(), Buffer.from('{"test": 2432232315}'), NOW)).toBeNull();
    for (const name of ['webhook-id', 'webhook-timestamp']) expect(signs(headers({ [name]: undefined }))).toBe(false);
  });

  it('may have several signatures, one of which must be valid', () => {
    const right = mac(OURS, 'msg_1', SECOND);
    const wrong = mac(`whsec_${Buffer.alloc(24, 1).toString('base64')}`, 'msg_1', SECOND);
    expect(signs(headers({ 'webhook-signature': `v1,${wrong} v1a,abc v1,${right}` }))).toBe(true);
    for (const refused of [
      `v1,${wrong}`,
      right,
      `v2,${right}`,
      `v1, ${right}`,
      `V1,${right}`,
      `v1,${right}\tv1,${right}`,
      '',
      `${'v1,x '.repeat(10)}v1,${right}`,
    ]) {
      expect([refused, signs(headers({ 'webhook-signature': refused }))]).toEqual([refused, false]);
    }
  });

  it('are valid with any live secret of the tenant, and with no other', () => {
    const theirs = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    expect(signs(headers(), tenant(secret(theirs), secret(OURS)))).toBe(true);
    expect(signs(headers(), tenant(secret(theirs), secret(OURS, NOW)))).toBe(false);
    expect(signs(headers(), tenant(secret(theirs)))).toBe(false);
    expect(signerOf(undefined, headers(), BODY, NOW)).toBeNull();
  });

  it('are ignored if x-edifyd-signature is present, valid or not', () => {
    expect(signs(headers({ 'x-edifyd-signature': '0'.repeat(64) }))).toBe(false);
    expect(
      signs({
        'x-edifyd-signature': createHmac('sha256', OURS).update(BODY).digest('hex'),
        'webhook-signature': 'v1,wrong',
      }),
    ).toBe(true);
  });

  it('have the cost of hashing the body even if they are malformed', () => {
    const unhashable = 1 as unknown as Buffer;
    for (const [keys, sent] of [
      [acme, headers({ 'webhook-timestamp': 'x' })],
      [acme, headers({ 'webhook-signature': '' })],
      [undefined, headers()],
    ] as const) {
      expect(() => signerOf(keys, sent, unhashable, NOW)).toThrow('"data" argument');
    }
  });
});
