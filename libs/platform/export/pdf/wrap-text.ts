const WORDS = new Intl.Segmenter('en', { granularity: 'word' });
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Control characters, line breaks and direction marks have no place in a line. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Characters of a line, at most: what fits on no page is not measured. */
const MAX_LINE_LENGTH = 500;

/**
 * Breaks a text into lines: between words, which Thai and Chinese do not separate by spaces, and inside a word that is
 * longer than a line.
 * @param measure the width of a text
 * @param maxLines further lines are cut off, and the last one ends with an ellipsis
 */
export function wrapText(text: string, width: number, measure: (text: string) => number, maxLines: number): string[] {
  const clean = text.toWellFormed().replaceAll(UNPRINTABLE, ' ').trim();
  const start = clean.slice(0, maxLines * MAX_LINE_LENGTH).toWellFormed();
  if (start === clean && measure(clean) <= width) return [clean];
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  for (const piece of piecesOfLines(start, width, measure)) {
    const pieceWidth = measure(piece);
    if (line !== '' && lineWidth + measure(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      if (lines.length === maxLines) return cutOff(lines);
      line = '';
      lineWidth = 0;
    }
    line += piece;
    lineWidth += pieceWidth;
  }
  lines.push(line.trimEnd());
  return start === clean ? lines : cutOff(lines);
}

function cutOff(lines: readonly string[]): string[] {
  return [...lines.slice(0, -1), `${lines.at(-1) ?? ''} …`];
}

function* piecesOfLines(text: string, width: number, measure: (text: string) => number): Generator<string> {
  for (const word of piecesOf(text)) yield* fitting(word, width, measure);
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
function* fitting(word: string, width: number, measure: (text: string) => number): Generator<string> {
  const wordWidth = measure(word.trimEnd());
  if (wordWidth <= width) {
    yield word;
    return;
  }
  const letters = Array.from(GRAPHEMES.segment(word), ({ segment }) => segment);
  // To lay out a text takes long: parts of a word have about the same length.
  let length = Math.floor((letters.length * width) / wordWidth);
  for (let from = 0; from < letters.length; from += length) {
    const part = (count: number): string => letters.slice(from, from + count).join('');
    length = longestFitting(letters.length - from, length, (count) => measure(part(count)) <= width);
    yield part(length);
  }
}

/**
 * The largest number that fits, at least one.
 * @param most the largest number that is tried
 * @param likely the one that is tried first
 */
function longestFitting(most: number, likely: number, fits: (count: number) => boolean): number {
  let longest = Math.min(Math.max(likely, 1), most);
  let beyond = most + 1;
  for (let step = 1; longest > 1 && !fits(longest); step *= 2) {
    beyond = longest;
    longest = Math.max(1, longest - step);
  }
  for (let step = 1; longest + 1 < beyond; step *= 2) {
    const count = Math.min(longest + step, Math.floor((longest + beyond) / 2));
    if (fits(count)) longest = count;
    else beyond = count;
  }
  return longest;
}
