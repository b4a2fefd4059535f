import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise } from 'yauzl';
import { messageOf } from '#platform/thrown';
import { truncate } from '#platform/text';
import { UnreadablePackage } from './package-refused.js';

/** The manifests of SCORM and cmi5, which are at the top of a package. */
const NAMES = ['imsmanifest.xml', 'cmi5.xml'];
const MAX_MANIFEST_BYTES = 2 * 1024 * 1024;
/** The signature of a first entry, and of the end of an empty archive. */
const ZIP_STARTS = ['504b0304', '504b0506'].map((start) => Buffer.from(start, 'hex'));
const MAX_ENTRIES = 10_000;
const MAX_UNPACKED_BYTES = 2 * 1024 * 1024 * 1024;

/**
 * The manifest of a package (ZIP), or the file itself if it is a manifest. Of a package nothing but the manifest is
 * unpacked, and that is counted while it is unpacked, whatever the archive declares.
 * @throws UnreadablePackage
 */
export async function manifestOf(file: Buffer): Promise<Buffer> {
  const manifest = isZip(file) ? await unpackManifest(file) : file;
  if (manifest.length > MAX_MANIFEST_BYTES) throw tooLarge();
  return manifest;
}

function isZip(file: Buffer): boolean {
  return ZIP_STARTS.some((start) => start.equals(file.subarray(0, start.length)));
}

async function unpackManifest(file: Buffer): Promise<Buffer> {
  try {
    // Refuses absolute names and names with `..`.
    const zip = await fromBufferPromise(file);
    const found = new Map<string, Entry>();
    const deeper: string[] = [];
    let unpacked = 0;
    if (zip.entryCount > MAX_ENTRIES) throw new UnreadablePackage(`must have at most ${MAX_ENTRIES} entries`);
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      unpacked += entry.uncompressedSize;
      if (unpacked > MAX_UNPACKED_BYTES) throw new UnreadablePackage('unpacks to more than 2 GiB');
      if (found.has(name)) throw new UnreadablePackage(`must have one ${name}`);
      if (NAMES.includes(name)) found.set(name, entry);
      else if (NAMES.includes(name.split('/').at(-1) ?? '')) deeper.push(entry.fileName);
    }
    const manifest = NAMES.map((name) => found.get(name)).find((entry) => entry !== undefined);
    if (manifest === undefined) throw new UnreadablePackage(withoutManifest(deeper));
    if (manifest.isEncrypted()) throw new UnreadablePackage('must not be protected by a password');
    if (manifest.uncompressedSize > MAX_MANIFEST_BYTES) throw tooLarge();
    return await readAll(await zip.openReadStreamPromise(manifest));
  } catch (error) {
    if (error instanceof UnreadablePackage) throw error;
    throw new UnreadablePackage(`is a ZIP file that cannot be read: ${truncate(messageOf(error), 200)}`);
  }
}

function withoutManifest([deeper]: readonly string[]): string {
  return deeper === undefined
    ? `must have imsmanifest.xml (SCORM) or cmi5.xml (cmi5)`
    : `must have its manifest at the top, not as ${truncate(deeper, 200)}: pack the contents of the folder, not the folder`;
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_MANIFEST_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): UnreadablePackage {
  return new UnreadablePackage(`must have a manifest of at most ${MAX_MANIFEST_BYTES / 1024 / 1024} MiB`);
}
