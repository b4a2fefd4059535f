import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendSignal } from '../factories/signals.js';
import { QUEUES, startEngineWithQueue } from '../harness/engine-with-queue.js';
import type { TestEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { httpCall } from '../harness/http-call.js';
import type { TestTenant } from '../harness/tenant.js';

const PATH = '/engine/v1/operator/queues';

interface Board {
  readonly queues: Array<{
    name: string;
    counts: Record<string, number>;
    jobs: Array<{ id: string; failedReason: string; data: object }>;
  }>;
}

describe.each(QUEUES)('the queue board with %s as the queue', (queue) => {
  let engine: TestEngine;
  let tenant: TestTenant;
  beforeAll(async () => {
    engine = await startEngineWithQueue(queue);
    tenant = await engine.createTenant();
  });
  afterAll(() => engine.close());

  const basic = (user: string, password: string): string =>
    `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const get = (path: string, authorization?: string): Promise<Response> =>
    httpCall('GET', engine.url + PATH + path, { headers: authorization === undefined ? {} : { authorization } });
  const board = async (query = ''): Promise<Board> =>
    (await (await get(`/api/queues${query}`, `Bearer ${engine.operatorToken}`)).json()) as Board;

  it('requires a password, and shows nothing without it', async () => {
    for (const path of ['', '/', '/queue/resolve-needs', '/api/queues', '/static/favicon.ico', '/static/js/none.js']) {
      for (const authorization of [
        undefined,
        'Bearer wrong',
        basic('operator', 'wrong'),
        basic(engine.operatorToken, ''),
        `Bearer ${tenant.adminToken}`,
      ]) {
        const response = await get(path, authorization);
        expect([path, authorization, response.status, response.headers.get('www-authenticate')]).toEqual([
          path,
          authorization,
          401,
          'Basic realm="operator"',
        ]);
        expect(await response.json()).toMatchObject({ code: 'unauthorized', status: 401 });
      }
    }
  });

  it('cannot be reached by other forms of its path', async () => {
    for (const path of [
      '/engine/v1/operator//queues/api/queues',
      '/engine/v1/operator/./queues/api/queues',
      '/engine/v1/OPERATOR/queues/api/queues',
      '/engine/v1/operator/%71ueues/api/queues',
      `${PATH}/api/queues;x`,
      `${PATH}/static/../api/queues`,
    ]) {
      expect([path, [401, 404].includes(await rawStatus(path))]).toEqual([path, true]);
    }
  });

  /** Sends the path as it is, which `httpCall` would normalise. */
  const rawStatus = (path: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(engine.url);
      request({ hostname, port, path }, (response) => resolve(response.resume().statusCode ?? 0))
        .on('error', reject)
        .end();
    });

  it('opens with the operator token, as a password or as a Bearer token, with all its files', async () => {
    for (const authorization of [
      basic('operator', engine.operatorToken),
      basic('', engine.operatorToken),
      `Bearer ${engine.operatorToken}`,
    ]) {
      const response = await get('', authorization);
      expect([authorization, response.status]).toEqual([authorization, 200]);
      expect(response.headers.get('content-security-policy')).toContain(`default-src 'self'`);
      const page = await response.text();
      expect(page).toContain(`<base href="${PATH}/" />`);
      const parts = [...page.matchAll(/(?:src|href)="(static\/[^"]+)"/g)].map(([, path]) => path);
      expect(parts.length).toBeGreaterThan(2);
      for (const part of parts) expect([part, (await get(`/${part}`, authorization)).status]).toEqual([part, 200]);
    }
  });

  it('shows the queues and their failed jobs, and retries a job', async () => {
    expect((await board()).queues.map(({ name }) => name)).toContain('resolve-needs');
    await engine.database.query('alter table need_person rename to need_person_away');
    await sendSignal(tenant, { site: 'S', topic: 'a topic', secret: 'payload' }, 'x');
    const failed = '?activeQueue=resolve-needs&status=failed';
    await eventually(async () => expect((await board(failed)).queues[0]?.counts).toMatchObject({ failed: 1 }));
    const [shown] = (await board(failed)).queues;
    expect(shown?.jobs).toMatchObject([
      { failedReason: expect.stringContaining('"need_person" does not exist'), data: { tenantId: expect.any(String) } },
    ]);
    expect(JSON.stringify(shown)).not.toContain('payload');
    await engine.database.query('alter table need_person_away rename to need_person');
    const retry = (site: string): Promise<Response> =>
      httpCall('PUT', `${engine.url}${PATH}/api/queues/resolve-needs/retry/failed`, {
        headers: { authorization: basic('operator', engine.operatorToken), 'sec-fetch-site': site },
      });
    const foreign = await retry('cross-site');
    expect([foreign.status, ((await foreign.json()) as { code: string }).code]).toEqual([403, 'forbidden']);
    expect((await board(failed)).queues[0]?.counts).toMatchObject({ failed: 1 });
    expect((await retry('same-origin')).status).toBe(200);
    await eventually(async () => expect((await board(failed)).queues[0]?.counts).toMatchObject({ failed: 0 }));
    await tenant.resolvedNeeds();
  });
});
