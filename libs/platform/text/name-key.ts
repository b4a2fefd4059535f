/**
 * The key for comparing names and titles: those that differ only in case, white space or the encoding of their accents,
 * which depends on the system that named a file, have the same key.
 */
export function nameKeyOf(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
