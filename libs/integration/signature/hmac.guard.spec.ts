import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { KeyRing, LiveSecret, SecretUses, TenantKeys } from '#tenancy';
import { HmacGuard } from './hmac.guard.js';

const key = createSecretKey(Buffer.from('whsec_acme'));
const signer: LiveSecret = { id: 'secret', key, decodedKey: key, expiresAt: null };
const acme: TenantKeys = { tenantId: 'acme-id', slug: 'acme', rateLimit: null, signalRetentionMonths: 12, secrets: [] };

/** @param body undefined: it has not been read */
function admits(tenants: readonly TenantKeys[], body: { signer: LiveSecret | null } | undefined) {
  const request = { params: { tenant: 'acme' }, body, sender: null };
  const uses: string[] = [];
  const keyRing = { find: (slug: string) => tenants.find((tenant) => tenant.slug === slug) } as unknown as KeyRing;
  const secretUses = { used: (_tenantId: string, id: string) => uses.push(id) } as unknown as SecretUses;
  const admitted = new HmacGuard(keyRing, secretUses).canActivate(new ExecutionContextHost([request, {}]));
  return { admitted, sender: request.sender, uses };
}

describe('the guard of the webhook', () => {
  it('accepts a request signed by a live secret, and stores its sender and the use of the secret', () => {
    expect(admits([acme], { signer })).toEqual({ admitted: true, sender: acme, uses: ['secret'] });
  });

  it.each([
    ['what no secret signed', [acme], { signer: null }],
    ['what was not read', [acme], undefined],
    ['what a tenant signed that is suspended by now', [], { signer }],
  ])('refuses %s, and stores nothing', (_name, tenants, body) => {
    expect(admits(tenants, body)).toEqual({ admitted: false, sender: null, uses: [] });
  });
});
