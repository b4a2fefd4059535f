import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { statusIn } from '../harness/raw-http.js';
import type { TestTenant } from '../harness/tenant.js';

const BODY = `{"title":"${'x'.repeat(8 * 1024 * 1024)}"}`;

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
  tenant = await engine.createTenant();
});

/** Sends a request as many clients do: reads nothing before everything is sent. @returns the status of the response */
async function sendAll(path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const { hostname, port } = new URL(engine.url);
  const isChunked = headers['transfer-encoding'] === 'chunked';
  const lines = Object.entries({ host: 'x', authorization: `Bearer ${tenant.adminToken}`, ...headers })
    .concat(isChunked ? [] : [['content-length', String(BODY.length)]])
    .map(([name, value]) => `${name}: ${value}\r\n`);
  const body = isChunked ? `${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n` : BODY;
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  await new Promise<void>((resolve, reject) =>
    socket
      .once('error', reject)
      .write(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`, (error) => (error ? reject(error) : resolve())),
  );
  return statusIn(await text(socket));
}

describe('a client that sends a large body before it reads receives the response', () => {
  const json = { 'content-type': 'application/json' };
  const chunked = { 'transfer-encoding': 'chunked' };

  it.each([
    ['413', 'of an announced length', '/engine/v1/admin/courses', json],
    ['413', 'with an Idempotency-Key', '/engine/v1/admin/courses', { ...json, 'idempotency-key': 'large' }],
    ['413', 'in chunks', '/engine/v1/admin/courses', { ...json, ...chunked }],
    ['413', 'of an event in chunks', '/engine/v1/integration/nobody/webhook', { ...json, ...chunked }],
    ['415', 'of text', '/engine/v1/admin/workers/import', { 'content-type': 'text/plain' }],
    ['415', 'of text in chunks', '/engine/v1/admin/workers/import', { 'content-type': 'text/plain', ...chunked }],
  ])('%s: %s', async (status, _what, path, headers) => {
    // While the machine stalls, a body that the engine discards may take too long.
    await eventually(async () => expect(await sendAll(path, headers)).toBe(Number(status)));
  });
});
