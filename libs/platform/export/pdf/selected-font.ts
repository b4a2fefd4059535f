/** The font that a document draws with, which pdfkit keeps to itself. */
export function selectedFont(document: PDFKit.PDFDocument): PDFKit.EmbeddedFont {
  const { _font: font } = document;
  return font;
}
