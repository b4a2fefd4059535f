/** Sites and groups are named by people: names that differ in case or spaces only are the same one. */
export function siteKey(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
