import { createHmac } from 'node:crypto';
import { decodedSecret } from '#tenancy';

/**
 * The headers of Standard Webhooks (standardwebhooks.com, "Signature scheme", v1). There is a signature for each
 * secret, so that a receiver with any of them can verify.
 * @param secrets `whsec_…`
 * @param now milliseconds since the epoch
 */
export function signedHeaders(
  messageId: string,
  body: string,
  secrets: readonly string[],
  now: number,
): Record<string, string> {
  const timestamp = Math.floor(now / 1_000).toString();
  const signatures = secrets.map(
    (secret) =>
      `v1,${createHmac('sha256', decodedSecret(secret)).update(`${messageId}.${timestamp}.${body}`).digest('base64')}`,
  );
  return {
    'content-type': 'application/json',
    'webhook-id': messageId,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
