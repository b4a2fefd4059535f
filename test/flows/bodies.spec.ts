import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestEngine, sign, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const KIB = 1024;
/** As large as the body of a course may be: it arrives in several pieces. */
const COURSE_BYTES = 630 * KIB;
/** More of them than the memory for bodies of calls has room for (libs/platform/http/bodies/api-bodies.ts). */
const MANY = 80;

describe('the memory for bodies', () => {
  let engine: TestEngine;
  let tenant: TestTenant;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    engine = await startEngine({ worker: false });
    tenant = await engine.createTenant();
  });
  afterEach(() => sockets.splice(0).forEach((socket) => socket.destroy()));
  afterAll(() => engine.close());

  async function open(): Promise<Socket> {
    const { hostname, port } = new URL(engine.url);
    const socket = connect(Number(port), hostname).on('error', () => undefined);
    sockets.push(socket);
    await once(socket, 'connect');
    return socket;
  }

  const head = (path: string, length: number, ...headers: string[]): string =>
    [
      `POST ${path} HTTP/1.1`,
      'host: x',
      `content-length: ${length}`,
      'content-type: application/json',
      ...headers,
      '',
      '',
    ].join('\r\n');
  const course = { title: 'Large', content: 'x'.repeat(90_000) };

  it('is freed if clients disconnect before the response', async () => {
    await engine.database.inTransaction(async (tx) => {
      await tx.query('lock table course in access exclusive mode');
      const headers = [`authorization: Bearer ${tenant.adminToken}`];
      for (let times = 0; times < MANY; times++)
        (await open()).write(
          head('/engine/v1/admin/courses', COURSE_BYTES, ...headers) +
            JSON.stringify({ title: 'Never' }).padEnd(COURSE_BYTES),
        );
      // On a slow machine they arrive one by one. A call that still finds room waits until after the bodies are
      // answered.
      await eventually(async () => {
        const call = tenant.once.admin('POST', '/courses', course);
        expect(await Promise.race([call.then(({ status }) => status), sleep(300)])).toBe(503);
      });
      for (const socket of sockets.splice(0)) socket.destroy();
    });
    await eventually(async () => expect((await tenant.admin('POST', '/courses', course)).status).toBe(201));
  });

  it('is freed from stalled bodies, so that others are served', async () => {
    for (let times = 0; times < MANY; times++)
      (await open()).write(head('/engine/v1/admin/courses', COURSE_BYTES) + ' '.repeat(COURSE_BYTES - 10));
    await sleep(100);
    expect((await tenant.admin('POST', '/courses', course)).status).toBe(201);
  });

  it('of the webhook is not used by senders of an unknown tenant, and not for long by those of a known one', async () => {
    const batch = JSON.stringify(
      Array.from({ length: 400 }, (_value, index) => ({
        event: 'signal.incident',
        data: { site: `Site ${index}`, topic: 'T', payload: { note: 'x'.repeat(500) } },
      })),
    );
    for (const slug of ['unknown', tenant.slug]) {
      for (let times = 0; times < 55; times++) {
        (await open()).write(
          `${head(`/engine/v1/integration/${slug}/webhook`, 8_000_000, `x-edifyd-signature: ${'5a'.repeat(32)}`)}[${' '.repeat(1_500_000)}`,
        );
      }
      await sleep(100);
      for (let times = 0; times < 5; times++)
        expect((await tenant.sendRaw(batch, { 'x-edifyd-signature': sign(tenant.signingSecret, batch) })).status).toBe(
          200,
        );
    }
  });
});
