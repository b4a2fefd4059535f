/** The font with which a document draws, which pdfkit does not expose. */
export function selectedFont(document: PDFKit.PDFDocument): PDFKit.EmbeddedFont {
  const { _font: font } = document;
  return font;
}
