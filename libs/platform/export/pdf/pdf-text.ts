import { type FontName, fontFile } from './fonts.js';
import { selectedFont } from './selected-font.js';
import { textOperators } from './text-operators.js';
import { textRuns } from './text-runs.js';
import { wrapText } from './wrap-text.js';

export interface TextStyle {
  readonly size: number;
  readonly isBold?: boolean;
  readonly color?: string;
}

/** Lines of one paragraph or cell; longer text is cut off, so that each fits on a page. */
const MAX_LINES = 40;
const LEADING = 1.4;
const BASELINE = 1.05;

/**
 * Text whose glyphs are not in the order of its characters, or are parts of them: the document also contains the text
 * itself. Right-to-left text does not need this, because readers of PDF order its glyphs.
 */
const COMPLEX = /[\p{Script=Devanagari}\p{Script=Thai}\u0300-\u036f\u1e00-\u1eff]/u;
const MISSING = '\ufffd';

/** Draws text of any script into a pdfkit document. */
export class PdfText {
  private readonly used = new Set<FontName>();

  constructor(private readonly document: PDFKit.PDFDocument) {}

  lineHeight({ size }: TextStyle): number {
    return size * LEADING;
  }

  wrap(text: string, width: number, style: TextStyle): string[] {
    return wrapText(text, width, (part) => this.widthOf(part, style), MAX_LINES);
  }

  /** @param y the upper edge of the first line */
  drawLines(lines: readonly string[], x: number, y: number, style: TextStyle): void {
    lines.forEach((line, index) => this.drawLine(line, x, y + index * this.lineHeight(style), style));
  }

  /** Clears the cache of laid out words, which each font has. */
  forgetLayouts(): void {
    for (const name of this.used) selectedFont(this.document.font(fontFile(name))).layoutCache = {};
  }

  private widthOf(text: string, style: TextStyle): number {
    return textRuns(text).reduce((width, run) => {
      this.select(run.font, style);
      return width + this.document.widthOfString(run.text, { features: featuresOf(run.isRightToLeft) });
    }, 0);
  }

  private drawLine(line: string, start: number, top: number, style: TextStyle): void {
    const { document } = this;
    const { page } = document;
    const y = page.height - top - style.size * BASELINE;
    let x = start;
    document.fillColor(style.color ?? '#1a1a1a');
    document.addContent(`q 1 0 0 -1 0 ${page.height} cm`);
    for (const { text, font, isRightToLeft } of textRuns(line)) {
      this.select(font, style);
      const embedded = selectedFont(document);
      const shown = this.withGlyphs(text);
      const isMarked = shown !== text || COMPLEX.test(text);
      const drawn = textOperators(embedded, shown, featuresOf(isRightToLeft), { size: style.size, x, y });
      Object.assign(page.fonts, { [embedded.id]: embedded.ref() });
      if (isMarked) document.markContent('Span', { actual: text });
      document.addContent(drawn.operators);
      if (isMarked) document.endMarkedContent();
      x += drawn.width;
    }
    document.addContent('Q');
  }

  private select(font: FontName, { size, isBold = false }: TextStyle): void {
    const name = font === 'text' && isBold ? 'bold' : font;
    this.used.add(name);
    this.document.font(fontFile(name)).fontSize(size);
  }

  /** A character that the selected font does not have is drawn as U+FFFD. */
  private withGlyphs(text: string): string {
    const { font } = selectedFont(this.document);
    return Array.from(text, (character) =>
      font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : MISSING,
    ).join('');
  }
}

/**
 * pdfkit lays out a text with features as a whole, without them word by word, which would reverse right-to-left words.
 */
function featuresOf(isRightToLeft: boolean): PDFKit.Mixins.OpenTypeFeatures[] | undefined {
  return isRightToLeft ? ['rtla'] : undefined;
}
