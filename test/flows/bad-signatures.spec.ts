import { request } from 'node:http';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventText, statusAndText, storedSignals } from '../factories/signals.js';
import { type SharedEngine, sharedEngine, sign } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import type { TestTenant } from '../harness/tenant.js';

const BAD_SIGNATURE = [401, '{"error":"bad_signature"}'];

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
  tenant = await engine.createTenant();
});

describe('an invalid signature', () => {
  const body = eventText('signature');
  const right = (): string => sign(tenant.signingSecret, body);
  const answerTo = (signature: string): Promise<[number, string]> =>
    statusAndText(tenant.sendRaw(body, { 'x-edifyd-signature': signature }));

  // That each flipped bit and each other form is refused, signature.spec.ts shows.
  it.each<[string, (signature: string) => string]>([
    [
      'with a flipped bit',
      ([first = '', ...others]) => (Number.parseInt(first, 16) ^ 1).toString(16) + others.join(''),
    ],
    ['of another body', () => sign(tenant.signingSecret, `${body} `)],
    ['very long', (signature) => signature.repeat(100)],
  ])('is refused, and nothing is stored: %s', async (_name, wrong) => {
    const before = await storedSignals(engine);
    expect(await answerTo(wrong(right()))).toEqual(BAD_SIGNATURE);
    expect(await storedSignals(engine)).toBe(before);
    expect(await answerTo(right())).toEqual([200, expect.any(String)]);
  });

  it('is refused if there are two headers, even if both are valid', async () => {
    const sent = new Promise<[number | undefined, string]>((resolve, reject) => {
      const outgoing = request(
        `${engine.url}/engine/v1/integration/${tenant.slug}/webhook`,
        { method: 'POST', headers: { 'x-edifyd-signature': [right(), right()] } },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk) => (text += String(chunk)));
          response.on('end', () => resolve([response.statusCode, text]));
        },
      );
      outgoing.on('error', reject).end(body);
    });
    expect(await sent).toEqual(BAD_SIGNATURE);
  });

  it('is refused if it is missing, with and without a body', async () => {
    for (const sent of [body, undefined]) {
      expect(
        await statusAndText(
          httpCall('POST', `${engine.url}/engine/v1/integration/${tenant.slug}/webhook`, { body: sent }),
        ),
      ).toEqual(BAD_SIGNATURE);
    }
  });

  it.each([
    'unknown',
    'UPPER',
    '%00',
    'a%2Fb',
    '..%2Facme',
    '%20',
    '__proto__',
    'constructor',
    '%F0%9F%98%80',
    'x'.repeat(100),
  ])('is refused with the same response for an unknown tenant: %s', async (slug) => {
    const url = `${engine.url}/engine/v1/integration/${slug}/webhook`;
    expect(await statusAndText(httpCall('POST', url, { headers: { 'x-edifyd-signature': right() }, body }))).toEqual(
      BAD_SIGNATURE,
    );
    expect(await statusAndText(httpCall('POST', url, { body: 'no JSON' }))).toEqual(BAD_SIGNATURE);
  });

  it("is refused if the tenant's name has a suffix", async () => {
    for (const slug of [
      `${tenant.slug}%00`,
      `${tenant.slug}%20`,
      `${tenant.slug}%2F`,
      `${tenant.slug}%2Fwebhook`,
      tenant.slug.toUpperCase(),
    ]) {
      expect(
        await statusAndText(
          httpCall('POST', `${engine.url}/engine/v1/integration/${slug}/webhook`, {
            headers: { 'x-edifyd-signature': right() },
            body,
          }),
        ),
      ).toEqual(BAD_SIGNATURE);
    }
  });
});

describe("a URL that is not the webhook's", () => {
  it.each([
    ['a very long slug', 'x'.repeat(5_000)],
    ['one longer than all headers may be', 'x'.repeat(100_000)],
    ['a wrong escape', '%zz'],
    ['an escape that is no UTF-8', '%ff'],
  ])('is an error of the caller, not of the server: %s', async (_name, slug) => {
    const { status } = await httpCall('POST', `${engine.url}/engine/v1/integration/${slug}/webhook`, {
      body: eventText('url'),
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD'])('does not accept %s', async (method) => {
    const body = eventText('method');
    const { status } = await httpCall(method, `${engine.url}/engine/v1/integration/${tenant.slug}/webhook`, {
      headers: { 'x-edifyd-signature': sign(tenant.signingSecret, body) },
      ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
    });
    expect([404, 405]).toContain(status);
  });
});
