/** A JSON value as it stands in a text, and the line on which it starts. */
export interface RawValue {
  readonly text: string;
  readonly line: number;
}

const SEPARATORS = ' \t\r\n,';

/**
 * Cuts a text into the JSON values that stand in it side by side, between white space or commas. It keeps their bytes:
 * a value that was parsed and written anew could have lost digits of a number or a repeated name, and the engine is to
 * judge what the source wrote. Knows brackets and strings only; whether a piece is JSON, its parser says.
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
  // Brackets that do not close: the rest is one piece, which will be no JSON.
  if (start !== -1) values.push({ text: text.slice(start), line: startLine });
  return values;
}

/** Where the string that starts at `start` has its closing quote; the text's end where it has none. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === '"') return at;
  }
  return text.length;
}
