import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { scormManifest } from '../harness/packages/zip-files.js';
import { sendForm } from '../harness/send-form.js';
import { sendStream } from '../harness/send-stream.js';
import type { TestTenant } from '../harness/tenant.js';

/** Bytes before the first boundary, which a parser of forms skips. */
const PREAMBLE = new Uint8Array(64 * 1024).fill(0x20);
/** More than the buffers of a connection hold: if this is sent, the engine reads it. */
const MORE_THAN_BUFFERS = 8 * 1024 * 1024;
/** A piece in each pause is more than the minimum rate, also if the machine stops for some seconds. */
const PAUSE_MS = 100;

let engine: SharedEngine;
/** More tenants than a process reads uploads of at a time. */
let tenants: readonly TestTenant[];
let other: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenants = await Promise.all(Array.from({ length: 4 }, () => engine.createTenant()));
  other = await engine.createTenant();
});

interface SlowUpload {
  /** Null: the engine reads it. Otherwise the status with which it was answered before. */
  readonly begun: Promise<number | null>;
  /** Sends the rest. @returns the status */
  readonly end: () => Promise<number>;
  /** Stops sending. */
  readonly stop: () => void;
}

/** Sends a form with a file slowly. */
function slowUpload({ url, adminToken }: TestTenant, path: string, content: string): SlowUpload {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const headers = {
    authorization: `Bearer ${adminToken}`,
    'content-type': 'multipart/form-data; boundary=part',
    // A body that was begun cannot be sent again if the engine has just closed an idle connection.
    connection: 'close',
  };
  const response = sendStream(`${url}/engine/v1/admin${path}`, headers, readable);
  const ending = new AbortController();
  const begin = async (): Promise<null> => {
    for (let sent = 0; sent < MORE_THAN_BUFFERS; sent += PREAMBLE.length) await writer.write(PREAMBLE);
    return null;
  };
  const begun = Promise.race([begin(), response.then(({ status }) => status)]);
  const paused = begun.then(async () => {
    while (!ending.signal.aborted) {
      await writer.write(PREAMBLE);
      await sleep(PAUSE_MS);
    }
  });
  const end = async (): Promise<number> => {
    ending.abort();
    await paused;
    await writer.write(new TextEncoder().encode(formOf(content)));
    await writer.close();
    return (await response).status;
  };
  for (const sending of [begun, paused]) sending.catch(() => undefined);
  return { begun, end, stop: () => ending.abort() };
}

/** Begins a slow upload, again while the engine is too busy to authenticate it. */
async function beginSlowUpload(...upload: Parameters<typeof slowUpload>): Promise<SlowUpload> {
  for (;;) {
    const slow = slowUpload(...upload);
    const early = await slow.begun;
    if (early === null) return slow;
    slow.stop();
    if (early !== 503) throw new Error(`a slow upload was answered ${early} before its end`);
  }
}

const formOf = (content: string): string =>
  [
    '\r\n--part\r\ncontent-disposition: form-data; name="title"\r\n\r\nSlow',
    '\r\n--part\r\ncontent-disposition: form-data; name="file"; filename="file.md"',
    `\r\ncontent-type: text/markdown\r\n\r\n${content}\r\n--part--\r\n`,
  ].join('');

describe('slow uploads of several tenants', () => {
  it.each([
    ['/documents', '# Rules\n\nPress the button.'],
    ['/courses/import', scormManifest({})],
  ])('to %s delay no upload of another tenant, and are stored', async (path, content) => {
    const begun = await Promise.allSettled(tenants.map((tenant) => beginSlowUpload(tenant, path, content)));
    const slow = begun.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    try {
      expect(begun.filter(({ status }) => status === 'rejected')).toEqual([]);
      const upload = await sendForm(other, path, [
        ['title', 'Rules'],
        ['file', new Blob([content], { type: 'text/markdown' }), 'file.md'],
      ]);
      expect(upload.status).toBe(201);
      // One after the other: an engine reads few at a time, and those that wait for long are refused.
      for (const { end } of slow) expect(await end()).toBe(201);
    } finally {
      for (const { stop } of slow) stop();
    }
  });

  it('lose their connection if they were refused, and the rest arrives slowly', async () => {
    const { hostname, port } = new URL(engine.url);
    const socket = connect(Number(port), hostname).on('error', () => undefined);
    let received = '';
    socket.setEncoding('utf8').on('data', (text) => (received += String(text)));
    const headers = 'content-type: multipart/form-data; boundary=part\r\ncontent-length: 100000\r\n';
    socket.write(`POST /engine/v1/admin/documents HTTP/1.1\r\nhost: x\r\n${headers}\r\n--part`);
    const dribbling = setInterval(() => socket.writable && socket.write('x'), 100);
    await eventually(async () => expect(socket.destroyed).toBe(true)).finally(() => clearInterval(dribbling));
    expect(received).toMatch(/^HTTP\/1\.1 401 /);
  });
});
