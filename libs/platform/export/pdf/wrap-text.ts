const WORDS = new Intl.Segmenter('en', { granularity: 'word' });
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Control characters, line breaks and direction marks have no place in a line. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * Breaks a text into lines: between words, which Thai and Chinese do not separate by spaces, and inside a word that is
 * longer than a line.
 * @param measure the width of a text
 * @param maxLines further lines are cut off, and the last one ends with an ellipsis
 */
export function wrapText(text: string, width: number, measure: (text: string) => number, maxLines: number): string[] {
  const clean = text.toWellFormed().replaceAll(UNPRINTABLE, ' ').trim();
  if (measure(clean) <= width) return [clean];
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  for (const piece of piecesOf(clean).flatMap((word) => fitting(word, width, measure))) {
    const pieceWidth = measure(piece);
    if (line !== '' && lineWidth + measure(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
      lineWidth = 0;
    }
    line += piece;
    lineWidth += pieceWidth;
  }
  lines.push(line.trimEnd());
  return lines.length <= maxLines ? lines : [...lines.slice(0, maxLines - 1), `${lines[maxLines - 1] ?? ''} …`];
}

/** Words, each with the punctuation and the space that follow it, or precede it without a space. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let isOpen = false;
  for (const { segment, isWordLike } of WORDS.segment(text)) {
    const last = pieces.at(-1);
    const joins = last !== undefined && !last.endsWith(' ') && (isWordLike !== true || isOpen);
    if (joins) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
    isOpen = isWordLike !== true && segment.trim() !== '';
  }
  return pieces;
}

/** A word as it is, or in parts where it is wider than a line. */
function fitting(word: string, width: number, measure: (text: string) => number): string[] {
  if (measure(word.trimEnd()) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of GRAPHEMES.segment(word)) {
    if (part !== '' && measure(part + segment) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}
