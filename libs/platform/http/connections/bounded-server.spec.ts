import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { boundedServer } from './bounded-server.js';

const REQUEST = 'GET / HTTP/1.1\r\nhost: x\r\n\r\n';

describe('a server that bounds pipelined requests', () => {
  let server: Server;
  let handled = 0;
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  async function open(answer: boolean): Promise<Socket> {
    handled = 0;
    server = boundedServer({}, (_request, response) => {
      handled++;
      if (answer) response.end('ok');
    });
    await once(server.listen(0), 'listening');
    const socket = connect((server.address() as AddressInfo).port).on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  }

  it('answers pipelined requests while it is reading more', async () => {
    const socket = await open(true);
    let heard = '';
    socket.setEncoding('utf8').on('data', (piece) => (heard += String(piece)));
    for (let times = 0; times < 20; times++) {
      socket.write(REQUEST.repeat(4));
      await once(socket, 'data');
    }
    while ((heard.match(/HTTP\/1\.1 200/g) ?? []).length < 80) await once(socket, 'data');
    expect(handled).toBe(80);
    socket.destroy();
  });

  it('handles a few of a thousand requests that arrive at once, and closes their connection', async () => {
    const socket = await open(false);
    socket.write(REQUEST.repeat(1_000));
    await once(socket, 'close');
    expect(handled).toBe(8);
  });
});
