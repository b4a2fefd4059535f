/**
 * The entities that systems leave in text they export from web pages; others read as a blank, for what they stand for
 * is no letter.
 */
const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', rsquo: "'" }),
);

/** A tag opens with a letter or a slash: "<b>PPE</b>", yet not "loads < 5 t > 2 t". */
const TAG = /<\/?[a-z][^<>]{0,200}>/gi;

/**
 * Text as a person would read it: no HTML tags or entities, and one blank where a source system has several, or other
 * kinds of them.
 */
export function cleanText(raw: string): string {
  return raw
    .replaceAll(TAG, ' ')
    .replaceAll(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
      (_whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) =>
        name === undefined
          ? character(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
          : (ENTITIES.get(name.toLowerCase()) ?? ' '),
    )
    .replaceAll(TAG, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** What is no character of Unicode, or half of one, reads as a blank. */
function character(code: number): string {
  const isCharacter = code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
  return isCharacter ? String.fromCodePoint(code) : ' ';
}
