/** The text of a JSON value, and the line on which it starts. */
export interface RawValue {
  readonly text: string;
  readonly line: number;
}

const SEPARATORS = ' \t\r\n,';

/**
 * Splits a text into consecutive JSON values, separated by white space or commas. It keeps their bytes: parsing and
 * serializing could lose digits of a number or a repeated name, which the engine has to validate. It recognizes
 * brackets and strings only; the parser decides whether a piece is valid.
 */
export function splitValues(text: string, firstLine = 1): RawValue[] {
  const values: RawValue[] = [];
  let line = firstLine;
  let depth = 0;
  let start = -1;
  let startLine = line;
  for (let at = 0; at <= text.length; at++) {
    const char = text.charAt(at);
    if (depth === 0 && (char === '' || SEPARATORS.includes(char))) {
      if (start !== -1) values.push({ text: text.slice(start, at), line: startLine });
      start = -1;
    } else if (start === -1) {
      start = at;
      startLine = line;
    }
    if (char === '\n') line++;
    else if (char === '"') at = endOfString(text, at);
    else if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') depth--;
  }
  // Unclosed brackets: the rest is one piece, which is invalid JSON.
  if (start !== -1) values.push({ text: text.slice(start), line: startLine });
  return values;
}

/** The position of the closing quote of the string that starts at `start`; the end of the text if it has none. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === '"') return at;
  }
  return text.length;
}
