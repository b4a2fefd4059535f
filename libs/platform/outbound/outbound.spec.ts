import { type IncomingMessage, type RequestListener, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outboundTo, reasonOf } from './sample-outbound.js';
import { sendRequest } from './send-request.js';

const PATHS: Readonly<Record<string, RequestListener>> = {
  '/moved': (_request, response) =>
    response.writeHead(302, { location: '/elsewhere', 'set-cookie': ['a=1', 'b=2'] }).end(),
  '/nothing': (_request, response) => response.writeHead(204).end(),
  '/large': (_request, response) => response.end('x'.repeat(5_000)),
  '/endless': (_request, response) => {
    const timer = setInterval(() => response.write('x'.repeat(500)), 5);
    response.once('close', () => clearInterval(timer));
  },
  '/endless-without-length': (_request, response) => {
    response.useChunkedEncodingByDefault = false;
    response.write('x'.repeat(500));
  },
  '/broken': (_request, response) =>
    response.writeHead(200, { 'content-length': 100 }).write('thanks', () => response.destroy()),
  '/silent': () => undefined,
  '/odd': (_request, response) => response.writeHead(999).end(),
  '/switching': (_request, response) =>
    response.writeHead(101, { connection: 'upgrade', upgrade: 'websocket' }).end('no HTTP any more'),
};

describe('a call for a tenant', () => {
  const strict = outboundTo('');
  const open = outboundTo('127.0.0.0/8, ::1');
  const received: Array<{ request: IncomingMessage; body: string }> = [];
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const answer = PATHS[request.url ?? ''];
      if (answer !== undefined) return answer(request, response);
      void text(request).then((body) => {
        received.push({ request, body });
        response.end('thanks');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('is made like with fetch', async () => {
    const headers = { 'content-type': 'application/json', 'x-mine': 'yes' };
    const response = await open.fetch(`${url}/hook?a=1`, { method: 'POST', headers, body: '{"ü":1}' });
    expect([response.status, await response.text()]).toEqual([200, 'thanks']);
    const [{ request, body } = { request: undefined, body: '' }] = received.splice(0);
    expect(request).toMatchObject({ method: 'POST', url: '/hook?a=1' });
    const added = { 'content-length': '8', 'user-agent': 'Readiness-Engine' };
    expect(request?.headers).toMatchObject({ ...headers, ...added });
    expect(body).toBe('{"ü":1}');
  });

  it('follows no redirect', async () => {
    const response = await open.fetch(`${url}/moved`);
    expect([response.status, response.headers.get('location'), response.headers.getSetCookie()]).toEqual([
      302,
      '/elsewhere',
      ['a=1', 'b=2'],
    ]);
  });

  it('may get an empty response', async () => {
    expect((await open.fetch(`${url}/nothing`)).status).toBe(204);
  });

  it('never reaches a private address, by its number or by a name, unless the operator allows its network', async () => {
    const byName = url.replace('127.0.0.1', 'localhost');
    for (const address of [url, byName]) expect(await reasonOf(strict.fetch(`${address}/hook`))).toBe('refused');
    expect(received).toEqual([]);
    expect((await open.fetch(`${byName}/hook`)).status).toBe(200);
    expect(received.splice(0)).toHaveLength(1);
  });

  it('goes to the checked address, whatever its name resolves to later', async () => {
    const renamed = new URL(url.replace('127.0.0.1', 'rebound.invalid'));
    const answer = await sendRequest(
      { url: renamed, addresses: [{ address: '127.0.0.1', family: 4 }] },
      new Request(renamed),
      AbortSignal.timeout(5_000),
    );
    answer.resume();
    expect(received.splice(0)[0]?.request.headers.host).toBe(renamed.host);
  });

  it('reads no more than its limit', async () => {
    expect(await reasonOf(open.fetch(`${url}/large`, {}, { maxBytes: 4_999 }))).toBe('too_large');
    expect(await (await open.fetch(`${url}/large`, {}, { maxBytes: 5_000 })).text()).toHaveLength(5_000);
    expect(await (await open.fetch(`${url}/endless`, {}, { maxBytes: 1_000, cut: true })).text()).toHaveLength(1_000);
  });

  it('has the status of a response whose body breaks off or does not end, if it reads only the beginning', async () => {
    for (const path of ['/broken', '/endless']) {
      const response = await open.fetch(url + path, {}, { timeoutMs: 500, cut: true });
      expect([response.status, (await response.text()).length]).toEqual([200, expect.any(Number)]);
    }
    expect(await reasonOf(open.fetch(`${url}/broken`))).toBe('unreachable');
  });

  it.each(['/silent', '/endless', '/endless-without-length'])('takes no longer than its limit: %s', async (path) => {
    expect(await reasonOf(open.fetch(url + path, {}, { timeoutMs: 60 }))).toBe('timeout');
  });

  it('fails if nothing answers, or the response is not HTTP, or switches to another protocol', async () => {
    for (const path of ['/odd', '/switching']) expect(await reasonOf(open.fetch(url + path))).toBe('unreachable');
    await expect(open.fetch('http://127.0.0.1:1/')).rejects.toThrow('cannot be called: ECONNREFUSED');
  });
});
