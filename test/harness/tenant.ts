import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient } from '#client';
import type { NeedView } from '#needs';

/** A tenant with the credentials that its creation showed once. */
export interface TestTenant {
  readonly slug: string;
  readonly signingSecret: string;
  readonly adminToken: string;
  /** Sends an event as a source system does: signed, to the tenant's webhook. */
  send(event: unknown): Promise<Response>;
  /** Sends raw bytes with the signature given, or the right one. */
  sendRaw(body: string | Buffer, headers?: Record<string, string>): Promise<Response>;
  /** The admin API as an admin: typed, and throws what is refused. */
  readonly api: Client;
  /** Calls the admin API as an admin, with whatever is asked for, and reads the answer's JSON. */
  admin<T>(
    method: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: T; headers: Headers }>;
  /** All needs, once none is pending. */
  resolvedNeeds(): Promise<NeedView[]>;
}

export function tenantOf(
  url: string,
  slug: string,
  created: { signingSecret: string; adminToken: string },
): TestTenant {
  const { signingSecret, adminToken } = created;
  const sendRaw: TestTenant['sendRaw'] = (body, headers = {}) =>
    fetch(`${url}/engine/v1/integration/${slug}/webhook`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-edifyd-signature': createHmac('sha256', signingSecret).update(body).digest('hex'),
        ...headers,
      },
      body,
    });
  const admin: TestTenant['admin'] = async (method, path, body, headers = {}) => {
    const response = await fetch(`${url}/engine/v1/admin${path}`, {
      method,
      headers: {
        authorization: `Bearer ${adminToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers };
  };
  return {
    slug,
    signingSecret,
    adminToken,
    api: createClient({ baseUrl: url, token: adminToken }),
    sendRaw,
    admin,
    send: (event) => sendRaw(JSON.stringify(event)),
    resolvedNeeds: async () => {
      for (let tries = 0; ; tries++) {
        const { body } = await admin<{ items: NeedView[] }>('GET', '/needs?limit=200');
        if (body.items.every((need) => need.recommendation.kind !== 'pending')) return body.items;
        if (tries > 200) throw new Error('needs are still pending after ten seconds');
        await sleep(50);
      }
    },
  };
}
