import PdfDocument from 'pdfkit';
import { buffer } from 'node:stream/consumers';
import { deflateSync } from 'node:zlib';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { retryUnavailable } from './retrying-fetch.js';
import type { TestTenant } from './tenant.js';

interface NewDocument {
  readonly title?: string;
  readonly version?: string;
  /** The file's name; its extension determines the type. */
  readonly name: string;
  readonly content: string | Uint8Array;
  /** The media type that the client declares. */
  readonly type?: string;
}

interface Uploaded {
  readonly id?: string;
  readonly code?: string;
  readonly detail?: string;
  readonly version?: string;
  readonly revision?: number;
  readonly passages?: number;
}

/** A document with two passages, under headings of three levels. */
export const PROCEDURE = `# Forklift procedure

## 1 Before the shift

Check the forks, the chains and the tyres before each shift. Report defects to the shift leader.

## 2 Driving

### 2.1 Speed

Drive at most 10 km/h in the halls, and 6 km/h where people walk.
`;

/** Uploads a document as an admin, as a browser's form does. */
export async function uploadDocument(
  tenant: TestTenant,
  { title, version, name, content, type = 'application/octet-stream' }: NewDocument,
): Promise<{ status: number; body: Uploaded }> {
  const form = new FormData();
  if (title !== undefined) form.set('title', title);
  if (version !== undefined) form.set('version', version);
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  form.set('file', new File([Buffer.from(bytes)], name, { type }));
  const response = await retryUnavailable(`the upload of ${name}`, () =>
    tenant.call('POST', '/documents', { body: form }),
  );
  return { status: response.status, body: (await response.json()) as Uploaded };
}

/** A PDF with these lines on each page. */
export function pdfOf(pages: readonly string[][], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const pdf = new PdfDocument({ autoFirstPage: false, ...options });
  for (const lines of pages) {
    pdf.addPage();
    for (const line of lines) pdf.text(line);
  }
  pdf.end();
  return buffer(pdf);
}

/** A PDF of a few kilobytes whose page unpacks to this many MiB of spaces. */
export function pdfBomb(mebibytes: number): Buffer {
  const spaces = deflateSync(Buffer.alloc(1_024 * 1_024, ' '));
  const contents = '4 0 R '.repeat(mebibytes);
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents [${contents}]>> endobj\n4 0 obj <</Length ${spaces.length} /Filter /FlateDecode>> stream\n`,
    ),
    spaces,
    Buffer.from('\nendstream endobj\ntrailer <</Root 1 0 R>>\n'),
  ]);
}

/**
 * A PDF with a line in English, and one in Chinese in an encoding that readers have to know, such as `UniGB-UCS2-H`.
 * @param ordering of the font's glyphs; `Identity`: nobody knows what they show
 * @param glyphs of the second line
 */
export function pdfInEncoding(encoding: string, ordering = 'GB1', glyphs = '5b895168'): string {
  const contents = `BT /Latin 9 Tf (Safety) Tj /Han 9 Tf <${glyphs}> Tj ET`;
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources <</Font <</Latin 5 0 R /Han 6 0 R>>>>>>',
    `<</Length ${contents.length}>> stream\n${contents}\nendstream`,
    '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
    `<</Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /${encoding} /DescendantFonts [7 0 R]>>`,
    `<</Type /Font /Subtype /CIDFontType0 /BaseFont /Song /CIDSystemInfo <</Registry (Adobe) /Ordering (${ordering}) /Supplement 2>> /FontDescriptor 8 0 R>>`,
    '<</Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 0 9 9] /ItalicAngle 0 /Ascent 8 /Descent -2 /CapHeight 7 /StemV 8>>',
  ];
  const listed = objects.map((object, index) => `${index + 1} 0 obj ${object} endobj\n`).join('');
  return `%PDF-1.7\n${listed}trailer <</Root 1 0 R>>\n`;
}

/** A Word document of headings (`# …`), rows of a table with a cell of two paragraphs (`a | b / c`), and paragraphs. */
export function docxOf(lines: readonly string[], more: Record<string, Uint8Array> = {}): Uint8Array {
  const paragraph = (line: string): string => {
    const heading = /^(#+) (.*)$/.exec(line);
    const style = heading === null ? '' : `<w:pPr><w:pStyle w:val="Heading${heading[1]?.length}"/></w:pPr>`;
    return `<w:p>${style}<w:r><w:t>${heading?.[2] ?? line}</w:t></w:r></w:p>`;
  };
  const row = (line: string): string =>
    `<w:tbl><w:tr>${line
      .split(' | ')
      .map((cell) => `<w:tc>${cell.split(' / ').map(paragraph).join('')}</w:tc>`)
      .join('')}</w:tr></w:tbl>`;
  const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationship}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${lines.map((line) => (line.includes(' | ') ? row(line) : paragraph(line))).join('')}</w:body></w:document>`,
    ),
    ...more,
  });
}

/**
 * A Word document whose directory names a part that is hidden in another one. A reader that follows the directory
 * unpacks it; one that reads the archive from its start does not see it.
 */
export function docxWithHiddenPart(): Uint8Array {
  const text = '<w:p><w:r><w:t>Hidden</w:t></w:r></w:p>';
  const hidden = Buffer.from(
    zipSync({
      'word/document.xml': strToU8(
        `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${text}</w:body></w:document>`,
      ),
    }),
  );
  const end = directoryOf(hidden);
  const part = hidden.subarray(0, end.start);
  const entry = Buffer.from(end.directory);
  const { 'word/document.xml': _shown, ...others } = unzipSync(docxOf([]));
  const outer = Buffer.from(zipSync({ ...others, 'word/media/a.bin': [part, { level: 0 }] }));
  const whole = directoryOf(outer);
  entry.writeUInt32LE(outer.indexOf(part), 42);
  const directory = Buffer.concat([whole.directory, entry]);
  const tail = Buffer.from(whole.tail);
  tail.writeUInt16LE(whole.entries + 1, 8);
  tail.writeUInt16LE(whole.entries + 1, 10);
  tail.writeUInt32LE(directory.length, 12);
  return Buffer.concat([outer.subarray(0, whole.start), directory, tail]);
}

/** The directory of an archive without a comment, and its record at the end (APPNOTE, section 4.3.16). */
function directoryOf(archive: Buffer): { directory: Buffer; tail: Buffer; start: number; entries: number } {
  const tail = archive.subarray(archive.length - 22);
  const start = tail.readUInt32LE(16);
  return { directory: archive.subarray(start, archive.length - 22), tail, start, entries: tail.readUInt16LE(10) };
}
