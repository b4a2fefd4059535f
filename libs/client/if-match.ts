/**
 * The header with which the engine refuses a change, with the code `stale`, if the resource has changed since it was
 * read.
 */
export function ifMatch({ version }: { readonly version: number }): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}
