import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

describe('an upload that is repeated with its Idempotency-Key', () => {
  let tenant: TestTenant;

  beforeAll(async () => {
    tenant = await (await sharedEngine({ worker: false })).createTenant();
  });

  const upload = async (key: string, boundary: string, content: string): Promise<{ status: number; body: object }> => {
    const title = `--${boundary}\r\nContent-Disposition: form-data; name="title"\r\n\r\nRules of the yard\r\n`;
    const file = `Content-Disposition: form-data; name="file"; filename="rules.txt"\r\nContent-Type: text/plain`;
    const response = await tenant.call('POST', '/documents', {
      headers: { 'idempotency-key': key, 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: `${title}--${boundary}\r\n${file}\r\n\r\n${content}\r\n--${boundary}--\r\n`,
    });
    return { status: response.status, body: (await response.json()) as object };
  };

  it('has the same answer, although clients choose another boundary each time', async () => {
    const key = randomUUID();
    const first = await upload(key, 'the-first-boundary', 'Wear a helmet on the yard.');
    expect(first).toMatchObject({ status: 201 });
    expect(await upload(key, 'another-boundary', 'Wear a helmet on the yard.')).toEqual(first);
  });

  it('is refused with another file', async () => {
    const key = randomUUID();
    await upload(key, 'the-first-boundary', 'Wear a helmet on the yard.');
    expect(await upload(key, 'the-first-boundary', 'Wear gloves on the yard.')).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
  });
});
