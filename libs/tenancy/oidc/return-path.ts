/**
 * The page after a log-in: a page of this site, by default the first. Returns a complete URL, because a path such as
 * `//example.com` leads to another site.
 * @param publicUrl the origin of the engine for browsers
 */
export function returnAddress(publicUrl: string, path: string | undefined): string {
  const url = path?.startsWith('/') ? URL.parse(path, publicUrl) : null;
  return url?.origin === publicUrl ? `${publicUrl}${url.pathname}${url.search}${url.hash}` : `${publicUrl}/`;
}
