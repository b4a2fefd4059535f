import PdfDocument from 'pdfkit';
import { buffer } from 'node:stream/consumers';
import { strToU8, zipSync } from 'fflate';
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
  const response = await tenant.call('POST', '/documents', { body: form });
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

/** A Word document of headings (`# …`) and paragraphs. */
export function docxOf(lines: readonly string[], more: Record<string, Uint8Array> = {}): Uint8Array {
  const paragraph = (line: string): string => {
    const heading = /^(#+) (.*)$/.exec(line);
    const style = heading === null ? '' : `<w:pPr><w:pStyle w:val="Heading${heading[1]?.length}"/></w:pPr>`;
    return `<w:p>${style}<w:r><w:t>${heading?.[2] ?? line}</w:t></w:r></w:p>`;
  };
  const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationship}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${lines.map(paragraph).join('')}</w:body></w:document>`,
    ),
    ...more,
  });
}
