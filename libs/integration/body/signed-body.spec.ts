import { createHmac, createSecretKey } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from '@jest/globals';
import { BodyTooLarge, InFlightBodies } from '#platform/http';
import type { TenantKeys } from '#tenancy';
import { MAX_EVENT_BYTES } from './body-kind.js';
import type { SignedBody } from '../signature/hmac.guard.js';
import { readSignedBody } from './signed-body.js';

const key = createSecretKey(Buffer.from('whsec_acme'));
const acme: TenantKeys = {
  tenantId: 'a',
  slug: 'acme',
  rateLimit: null,
  signalRetentionMonths: 12,
  secrets: [{ id: 'current', key, decodedKey: key, expiresAt: null }],
};
const sign = (body: string): string => createHmac('sha256', 'whsec_acme').update(body).digest('hex');

const MIB = 1024 * 1024;
const inFlight = { forTenants: new InFlightBodies(64 * MIB), forOthers: new InFlightBodies(64 * MIB) };
afterAll(() => Object.values(inFlight).forEach((bodies) => bodies.close()));

interface Sent {
  readonly pieces: readonly string[];
  readonly signature?: string;
  readonly tenant?: TenantKeys | undefined;
  readonly isNdjson?: boolean;
}

async function read({ pieces, signature, tenant, isNdjson = false }: Sent): Promise<SignedBody> {
  const stream = new PassThrough();
  const body = readSignedBody(
    { stream, headers: { 'x-edifyd-signature': signature }, network: () => '192.0.2.1', isNdjson },
    'acme',
    tenant,
    inFlight,
  );
  for (const piece of pieces) {
    stream.write(piece);
    await new Promise(setImmediate);
  }
  stream.end();
  return body;
}

describe('a signed body', () => {
  it.each([1, 2, 3, 7])('is read with its signer in any number of pieces: %d', async (count) => {
    const text = '{"event":"signal.incident","data":{"site":"Site A"}}';
    const size = Math.ceil(text.length / count);
    const pieces = Array.from({ length: count }, (_value, index) => text.slice(index * size, (index + 1) * size));
    const { bytes, signer } = await read({ pieces, signature: sign(text), tenant: acme });
    expect([bytes.toString(), signer?.id]).toEqual([text, 'current']);
    expect((await read({ pieces, signature: sign(`${text} `), tenant: acme })).signer).toBeNull();
    expect((await read({ pieces, signature: sign(text), tenant: undefined })).signer).toBeNull();
  });

  it('may be empty', async () => {
    expect((await read({ pieces: [], signature: sign(''), tenant: acme })).signer?.id).toBe('current');
  });

  it.each([
    ['of an unknown tenant', { signature: sign('x'), tenant: undefined }],
    ['without a signature', { tenant: acme }],
    ['with a malformed one', { signature: 'sha256=0', tenant: acme }],
  ])('is discarded as it arrives, and refused, if no signature can be valid: %s', async (_name, sent) => {
    const { bytes, signer } = await read({ pieces: ['[', 'a'.repeat(1_000_000), 'b'], ...sent });
    expect([bytes.length, signer]).toEqual([0, null]);
  });

  it('of one event has at most 256 KiB, for known and unknown tenants', async () => {
    for (const tenant of [acme, undefined]) {
      await expect(
        read({ pieces: ['{', ' '.repeat(MAX_EVENT_BYTES)], signature: sign('x'), tenant }),
      ).rejects.toBeInstanceOf(BodyTooLarge);
      await read({ pieces: ['[', ' '.repeat(MAX_EVENT_BYTES)], signature: sign('x'), tenant });
      await read({ pieces: ['{', ' '.repeat(MAX_EVENT_BYTES)], signature: sign('x'), tenant, isNdjson: true });
    }
  });
});
