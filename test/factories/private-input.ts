import { expect } from '@jest/globals';
import type { Stage } from '../faults/stage/stage.js';
import { sign } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import type { TestTenant } from '../harness/tenant.js';

/** A topic that a source system sends. */
export const PRIVATE_TOPIC = 'TOPIC-OF-THE-PAYLOAD';
/** Each text that {@link sendPrivateInput} sends contains one of these. */
export const PRIVATE_INPUT = ['OF-THE-PAYLOAD', 'OF-AN-ADMIN', 'OF-AN-OPERATOR', 'OF-A-STRANGER'];

/**
 * Sends input that a log must not contain, as a source system, an admin, an operator and a stranger; some of it is
 * refused.
 * @returns the signature of an event, and a secret and a token that are shown once
 */
export async function sendPrivateInput(stage: Stage, tenant: TestTenant): Promise<Array<string | undefined>> {
  const data = { external_worker_id: 'ID-OF-THE-PAYLOAD', topic: PRIVATE_TOPIC, note: 'NOTE-OF-THE-PAYLOAD' };
  const body = JSON.stringify({ event: 'signal.incident', data });
  expect((await tenant.sendRaw(body)).status).toBe(200);
  await tenant.sendRaw(`${body} NOTE-OF-THE-PAYLOAD`);
  await tenant.send({ event: 'signal.TYPE-OF-THE-PAYLOAD', data: { severity: 'SEVERITY-OF-THE-PAYLOAD' } });

  await tenant.admin('GET', '/needs?q=QUERY-OF-AN-ADMIN&status=QUERY-OF-AN-ADMIN');
  const text = 'BODY-OF-AN-ADMIN';
  await tenant.admin('POST', '/workers', { name: text, externalWorkerId: 'W-9', email: 'no address', extra: text });
  await tenant.admin('POST', '/courses', { title: text, topics: [text], category: 'x', summary: 'y' });

  await stage.operator('POST', '/tenants', { slug: tenant.slug, name: 'BODY-OF-AN-OPERATOR' });
  const created = async (path: string, sent: object): Promise<Record<string, string | undefined>> => {
    const response = await stage.operator('POST', `/tenants/${tenant.slug}${path}`, sent);
    return (await response.json()) as Record<string, string | undefined>;
  };
  const { signingSecret } = await created('/secrets', { graceSeconds: 60 });
  const { token } = await created('/tokens', { role: 'admin', name: 'second' });

  const headers = { authorization: 'Bearer TOKEN-OF-A-STRANGER', cookie: 'COOKIE-OF-A-STRANGER' };
  await httpCall('GET', `${stage.url}/engine/v1/operator/tenants`, { headers });
  return [sign(tenant.signingSecret, body), signingSecret, token];
}
