const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ê',
  i: 'ï',
  o: 'ô',
  u: 'ü',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  y: 'ÿ',
  A: 'Å',
  E: 'É',
  I: 'Ï',
  O: 'Ø',
  U: 'Ü',
  S: 'Š',
};

/**
 * The catalogue with every text accented and in brackets: text that is not accented on a page is not in the catalogue.
 */
export function pseudo<Texts>(texts: Texts): Texts {
  return translated(texts) as Texts;
}

function translated(value: unknown): unknown {
  if (typeof value === 'string') return marked(value);
  if (typeof value === 'function') return (...args: unknown[]) => marked(String(Reflect.apply(value, undefined, args)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, translated(part)]));
}

function marked(text: string): string {
  return `⟦${[...text].map((char) => ACCENTED[char] ?? char).join('')}⟧`;
}
