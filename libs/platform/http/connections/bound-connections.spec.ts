import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { boundConnections } from './bound-connections.js';

const REQUEST = 'GET / HTTP/1.1\r\nhost: x\r\n\r\n';
const UNREAD = 16 * 1024 * 1024;

describe('a server with bounded connections', () => {
  let server: Server;
  const sockets: Socket[] = [];
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
    server.closeAllConnections();
    server.close();
  });

  async function serve(most: number): Promise<number> {
    server = createServer((_request, response) => response.end(Buffer.alloc(UNREAD)));
    boundConnections(server, { most, maxUnreadBytes: 4 * UNREAD });
    await once(server.listen(0), 'listening');
    return (server.address() as AddressInfo).port;
  }

  async function open(port: number, from: string): Promise<Socket> {
    const socket = connect({ port, host: '127.0.0.1', localAddress: from }).on('error', () => undefined);
    sockets.push(socket);
    await once(socket, 'connect');
    return socket;
  }

  it('closes idle connections of the network with most connections, and of no other', async () => {
    const port = await serve(10);
    const other = await open(port, '127.0.0.2');
    const many = await Promise.all(Array.from({ length: 10 }, () => open(port, '127.0.0.3')));
    await sleep(50);
    expect(other.destroyed || other.readableEnded).toBe(false);
    expect(
      await new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count))),
    ).toBeLessThan(11);
    other.write(REQUEST);
    expect(String((await once(other, 'data'))[0])).toMatch(/^HTTP\/1\.1 200/);
    while (!many.some(({ closed, readableEnded }) => closed || readableEnded)) await sleep(10);
  });

  it('closes connections with unread responses if those use too much memory', async () => {
    const port = await serve(100);
    const readers = await Promise.all(Array.from({ length: 8 }, () => open(port, '127.0.0.2')));
    for (const socket of readers) socket.pause().write(REQUEST);
    const deadline = Date.now() + 10_000;
    const connections = (): Promise<number> =>
      new Promise((resolve) => server.getConnections((_error, count) => resolve(count)));
    while ((await connections()) > 4 && Date.now() < deadline) await sleep(50);
    expect(await connections()).toBeLessThanOrEqual(4);
  });
});
