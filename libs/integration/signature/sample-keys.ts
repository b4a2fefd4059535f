import { createSecretKey } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { LiveSecret, TenantKeys } from '#tenancy';
import { SignatureCheck, claimOf } from './signature.js';

/** A secret, whose text is its id. @param expiresAt milliseconds since the epoch; null: never */
export const secret = (text: string, expiresAt: number | null = null): LiveSecret => ({
  id: text,
  key: createSecretKey(Buffer.from(text)),
  decodedKey: createSecretKey(Buffer.from(text.replace('whsec_', ''), 'base64')),
  expiresAt,
});

export const tenant = (...secrets: LiveSecret[]): TenantKeys => ({
  tenantId: '01890a5d-ac96-774b-bcce-b302099a8057',
  slug: 'acme',
  rateLimit: null,
  signalRetentionMonths: 12,
  secrets,
});

/** The secret that signed a body in one piece; null: none did. @param now milliseconds since the epoch */
export const signerOf = (
  keys: TenantKeys | undefined,
  sent: IncomingHttpHeaders,
  body: Buffer,
  now: number,
): LiveSecret | null => new SignatureCheck(keys, claimOf(sent, now)).signer(body, now);
