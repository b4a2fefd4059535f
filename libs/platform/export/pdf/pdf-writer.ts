import { Readable } from 'node:stream';
import PdfKit from 'pdfkit';
import { fontFile } from './fonts.js';
import { PageNumbers } from './page-numbers.js';
import { PdfText, type TextStyle } from './pdf-text.js';

const MARGIN = 42;
const FOOTER = 30;
const CELL_PADDING = 3;
/** Pages after which the cache of laid out words is cleared. */
const PAGES_OF_LAYOUT_CACHE = 10;
/** Sections under one element of the structure: pdfkit keeps the sections of an element that is not complete. */
const SECTIONS_OF_PART = 100;

const HEADING_SIZES = [18, 12] as const;
const BODY: TextStyle = { size: 9 };
const CELL: TextStyle = { size: 8 };
const HEADER_CELL: TextStyle = { size: 8, isBold: true };

export interface PdfColumn {
  readonly name: string;
  /** The share of the page's width; all shares together are 1. */
  readonly share: number;
}

/**
 * Writes a tagged document (PDF/UA) page by page. Complete parts can be taken at once, so that memory holds little more
 * than the current page, however long the document is.
 */
export class PdfWriter {
  private readonly document: PDFKit.PDFDocument;
  private readonly bytes: Readable;
  private readonly text: PdfText;
  private readonly numbers: PageNumbers;
  private readonly root: PDFKit.PDFStructureElement;
  private part: PDFKit.PDFStructureElement;
  private section: PDFKit.PDFStructureElement;
  private sections = 0;
  private pages = 1;
  private y = MARGIN;

  constructor(private readonly title: string) {
    const document = new PdfKit({
      size: 'A4',
      margin: 0,
      font: fontFile('text'),
      pdfVersion: '1.7',
      subset: 'PDF/UA',
      tagged: true,
      lang: 'en',
      displayTitle: true,
      info: { Title: title },
    });
    if (!(document instanceof Readable)) throw new Error('a document of pdfkit is no stream');
    this.document = document;
    this.bytes = document;
    this.text = new PdfText(document);
    this.numbers = new PageNumbers(document);
    this.root = document.struct('Document');
    document.addStructure(this.root);
    this.part = this.opened('Part', this.root);
    this.section = this.opened('Sect', this.part);
  }

  /** What has been written since the last call. */
  take(): Buffer | null {
    const bytes: unknown = this.bytes.read();
    return Buffer.isBuffer(bytes) ? bytes : null;
  }

  /** Begins a section; it starts on a new page where less than `room` points are left on this one. */
  beginSection(room = 0): void {
    this.section.end();
    if (++this.sections % SECTIONS_OF_PART === 0) {
      this.part.end();
      this.part = this.opened('Part', this.root);
    }
    this.section = this.opened('Sect', this.part);
    if (this.y + room > this.bottom) this.newPage();
  }

  heading(level: 1 | 2, text: string): void {
    const style = { size: HEADING_SIZES[level - 1] ?? 12, isBold: true };
    this.y += level === 1 ? 0 : 8;
    this.block(`H${level}`, text, style);
    this.y += 2;
  }

  paragraph(text: string, style: Partial<TextStyle> = {}): void {
    this.block('P', text, { ...BODY, ...style });
  }

  /** A table whose heading is repeated on each of its pages. Yields after each row. */
  *table(columns: readonly PdfColumn[], rows: ReadonlyArray<readonly string[]>): Generator<void> {
    this.y += 3;
    const table = this.opened('Table', this.section);
    const names = columns.map(({ name }) => name);
    this.tableRow(table, columns, names, true);
    for (const row of rows) {
      this.tableRow(table, columns, row, false);
      yield;
    }
    table.end();
    this.y += 4;
  }

  /** Completes the document; {@link take} has the rest of it. */
  end(): void {
    this.section.end();
    this.part.end();
    this.root.end();
    this.finishPage();
    this.numbers.complete(this.pages);
    this.document.end();
  }

  private get bottom(): number {
    return this.document.page.height - MARGIN - FOOTER;
  }

  private get width(): number {
    return this.document.page.width - 2 * MARGIN;
  }

  private opened(type: string, parent: PDFKit.PDFStructureElement): PDFKit.PDFStructureElement {
    const element = this.document.struct(type);
    parent.add(element);
    return element;
  }

  private block(type: string, text: string, style: TextStyle): void {
    const lines = this.text.wrap(text, this.width, style);
    const height = lines.length * this.text.lineHeight(style);
    if (this.y + height > this.bottom) this.newPage();
    this.section.add(this.document.struct(type, {}, () => this.text.drawLines(lines, MARGIN, this.y, style)));
    this.y += height;
  }

  private tableRow(
    table: PDFKit.PDFStructureElement,
    columns: readonly PdfColumn[],
    cells: readonly string[],
    isHeading: boolean,
  ): void {
    const row = this.laidOut(columns, cells, isHeading ? HEADER_CELL : CELL);
    if (this.y + row.height > this.bottom) {
      this.newPage();
      if (!isHeading) this.repeatHeading(columns);
    }
    const element = this.opened('TR', table);
    this.rule();
    for (const { lines, x } of row.cells) {
      const draw = (): void => this.text.drawLines(lines, x, this.y + CELL_PADDING, row.style);
      element.add(this.document.struct(isHeading ? 'TH' : 'TD', isHeading ? { scope: 'Column' } : {}, draw));
    }
    element.end();
    this.y += row.height;
  }

  /** Screen readers ignore it, because they read the table's own heading. */
  private repeatHeading(columns: readonly PdfColumn[]): void {
    const names = columns.map(({ name }) => name);
    const { cells, height, style } = this.laidOut(columns, names, HEADER_CELL);
    this.document.markContent('Artifact', { type: 'Pagination' });
    for (const { lines, x } of cells) this.text.drawLines(lines, x, this.y + CELL_PADDING, style);
    this.document.endMarkedContent();
    this.y += height;
  }

  private laidOut(
    columns: readonly PdfColumn[],
    cells: readonly string[],
    style: TextStyle,
  ): { cells: Array<{ lines: string[]; x: number }>; height: number; style: TextStyle } {
    let x = MARGIN;
    const placed = columns.map(({ share }, index) => {
      const width = share * this.width;
      const cell = { x, lines: this.text.wrap(cells[index] ?? '', width - 2 * CELL_PADDING, style) };
      x += width;
      return cell;
    });
    const most = Math.max(...placed.map(({ lines }) => lines.length));
    return { cells: placed, height: most * this.text.lineHeight(style) + 2 * CELL_PADDING, style };
  }

  private rule(): void {
    const { document } = this;
    document.markContent('Artifact', { type: 'Layout' });
    document
      .moveTo(MARGIN, this.y)
      .lineTo(MARGIN + this.width, this.y)
      .lineWidth(0.5)
      .strokeColor('#c8c8c8')
      .stroke();
    document.endMarkedContent();
  }

  private newPage(): void {
    this.finishPage();
    const { structParentTreeKey } = this.document.page;
    this.document.addPage();
    this.releaseStructure(structParentTreeKey);
    this.pages++;
    this.y = MARGIN;
  }

  private finishPage(): void {
    const { document } = this;
    const style = { size: 7.5, color: '#555555' };
    const y = document.page.height - MARGIN - 10;
    document.markContent('Artifact', { type: 'Pagination' });
    const [title = ''] = this.text.wrap(this.title, this.width * 0.8, style);
    this.text.drawLines([title], MARGIN, y, style);
    this.numbers.draw(this.pages, MARGIN + this.width, y + style.size);
    document.endMarkedContent();
    if (this.pages % PAGES_OF_LAYOUT_CACHE === 0) this.text.forgetLayouts();
  }

  /**
   * Writes the elements of a complete page. pdfkit would keep the elements of all pages until the end of the document.
   */
  private releaseStructure(pageKey: number): void {
    const tree = this.document.getStructParentTree();
    const elements = tree.get(pageKey);
    if (!Array.isArray(elements)) return;
    const written = this.document.ref(elements);
    written.end(undefined);
    Object.assign(written, { data: {} });
    tree.add(pageKey, written);
  }
}
