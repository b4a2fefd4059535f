import { inflateSync } from 'node:zlib';

/** The content of a PDF: its text by page, as a screen reader reads it, and its objects. */
export interface ReadPdf {
  readonly pages: readonly string[];
  readonly source: string;
}

/** Reads a document that pdfkit has written; it supports no other encoding of text. */
export function readPdf(bytes: Buffer): ReadPdf {
  const source = bytes.toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]),
  );
  const bodyOf = (id: string | undefined): string => objects.get(id ?? '') ?? '';
  const refOf = (body: string, key: string): string | undefined => new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1];
  const characters = new Map<string, Map<string, string>>();
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body));
  for (const page of pages)
    for (const [, name = '', id] of bodyOf(refOf(page, 'Resources')).matchAll(/\/(F\d+) (\d+) 0 R/g))
      if (!characters.has(name)) characters.set(name, charactersOf(streamOf(bodyOf(refOf(bodyOf(id), 'ToUnicode')))));
  const textOf = (content: string): string => textIn(content, characters);
  const totals = [...objects.values()].filter((body) => body.includes('/Subtype /Form')).map(streamOf);
  return {
    source,
    pages: pages.map((page) =>
      textOf(streamOf(bodyOf(refOf(page, 'Contents'))).replaceAll('/Total Do', totals[0] ?? '')),
    ),
  };
}

function streamOf(body: string): string {
  const [head = '', data = ''] = body.split('\nstream\n', 2);
  const bytes = Buffer.from(data.replace(/\nendstream$/, ''), 'latin1');
  return (head.includes('FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

/** The characters of a font by their glyph numbers in hexadecimal. */
function charactersOf(cmap: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, first = '0', list = ''] of cmap.matchAll(/<(\w+)> <\w+> \[(.*)\]/g))
    [...list.matchAll(/<([\w ]*)>/g)].forEach(([, units = ''], index) =>
      found.set(
        (parseInt(first, 16) + index).toString(16).padStart(4, '0'),
        String.fromCharCode(
          ...units
            .split(' ')
            .filter(Boolean)
            .map((unit) => parseInt(unit, 16)),
        ),
      ),
    );
  return found;
}

/** The text of a content stream: runs are separated by blanks, and the `ActualText` of a run replaces its glyphs. */
function textIn(content: string, characters: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const words: string[] = [];
  let font: ReadonlyMap<string, string> | undefined;
  let isReplaced = false;
  let run: string[] = [];
  for (const [token, actual, name, glyphs] of content.matchAll(
    /\/ActualText \(((?:[^\\)]|\\[\s\S])*)\)|EMC|\bET\b|\/(F\d+) [\d.]+ Tf|<([0-9a-f]*)>/g,
  )) {
    if (actual !== undefined) words.push(decoded(actual));
    if (actual !== undefined || token === 'EMC') isReplaced = actual !== undefined;
    if (name !== undefined) font = characters.get(name);
    if (glyphs !== undefined && !isReplaced)
      run.push(...(glyphs.match(/.{4}/g) ?? []).map((number) => font?.get(number) ?? '?'));
    if (token === 'ET') {
      words.push(inOrder(run));
      run = [];
    }
  }
  return words.join(' ');
}

/** The document has right-to-left glyphs in visual order. */
function inOrder(glyphs: readonly string[]): string {
  const isRightToLeft = glyphs.some((glyph) => /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(glyph));
  return (isRightToLeft ? glyphs.toReversed() : glyphs).join('');
}

function decoded(string: string): string {
  const bytes = Buffer.from(
    string.replaceAll(/\\([nrtbf()\\])/g, (_, escaped: string) => ESCAPES[escaped] ?? escaped),
    'latin1',
  );
  return bytes[0] === 0xfe ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
