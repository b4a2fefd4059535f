/** What pdfkit 0.20.2 has and `@types/pdfkit` lacks. */
declare namespace PDFKit {
  namespace Mixins {
    interface StructureElementOptions {
      scope?: 'Column' | 'Row';
    }
  }

  /** In thousandths of the font size. */
  interface GlyphPosition {
    readonly xAdvance: number;
    readonly advanceWidth: number;
    readonly xOffset: number;
    readonly yOffset: number;
  }

  interface EmbeddedFont {
    readonly id: string;
    /** The font as fontkit reads it. */
    readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
    /** Laid out words; grows with each new word. */
    layoutCache?: object;
    /** Glyph numbers in hexadecimal, which become part of the embedded font. */
    encode(text: string, features?: Mixins.OpenTypeFeatures[]): [readonly string[], readonly GlyphPosition[]];
    ref(): PDFKitReference;
  }

  interface PDFDocument {
    // oxlint-disable-next-line typescript/no-misused-new -- as the interface that it extends
    new (options: Omit<PDFDocumentOptions, 'subset'> & { readonly subset: 'PDF/UA' }): PDFDocument;
    /** The font that was selected last. */
    readonly _font: EmbeddedFont;
    /** The elements of each page, by the page's key, for the way from content to structure. */
    getStructParentTree(): {
      get(key: number): unknown;
      add(key: number, value: unknown): void;
    };
  }

  interface PDFPage {
    readonly structParentTreeKey: number;
  }
}
