import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { callEngine } from './call-engine.js';

const statuses: number[] = [];
const server = createServer((_request, response) => {
  response.writeHead(statuses.shift() ?? 500, { 'retry-after': '0' }).end('the body');
});
const call = (): Promise<Response> =>
  callEngine('the call', `http://127.0.0.1:${(server.address() as AddressInfo).port}`, { method: 'POST', body: '{}' });

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it('calls the engine again after a 503, so that a start on a busy machine makes the whole demo', async () => {
  statuses.push(503, 503, 201);
  expect((await call()).status).toBe(201);
});

it('fails with the response to a call that the engine refuses', async () => {
  statuses.push(422);
  await expect(call()).rejects.toThrow('the call was answered 422: the body');
});
