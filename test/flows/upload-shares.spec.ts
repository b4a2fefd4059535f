import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { scormManifest } from '../harness/packages/zip-files.js';
import { sendForm } from '../harness/send-form.js';
import { sendStream } from '../harness/send-stream.js';
import type { TestTenant } from '../harness/tenant.js';

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

/** Sends the beginning of a form with a file. `end` sends the rest. */
function slowUpload({ url, adminToken }: TestTenant, path: string, title: string, content: string) {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const send = (text: string): Promise<void> => writer.write(new TextEncoder().encode(text));
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'multipart/form-data; boundary=part' };
  const response = sendStream(`${url}/engine/v1/admin${path}`, headers, readable);
  const begun = send(`--part\r\ncontent-disposition: form-data; name="title"\r\n\r\n${title}\r\n`);
  const end = async (): Promise<void> => {
    await begun;
    await send(
      `--part\r\ncontent-disposition: form-data; name="file"; filename="file.md"\r\ncontent-type: text/markdown\r\n\r\n${content}\r\n--part--\r\n`,
    );
    await writer.close();
    await response;
  };
  return { end };
}

describe('slow uploads of several tenants', () => {
  it.each([
    ['/documents', '# Rules\n\nPress the button.'],
    ['/courses/import', scormManifest({})],
  ])('to %s delay no upload of another tenant', async (path, content) => {
    const slow = tenants.map((tenant) => slowUpload(tenant, path, 'Slow', content));
    await sleep(200);
    const upload = await sendForm(other, path, [
      ['title', 'Rules'],
      ['file', new Blob([content], { type: 'text/markdown' }), 'file.md'],
    ]);
    // On a slow machine they may have been too slow by now.
    await Promise.allSettled(slow.map(({ end }) => end()));
    expect(upload.status).toBe(201);
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
