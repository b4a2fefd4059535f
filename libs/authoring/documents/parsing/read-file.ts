import { Unzip, UnzipInflate, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import type { MediaType } from '../document.entity.js';

/** Bounds of what a file may unpack to. */
const MAX_TEXT_LENGTH = 2_000_000;
const MAX_PAGES = 500;
const MAX_UNPACKED_BYTES = 60 * 1_024 * 1_024;
/** The share of control characters in the text of a PDF that can be read: some show a bullet by one. */
const MAX_CONTROLS = 0.05;

/** The file does not have its declared format, or exceeds a limit. The message is shown to the user who uploaded it. */
export class FileRefused extends Error {}

/** What a file contains. */
interface ReadText {
  readonly text: string;
  /** The pages of a PDF that have no text, such as scanned ones, from 1. */
  readonly pagesWithoutText?: readonly number[];
}

/** The text of a file; headings of Markdown and Word start with `#`. @throws FileRefused */
export async function textOf(bytes: Uint8Array, mediaType: MediaType): Promise<Required<ReadText>> {
  const { text, pagesWithoutText = [] } = await READERS[mediaType](bytes);
  if (text.length > MAX_TEXT_LENGTH) throw new FileRefused(`must have at most ${MAX_TEXT_LENGTH} characters of text`);
  if (text.trim() === '') throw new FileRefused('has no text: a scanned document has to be recognised (OCR) first');
  return { text, pagesWithoutText };
}

type Reader = (bytes: Uint8Array) => ReadText | Promise<ReadText>;

const READERS: Readonly<Record<MediaType, Reader>> = {
  'text/markdown': utf8,
  'text/plain': utf8,
  'application/pdf': readPdf,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': readDocx,
};

function utf8(bytes: Uint8Array): ReadText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw new FileRefused('must be text in UTF-8');
  }
}

async function readPdf(bytes: Uint8Array): Promise<ReadText> {
  if (!startsWith(bytes, '%PDF-')) throw new FileRefused('is not a PDF');
  let lacksEncoding = false;
  /** PDF.js asks for tables of encodings, which it does not contain, and leaves out what it cannot decode. */
  class NoTables {
    fetch({ kind }: { readonly kind: string }): Promise<never> {
      lacksEncoding ||= kind === 'cMapUrl';
      return Promise.reject(new Error('there are no such tables'));
    }
  }
  const options = { BinaryDataFactory: NoTables };
  const pdf = await getDocumentProxy(new Uint8Array(bytes), options).catch((error: unknown) => {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new FileRefused(isLocked ? 'must not be protected by a password' : 'is a PDF that cannot be read');
  });
  if (pdf.numPages > MAX_PAGES) throw new FileRefused(`must have at most ${MAX_PAGES} pages`);
  const { text: pages } = await extractText(pdf, { mergePages: false });
  if (lacksEncoding)
    throw new FileRefused(
      'has Chinese, Japanese or Korean text in an encoding that cannot be read: upload it as Word (.docx) or text',
    );
  const text = pages.join('\n\n');
  if (shareOfControls(text) > MAX_CONTROLS)
    throw new FileRefused(
      'has text in fonts that do not say which characters they show: upload it as Word (.docx) or text',
    );
  return { text, pagesWithoutText: pages.flatMap((page, index) => (page.trim() === '' ? [index + 1] : [])) };
}

/** Of such fonts, PDF.js returns the numbers of glyphs as characters: a blank is a control character in most. */
function shareOfControls(text: string): number {
  return (text.match(/[^\P{Cc}\t\n\f\r]/gu) ?? []).length / text.length;
}

async function readDocx(bytes: Uint8Array): Promise<ReadText> {
  if (isEncrypted(bytes)) throw new FileRefused('must not be protected by a password');
  if (!startsWith(bytes, 'PK\u0003\u0004')) throw new FileRefused('is not a Word document (.docx)');
  const { value } = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(repacked(bytes)) },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), externalFileAccess: false },
    )
    .catch(() => {
      throw new FileRefused('is a Word document that cannot be read');
    });
  return { text: markdownOf(value) };
}

/** A protected document is a compound file, as those of Word 97 were, with the encrypted archive as a stream in it. */
function isEncrypted(bytes: Uint8Array): boolean {
  return startsWith(bytes, '\u00d0\u00cf\u0011\u00e0') && Buffer.from(bytes).includes('EncryptedPackage', 0, 'utf16le');
}

/**
 * The archive with the parts that were unpacked and counted here. Mammoth reads this one: a few kilobytes can unpack to
 * gigabytes, and the directory of an archive, which Mammoth follows, can name other parts than those that are counted.
 */
function repacked(bytes: Uint8Array): Uint8Array {
  const parts = new Map<string, Uint8Array[]>();
  let unpacked = 0;
  const unzip = new Unzip((file) => {
    const chunks: Uint8Array[] = [];
    parts.set(file.name, chunks);
    file.ondata = (error, chunk) => {
      if (error) throw error;
      unpacked += chunk.length;
      if (unpacked > MAX_UNPACKED_BYTES) throw new Error('too large');
      chunks.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  const step = 64 * 1_024;
  try {
    for (let start = 0; start < bytes.length; start += step)
      unzip.push(bytes.subarray(start, start + step), start + step >= bytes.length);
  } catch {
    const isTooLarge = unpacked > MAX_UNPACKED_BYTES;
    throw new FileRefused(isTooLarge ? 'unpacks to more than 60 MiB' : 'is a Word document that cannot be read');
  }
  return zipSync(Object.fromEntries([...parts].map(([name, chunks]) => [name, Buffer.concat(chunks)])), { level: 0 });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const TAG = /<(\/?)([a-z]+)([1-6]?)(?: [^<>]{0,5000})?>/g;

/**
 * Mammoth's HTML, which has few tags, as Markdown with headings and lists. A row of a table is a line, also if its
 * cells have several paragraphs.
 */
function markdownOf(html: string): string {
  let cells = 0;
  let isFirst = true;
  const ofCell = (ends: boolean): string => {
    cells += ends ? -1 : 1;
    if (ends || cells > 1) return '';
    const before = isFirst ? '' : ' | ';
    isFirst = false;
    return before;
  };
  return html
    .replaceAll(TAG, (_tag, slash: string, name: string, level: string) => {
      const ends = slash !== '';
      if (name === 'td' || name === 'th') return ofCell(ends);
      if (name === 'br') return ' ';
      if (cells > 0) return BLOCKS.has(name) || name === 'li' ? ' ' : '';
      if (name === 'tr') isFirst = true;
      if (name === 'tr' && ends) return '\n';
      if (name === 'h' && !ends) return `\n\n${'#'.repeat(Number(level))} `;
      if (name === 'li' && !ends) return '\n- ';
      return ends && BLOCKS.has(name) ? '\n\n' : '';
    })
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_entity, name: string) => ENTITIES[name] ?? '')
    .replaceAll(/ {2,}/g, ' ');
}

/** Elements that a blank line follows; `h` has a level. */
const BLOCKS: ReadonlySet<string> = new Set(['p', 'h', 'ul', 'ol', 'table']);

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text;
}
