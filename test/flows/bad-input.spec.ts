import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ValuesRefused } from '#platform/database';
import { type DataPoint, SignalRecorder } from '#signals';
import { type TestEngine, sign, startEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

const BAD_SIGNATURE = [401, '{"error":"bad_signature"}'];
const INVALID_JSON = [400, '{"error":"invalid_json"}'];
const invalid = (field: string, message: string): [number, string] => [
  422,
  JSON.stringify({ error: 'invalid_event', details: [{ field, message }] }),
];

let engine: TestEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
  tenant = await engine.createTenant();
});
afterAll(() => engine.close());

const eventAbout = (topic: string): string =>
  JSON.stringify({ event: 'signal.incident', data: { site: 'Site A', topic } });
const answer = async (sent: Promise<Response>): Promise<[number, string]> => {
  const response = await sent;
  return [response.status, await response.text()];
};
const stored = async (): Promise<number> =>
  Number((await engine.database.query<{ count: string }>('select count(*) from signal'))[0]?.count);

/** Sends what fetch would not: bytes as they stand, on a connection of their own, until the server closes it. */
function speak(...parts: Array<string | Buffer>): Promise<string> {
  const { hostname, port } = new URL(engine.url);
  return new Promise((resolve) => {
    const socket = connect(
      Number(port),
      hostname,
      () =>
        void (async () => {
          for (const part of parts) {
            if (socket.writable) socket.write(part);
            await sleep(20);
          }
          socket.end();
        })(),
    );
    let heard = '';
    socket.setEncoding('utf8').on('data', (text) => (heard += String(text)));
    socket.on('error', () => undefined).on('close', () => resolve(heard));
  });
}

const statusIn = (heard: string): number =>
  Number(/^HTTP\/1\.1 (\d{3}) /m.exec(heard.replace(/^HTTP\/1\.1 100 [^\n]*\r\n\r\n/, ''))?.[1]);

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

describe('an invalid signature', () => {
  const body = eventAbout('signature');
  const right = (): string => sign(tenant.signingSecret, body);
  const answerTo = (signature: string): Promise<[number, string]> =>
    answer(tenant.sendRaw(body, { 'x-edifyd-signature': signature }));

  it('with any single bit flipped is refused, and nothing is stored', async () => {
    const before = await stored();
    const flips = Array.from({ length: 256 }, (_value, bit) => {
      const bytes = Buffer.from(right(), 'hex');
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return bytes.toString('hex');
    });
    expect(await Promise.all(flips.map(answerTo))).toEqual(flips.map(() => BAD_SIGNATURE));
    expect(await stored()).toBe(before);
    expect(await answerTo(right())).toEqual([200, expect.any(String)]);
  });

  it.each<[string, (signature: string) => string]>([
    ['in upper case', (signature) => signature.toUpperCase()],
    ['a digit short', (signature) => signature.slice(1)],
    ['a digit long', (signature) => `${signature}0`],
    ['prefixed as elsewhere', (signature) => `sha256=${signature}`],
    ['empty', () => ''],
    ['very long', (signature) => signature.repeat(100)],
    ['of another secret', () => sign('whsec_other', body)],
    ['of another body', () => sign(tenant.signingSecret, `${body} `)],
    ['in two, joined by a comma', (signature) => `${signature}, ${signature}`],
  ])('is refused: %s', async (_name, wrong) => {
    expect(await answerTo(wrong(right()))).toEqual(BAD_SIGNATURE);
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
        await answer(
          fetch(`${engine.url}/engine/v1/integration/${tenant.slug}/webhook`, { method: 'POST', body: sent }),
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
    expect(await answer(fetch(url, { method: 'POST', headers: { 'x-edifyd-signature': right() }, body }))).toEqual(
      BAD_SIGNATURE,
    );
    expect(await answer(fetch(url, { method: 'POST', body: 'no JSON' }))).toEqual(BAD_SIGNATURE);
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
        await answer(
          fetch(`${engine.url}/engine/v1/integration/${slug}/webhook`, {
            method: 'POST',
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
    const { status } = await fetch(`${engine.url}/engine/v1/integration/${slug}/webhook`, {
      method: 'POST',
      body: eventAbout('url'),
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD'])('does not accept %s', async (method) => {
    const body = eventAbout('method');
    const { status } = await fetch(`${engine.url}/engine/v1/integration/${tenant.slug}/webhook`, {
      method,
      headers: { 'x-edifyd-signature': sign(tenant.signingSecret, body) },
      ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
    });
    expect([404, 405]).toContain(status);
  });
});

describe('an invalid signed body', () => {
  const notes = (note: string): string => `{"event":"signal.incident","data":{"site":"S","payload":{"note":${note}}}}`;

  it.each<[string, string | Buffer, [number, string] | (string | number)[]]>([
    [
      'bytes that are no UTF-8',
      Buffer.from([...Buffer.from('{"event":"'), 0xff, 0xfe, ...Buffer.from('"}')]),
      INVALID_JSON,
    ],
    ['UTF-16', Buffer.from(eventAbout('utf-16'), 'utf16le'), INVALID_JSON],
    ['gzip', gzipSync(eventAbout('gzip')), INVALID_JSON],
    ['a byte order mark', `\uFEFF${eventAbout('bom')}`, INVALID_JSON],
    ['nothing', '', INVALID_JSON],
    ['a NUL', '\0', INVALID_JSON],
    ['a raw NUL in a text', notes('"a\0b"'), INVALID_JSON],
    [
      '10,000 levels',
      notes(`${'['.repeat(10_000)}${']'.repeat(10_000)}`),
      invalid('body', 'is nested deeper than 64 levels'),
    ],
    ['100,000 brackets that never close', '['.repeat(100_000), invalid('body', 'is nested deeper than 1000 levels')],
    [
      '10,000 levels of an array',
      '['.repeat(10_000) + ']'.repeat(10_000),
      invalid('body', 'is nested deeper than 1000 levels'),
    ],
    [
      '__proto__',
      notes('{"__proto__":{"admin":true}}'),
      invalid('data.payload.note.__proto__', 'is a name that is not allowed'),
    ],
    [
      '__proto__ at the top',
      '{"__proto__":{"event":"signal.x"},"data":{"site":"S"}}',
      invalid('__proto__', 'is a name that is not allowed'),
    ],
    [
      '__proto__ in disguise',
      notes(String.raw`{"\u005f_proto__":1}`),
      invalid('data.payload.note.__proto__', 'is a name that is not allowed'),
    ],
    [
      'the same name twice',
      '{"event":"signal.incident","data":{"site":"A","site":"B"}}',
      invalid('body', 'has an object with the same name twice'),
    ],
    [
      'an escaped NUL',
      notes(String.raw`"a\u0000b"`),
      invalid('data.payload.note', String.raw`has a NUL character (\u0000)`),
    ],
    [
      'an escaped NUL in a name',
      notes(String.raw`{"\u0000":1}`),
      invalid(String.raw`data.payload.note.\u0000`, String.raw`has a NUL character (\u0000)`),
    ],
    [
      'half of a surrogate pair',
      notes(String.raw`"\ud83d"`),
      invalid('data.payload.note', 'has half of a surrogate pair'),
    ],
    [
      'surrogates the wrong way round',
      notes(String.raw`"\ude00\ud83d"`),
      invalid('data.payload.note', 'has half of a surrogate pair'),
    ],
    ['a number that no double holds', notes('1e999'), invalid('data.payload.note', 'is a number out of range')],
    [
      'a number that no PostgreSQL holds',
      notes('1e-400000'),
      invalid('body', 'cannot be stored: value overflows numeric format'),
    ],
  ])('is refused for its reason and not stored: %s', async (_name, body, refusal) => {
    const before = await stored();
    expect(await answer(tenant.sendRaw(body))).toEqual(refusal);
    expect(await stored()).toBe(before);
  });
});

describe('a body that PostgreSQL refuses', () => {
  it('is refused alone among forty concurrent ones, some of which have the same key', async () => {
    const poison = '{"event":"signal.incident","data":{"site":"S","dedupe_key":"shared","payload":{"n":1e-400000}}}';
    const good = Array.from({ length: 40 }, (_value, index) => ({
      event: 'signal.incident',
      data: { site: 'S', dedupe_key: index % 4 === 0 ? 'shared' : `own ${index}` },
    }));
    const sent = good.map((event) => JSON.stringify(event));
    for (const at of [5, 20, 33]) sent.splice(at, 0, poison);
    const before = await stored();
    const answers = await Promise.all(sent.map((body) => answer(tenant.sendRaw(body))));
    expect(answers.map(([status]) => status)).toEqual(sent.map((body) => (body === poison ? 422 : 200)));
    expect(await stored()).toBe(before + 40);
    const needs = await engine.database.query(`select signal_count from need where dedupe_key = 'shared'`);
    expect(needs).toEqual([{ signal_count: 10 }]);
  });

  it('is refused alone within its batch', async () => {
    const [{ id: tenantId } = { id: '' }] = await engine.database.query<{ id: string }>(
      'select id from tenant where slug = $1',
      [tenant.slug],
    );
    const recorder = engine.app.get(SignalRecorder);
    const point = (dedupeKey: string): DataPoint => ({
      action: 'trigger',
      type: 'incident',
      worker: { externalWorkerId: null, email: null, learnerId: null },
      site: 'S',
      topic: null,
      category: null,
      severity: null,
      dedupeKey,
    });
    const record = (index: number): Promise<string> =>
      recorder
        .record(
          { tenantId, signalRetentionMonths: 12 },
          { point: point(`batch ${index % 20}`), raw: index === 17 ? String.raw`{"a":"\u0000"}` : '{}' },
        )
        .then(({ outcome }) => outcome);
    const results = await Promise.allSettled(Array.from({ length: 41 }, (_value, index) => record(index)));
    expect(
      results.flatMap((result, index) =>
        result.status === 'rejected' ? [[index, result.reason instanceof ValuesRefused]] : [],
      ),
    ).toEqual([[17, true]]);
    expect(results.filter((result) => result.status === 'fulfilled' && result.value === 'created')).toHaveLength(20);
    const [row] = await engine.database.query(
      `select count(*)::integer as needs, sum(signal_count)::integer as signals from need where dedupe_key like 'batch %'`,
    );
    expect(row).toEqual({ needs: 20, signals: 40 });
  });
});

describe('a body that is too large', () => {
  it('in endless chunks is refused with 413 and uses no memory', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const inUse = (): number => {
      collectGarbage();
      return process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
    };
    const { hostname, port } = new URL(engine.url);
    const socket = connect(Number(port), hostname);
    let heard = '';
    let answeredAfter = 0;
    let written = 0;
    socket
      .setEncoding('utf8')
      .on('error', () => undefined)
      .on('data', (text) => {
        heard += String(text);
        answeredAfter ||= written;
      });
    const chunk = Buffer.from(`10000\r\n${'x'.repeat(0x1_00_00)}\r\n`);
    const before = inUse();
    let most = 0;
    socket.write(head('', 'Transfer-Encoding: chunked').replace('Connection: close\r\n', ''));
    while (!socket.closed && written < 64 * 1024 * 1024) {
      if (!socket.write(chunk))
        await Promise.race([
          new Promise((drained) => socket.once('drain', drained)),
          new Promise((closed) => socket.once('close', closed)),
        ]);
      written += chunk.length;
      if (written % (chunk.length * 128) === 0) most = Math.max(most, inUse() - before);
    }
    await sleep(20);
    socket.destroy();
    expect(heard).toMatch(/^HTTP\/1\.1 413 [^]*\{"error":"payload_too_large"\}$/);
    expect(answeredAfter).toBeLessThan(16 * 1024 * 1024);
    expect(most).toBeLessThan(16 * 1024 * 1024);
    expect((await tenant.sendRaw(eventAbout('after the flood'))).status).toBe(200);
  });

  it('by its content-length is refused before it is sent', async () => {
    const heard = await speak(head('', 'Content-Length: 68719476736'));
    expect(heard).toMatch(/^HTTP\/1\.1 413 [^]*\{"error":"payload_too_large"\}$/);
  });
});

describe('an unusual request', () => {
  const body = eventAbout('odd');

  it('may use Expect: 100-continue', async () => {
    const heard = await speak(head(body, 'Expect: 100-continue', `Content-Length: ${body.length}`), body);
    expect(heard).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n[^]*"ok":true/);
  });

  it('may arrive a few bytes at a time', async () => {
    const parts = (head(body, `Content-Length: ${body.length}`) + body).match(/[^]{1,40}/g) ?? [];
    expect(statusIn(await speak(...parts))).toBe(200);
  });

  it('may follow another one on the same connection', async () => {
    const one = head(body, `Content-Length: ${body.length}`) + body;
    const heard = await speak(one.replace('Connection: close', 'Connection: keep-alive') + one);
    expect(heard.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
  });

  it.each([
    ['a length that is too short', `Content-Length: ${body.length - 5}`],
    ['a length that is too long', `Content-Length: ${body.length + 5}`],
    ['a length that is no number', 'Content-Length: many'],
    ['a negative length', 'Content-Length: -1'],
    ['two lengths', `Content-Length: ${body.length}\r\nContent-Length: ${body.length - 1}`],
    ['a length and chunks', `Content-Length: ${body.length}\r\nTransfer-Encoding: chunked`],
    ['chunks that are none', 'Transfer-Encoding: chunked'],
    ['a transfer coding that nobody knows', 'Transfer-Encoding: nonsense'],
    ['an expectation that nobody knows', `Content-Length: ${body.length}\r\nExpect: nonsense`],
    ['a header that is none', `Content-Length: ${body.length}\r\nno colon`],
    ['headers of 20,000 bytes', `Content-Length: ${body.length}\r\nx-large: ${'x'.repeat(20_000)}`],
  ])('with %s is refused or closed, and not stored', async (_name, headers) => {
    const before = await stored();
    const heard = await speak(head(body, headers), body);
    if (heard !== '') expect([400, 401, 413, 417, 431, 501]).toContain(statusIn(heard));
    expect(heard).not.toContain('"ok":true');
    expect(await stored()).toBe(before);
  });

  it('does not affect the next one, which is recorded', async () => {
    await Promise.all(
      [
        '\0\0\0\0',
        'GET / HTTP/9.9\r\n\r\n',
        '{"event":"signal.incident"}\n',
        '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
      ].map((noise) => speak(Buffer.from(noise, 'latin1'))),
    );
    expect((await tenant.sendRaw(eventAbout('well'))).status).toBe(200);
  });
});
