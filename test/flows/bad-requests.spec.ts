import { type Socket, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventText, storedSignals } from '../factories/signals.js';
import { type SharedEngine, sign, sharedEngine } from '../harness/engine.js';
import { exchangeBytes, sendAndEnd, statusIn } from '../harness/raw-http.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
  tenant = await engine.createTenant();
});

const TOO_LARGE = /^HTTP\/1\.1 413 [^]*\{"error":"payload_too_large"\}$/;
const stored = (): Promise<number> => storedSignals(engine, tenant);

function connected(): Socket {
  const { hostname, port } = new URL(engine.url);
  return connect(Number(port), hostname);
}

/** A request with the right signature whose headers the test writes itself. */
function head(body: string | Buffer, ...headers: string[]): string {
  const path = `/engine/v1/integration/${tenant.slug}/webhook`;
  return [
    `POST ${path} HTTP/1.1`,
    'Host: engine',
    'Connection: close',
    `x-edifyd-signature: ${sign(tenant.signingSecret, body)}`,
    ...headers,
    '',
    '',
  ].join('\r\n');
}

const MIB = 1024 * 1024;

describe('a body that is too large', () => {
  it('in endless chunks ends the connection and uses no memory', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const inUse = (): number => {
      collectGarbage();
      return process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
    };
    const before = inUse();
    const socket = connected();
    let heard = '';
    let written = 0;
    socket
      .setEncoding('utf8')
      .on('error', () => undefined)
      .on('data', (piece) => (heard += String(piece)));
    const chunk = Buffer.from(`10000\r\n${'x'.repeat(0x1_00_00)}\r\n`);
    // V8 frees the buffers of a collection on another thread, so that single readings may be too high.
    let least = Number.POSITIVE_INFINITY;
    socket.write(head('', 'Transfer-Encoding: chunked').replace('Connection: close\r\n', ''));
    while (!socket.closed && written < 64 * MIB) {
      if (!socket.write(chunk))
        await Promise.race(['drain', 'close'].map((event) => new Promise((done) => socket.once(event, done))));
      written += chunk.length;
      if (written > 16 * MIB && written % (chunk.length * 16) === 0) least = Math.min(least, inUse() - before);
    }
    const hasEnded = socket.closed;
    socket.destroy();
    // A client that never stops may be reset before it reads the response. The engine discards 32 MiB before.
    expect(hasEnded).toBe(true);
    expect(heard).toMatch(new RegExp(`^$|${TOO_LARGE.source}`));
    expect(written).toBeLessThan(40 * MIB);
    expect(least).toBeLessThan(8 * MIB);
    expect((await tenant.sendRaw(eventText('after the flood'))).status).toBe(200);
  });

  it('is refused after it has been sent, so that a client which only reads then gets the response', async () => {
    const body = `[${' '.repeat(9 * 1024 * 1024)}]`;
    const socket = connected();
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.write(head(body, `Content-Length: ${body.length}`) + body, () => resolve());
    });
    expect(statusIn(await text(socket))).toBe(413);
  });

  it('by its content-length is refused before it is sent', async () => {
    const heard = await exchangeBytes(engine.url, head('', 'Content-Length: 68719476736'));
    expect(heard).toMatch(TOO_LARGE);
  });
});

describe('an unusual request', () => {
  const body = eventText('odd');
  const length = `Content-Length: ${body.length}`;

  it('may use Expect: 100-continue', async () => {
    const heard = await exchangeBytes(engine.url, head(body, 'Expect: 100-continue', length), body);
    expect(heard).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n[^]*"ok":true/);
  });

  it('may arrive a few bytes at a time', async () => {
    const parts = (head(body, length) + body).match(/[^]{1,40}/g) ?? [];
    expect(statusIn(await exchangeBytes(engine.url, ...parts))).toBe(200);
  });

  it('may follow another one on the same connection', async () => {
    const one = head(body, length) + body;
    const heard = await exchangeBytes(engine.url, one.replace('Connection: close', 'Connection: keep-alive') + one);
    expect(heard.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
  });

  it.each([
    ['a length that is too short', `Content-Length: ${body.length - 5}`],
    ['a length that is no number', 'Content-Length: many'],
    ['a negative length', 'Content-Length: -1'],
    ['two lengths', `${length}\r\nContent-Length: ${body.length - 1}`],
    ['a length and chunks', `${length}\r\nTransfer-Encoding: chunked`],
    ['chunks that are none', 'Transfer-Encoding: chunked'],
    ['a transfer coding that nobody knows', 'Transfer-Encoding: nonsense'],
    ['an expectation that nobody knows', `${length}\r\nExpect: nonsense`],
    ['a header that is none', `${length}\r\nno colon`],
    ['headers of 20,000 bytes', `${length}\r\nx-large: ${'x'.repeat(20_000)}`],
  ])('with %s is refused or closed, and not stored', async (_name, headers) => {
    const before = await stored();
    const heard = await exchangeBytes(engine.url, head(body, headers), body);
    if (heard !== '') expect([400, 401, 413, 417, 431, 501]).toContain(statusIn(heard));
    expect(heard).not.toContain('"ok":true');
    expect(await stored()).toBe(before);
  });

  it('that ends before its whole body is not stored', async () => {
    const before = await stored();
    const heard = await sendAndEnd(engine.url, head(body, `Content-Length: ${body.length + 5}`), body);
    expect(heard).not.toContain('200 OK');
    expect(await stored()).toBe(before);
  });

  it('does not affect the next one, which is recorded', async () => {
    const beginningOfTls = '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03';
    const odd = ['\0\0\0\0', 'GET / HTTP/9.9\r\n\r\n', '{"event":"signal.incident"}\n', beginningOfTls];
    await Promise.all(odd.map((bytes) => exchangeBytes(engine.url, Buffer.from(bytes, 'latin1'))));
    expect((await tenant.sendRaw(eventText('well'))).status).toBe(200);
  });
});
