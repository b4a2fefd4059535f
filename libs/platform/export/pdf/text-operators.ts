/** The operators that draw a text, and its width in points. */
export interface DrawnText {
  readonly operators: string;
  readonly width: number;
}

/**
 * Draws a text at a point of PDF's own coordinates, whose origin is the lower left corner. pdfkit's `text` would change
 * the coordinates for each call. A reader would then look for the text of a marked run (ActualText) at another place.
 */
export function textOperators(
  font: PDFKit.EmbeddedFont,
  text: string,
  features: PDFKit.Mixins.OpenTypeFeatures[] | undefined,
  { size, x, y }: { readonly size: number; readonly x: number; readonly y: number },
): DrawnText {
  const [glyphs, positions] = font.encode(text, features);
  const scale = size / 1000;
  const operators = [`BT /${font.id} ${size} Tf ${pointAt(x, y)}`];
  let run: string[] = [];
  let pen = x;
  const show = (): void => {
    if (run.length > 0) operators.push(`[${run.join(' ')}] TJ`);
    run = [];
  };
  positions.forEach(({ xAdvance, advanceWidth, xOffset, yOffset }, index) => {
    const isMoved = xOffset !== 0 || yOffset !== 0;
    const kerning = isMoved ? 0 : advanceWidth - xAdvance;
    if (isMoved) {
      show();
      operators.push(pointAt(pen + xOffset * scale, y + yOffset * scale));
    }
    run.push(kerning === 0 ? `<${glyphs[index] ?? ''}>` : `<${glyphs[index] ?? ''}> ${rounded(kerning)}`);
    pen += xAdvance * scale;
    if (isMoved) {
      show();
      operators.push(pointAt(pen, y));
    }
  });
  show();
  return { operators: [...operators, 'ET'].join('\n'), width: pen - x };
}

function pointAt(x: number, y: number): string {
  return `1 0 0 1 ${rounded(x)} ${rounded(y)} Tm`;
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
