import { createHmac } from 'node:crypto';
import type { Target } from '../attack.js';
import type { Call, Reply } from './http-client.js';

/** Statuses that refuse a request for its content, or for the number of requests. */
export const REFUSALS: readonly number[] = [400, 413, 414, 422, 429, 431];

const JSON_TYPE = { 'content-type': 'application/json' };

/** A call without credentials. */
export function stranger(path: string, body: string | Buffer): Call {
  return { method: 'POST', path: `/engine/v1${path}`, headers: JSON_TYPE, body };
}

/** A call of the admin API. */
export function admin(token: string, method: string, path: string, body?: string): Call {
  return {
    method,
    path: `/engine/v1/admin${path}`,
    headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : JSON_TYPE) },
    body,
  };
}

/** A call of SCIM 2.0, which is for a tenant's admins. */
export function scim({ tenant }: Target, method: string, path: string, body?: string): Call {
  const headers = {
    authorization: `Bearer ${tenant.adminToken}`,
    ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
  };
  return { method, path: `/engine/scim/v2${path}`, headers, body };
}

/** A data point, or a batch, for a tenant's webhook. */
export function webhook(slug: string, body: string | Buffer, headers: Readonly<Record<string, string>>): Call {
  const path = `/engine/v1/integration/${slug}/webhook`;
  return { method: 'POST', path, headers: { ...JSON_TYPE, ...headers }, body };
}

/** A well-formed signature that matches no secret. */
export const WRONG_SIGNATURE = { 'x-edifyd-signature': '5a'.repeat(32) };

/** A body for the attacker's own webhook, signed. */
export function signed({ tenant }: Target, body: string | Buffer, contentType = 'application/json'): Call {
  const signature = createHmac('sha256', tenant.signingSecret).update(body).digest('hex');
  return webhook(tenant.slug, body, { 'content-type': contentType, 'x-edifyd-signature': signature });
}

/** Imports workers into the attacker's tenant. */
export function importWorkers(
  { tenant }: Target,
  rows: string | Buffer,
  type: 'text/csv' | 'application/x-ndjson' = 'text/csv',
): Call {
  return {
    method: 'POST',
    path: '/engine/v1/admin/workers/import',
    headers: { authorization: `Bearer ${tenant.adminToken}`, 'content-type': type },
    body: rows,
  };
}

/** Signed events as lines; at most 5,000. */
export function signedLines(target: Target, events: readonly object[]): Call {
  return signed(
    target,
    events.map((data) => JSON.stringify({ event: 'signal.incident', data })).join('\n'),
    'application/x-ndjson',
  );
}

/** Sends a request that an attack depends on. @throws Error if the engine refuses it */
export async function demand({ http }: Target, call: Call): Promise<Reply> {
  const reply = await http.call(call);
  if (typeof reply.status !== 'number' || reply.status >= 300)
    throw new Error(`${call.method} ${call.path} was answered ${reply.status}: ${reply.body.slice(0, 500)}`);
  return reply;
}
