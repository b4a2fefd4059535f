/** The header by which a change of what was read is refused with `stale` where somebody else was faster. */
export function ifMatch({ version }: { readonly version: number }): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}
