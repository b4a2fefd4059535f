/**
 * The same for titles that differ only in case, blanks or the encoding of their accents, which depends on the system
 * that names a file.
 */
export function titleKeyOf(title: string): string {
  return title.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
