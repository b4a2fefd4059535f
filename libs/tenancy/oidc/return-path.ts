/**
 * Where a log-in ends: the page of this very site that it was begun for, or its first page. A whole address, because a
 * path such as `//example.com` leads away.
 * @param publicUrl where browsers reach the engine: an origin
 */
export function returnAddress(publicUrl: string, path: string | undefined): string {
  const url = path?.startsWith('/') ? URL.parse(path, publicUrl) : null;
  return url?.origin === publicUrl ? `${publicUrl}${url.pathname}${url.search}${url.hash}` : `${publicUrl}/`;
}
