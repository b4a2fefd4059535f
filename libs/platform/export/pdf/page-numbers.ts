import { fontFile } from './fonts.js';
import { selectedFont } from './selected-font.js';

const SIZE = 7.5;
/** Room for the number of pages. */
const TOTAL_WIDTH = 30;

/**
 * Draws "Page 3 of 12". The number of pages is only known at the end, after pages have been sent. Each page therefore
 * refers to one drawing (a form XObject), which is written last.
 */
export class PageNumbers {
  private readonly total: PDFKit.PDFKitReference;

  constructor(private readonly document: PDFKit.PDFDocument) {
    const font = selectedFont(document.font(fontFile('text')));
    this.total = document.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, -SIZE, TOTAL_WIDTH, SIZE * 2],
      Resources: { Font: { [font.id]: font.ref() } },
    });
  }

  /** @param right the right edge of the number of pages */
  draw(page: number, right: number, baseline: number): void {
    const { document } = this;
    document.font(fontFile('text')).fontSize(SIZE);
    const label = `Page ${page} of `;
    const x = right - TOTAL_WIDTH;
    document.text(label, x - document.widthOfString(label), baseline, { lineBreak: false, baseline: 'alphabetic' });
    Object.assign(document.page.xobjects, { Total: this.total });
    // The page's origin is its upper left corner, that of the drawing its lower left one.
    document.addContent(`q 1 0 0 -1 ${x.toFixed(2)} ${baseline.toFixed(2)} cm /Total Do Q`);
  }

  complete(pages: number): void {
    const font = selectedFont(this.document.font(fontFile('text')));
    const [glyphs] = font.encode(String(pages));
    this.total.end(`BT /${font.id} ${SIZE} Tf 0.333 g <${glyphs.join('')}> Tj ET`);
  }
}
