import { readFile, readdir } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { docxOf, docxWithHiddenPart, pdfBomb, pdfInEncoding, pdfOf, uploadDocument } from '../harness/documents.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

/** How early Linux ends the processes that read documents for this one, where memory is short: from -1000 to 1000. */
async function oomScores(): Promise<string[]> {
  const ofProcess = async (pid: string, file: string): Promise<string> =>
    readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
  const scores: string[] = [];
  for (const pid of await readdir('/proc')) {
    const isReader = (await ofProcess(pid, 'cmdline')).includes('parse-process.js');
    const isOwn = (await ofProcess(pid, 'status')).includes(`PPid:\t${process.pid}\n`);
    if (isReader && isOwn) scores.push((await ofProcess(pid, 'oom_score_adj')).trim());
  }
  return scores;
}

describe('a file that is no document', () => {
  /** The start of the file into which Word encrypts a document, and the name of a stream of it. */
  const lockedDocx = (): Uint8Array =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
  /** A few kilobytes whose text alone fills the memory that may be used. */
  const longText = (): Uint8Array => docxOf(['>'.repeat(30_000_000)]);
  const bomb = (): Uint8Array => docxOf(['x'], { 'word/media/a.xml': new Uint8Array(61 * 1_024 * 1_024) });

  // A slow machine may reach the time limit of a bomb first.
  it.each<[string, () => Promise<string | Uint8Array> | string | Uint8Array, string | RegExp]>([
    ['bomb.docx', bomb, /unpacks to more than 60 MiB|takes too long to read/],
    ['text.docx', longText, /takes too (?:much memory|long) to read/],
    ['hidden.docx', docxWithHiddenPart, 'cannot be read'],
    ['zip.docx', () => 'PK\u0003\u0004 but no archive', 'cannot be read'],
    ['other.docx', () => 'Dear reader', 'is not a Word document'],
    ['bomb.pdf', () => pdfBomb(300), /takes too (?:much memory|long) to read/],
    ['broken.pdf', () => '%PDF-1.7\nbroken', 'cannot be read'],
    ['other.pdf', () => 'Dear reader', 'is not a PDF'],
    ['locked.pdf', () => pdfOf([['Secret']], { userPassword: 'x' }), 'protected by a password'],
    ['chinese.pdf', () => pdfInEncoding('UniGB-UCS2-H'), 'Chinese, Japanese or Korean text in an encoding'],
    ['glyphs.pdf', () => pdfInEncoding('Identity-H', 'Identity', '0036000300370003'), 'which characters they show'],
    ['locked.docx', lockedDocx, 'protected by a password'],
    ['long.pdf', () => pdfOf(Array.from({ length: 501 }, () => ['Page'])), 'at most 500 pages'],
    ['empty.md', () => ' \n', 'has no text'],
    ['latin.txt', () => Uint8Array.from([0xe9, 0xe8, 0xff]), 'UTF-8'],
    ['many.md', () => Array.from({ length: 4_000 }, (_value, n) => `# A${n}\n\nb\n`).join(''), 'at most 3000 passages'],
    ['picture.png', () => 'x', 'must be Markdown'],
  ])('%s is refused with the reason', async (name, content, reason) => {
    const { status, body } = await uploadDocument(tenant, { title: 'Hostile', name, content: await content() });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'unreadable_document' });
    expect(body.detail).toMatch(reason);
  });

  it('is read by a process that ends before the engine where memory is short', async () => {
    const upload = uploadDocument(tenant, { title: 'Hostile', name: 'text.docx', content: longText() });
    await eventually(async () => expect(await oomScores()).toEqual(['1000']));
    expect((await upload).status).toBe(422);
  });

  it('is refused without a title, with a title above 8 KiB, and with a file above 20 MiB', async () => {
    expect(await uploadDocument(tenant, { name: 'a.md', content: 'x' })).toMatchObject(refusal(422, 'invalid'));
    expect(await uploadDocument(tenant, { title: 'x'.repeat(8_193), name: 'a.md', content: 'x' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'title', message: 'must have at most 8192 bytes' }] },
    });
    const large = new Uint8Array(20 * 1_024 * 1_024 + 1).fill(0x61);
    const refused = await uploadDocument(tenant, { title: 'Large', name: 'a.txt', content: large });
    expect(refused.status).toBe(413);
  });
});
