/**
 * Entities that systems leave in text from web pages. Other entities become a blank, because they stand for no letter.
 */
const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', rsquo: "'" }),
);

/** A tag starts with a letter or a slash: "<b>PPE</b>", but not "loads < 5 t > 2 t". */
const TAG = /<\/?[a-z][^<>]{0,200}>/gi;

/** Returns the text as a person reads it: without HTML tags and entities, and with single blanks. */
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

/** Returns a blank for a number that is no Unicode character, or a surrogate. */
function character(code: number): string {
  const isCharacter = code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
  return isCharacter ? String.fromCodePoint(code) : ' ';
}
