/** Paths that the engine serves itself. An unknown path below them gets its 404, and not the console. */
const OF_THE_ENGINE = /^\/(?:engine|operator|learn|health|metrics|assets)(?:\/|$)/i;
/** A file of the site, as `/favicon.ico` or `/robots.txt`. */
const FILE = /\.[a-z\d]+$/i;

/**
 * Whether a request is that of a browser that opens a page of the console. Programs, which do not ask for HTML, and
 * paths of the engine get the engine's 404.
 * @param url path and query
 */
export function opensConsole(url: string, accept: string | undefined): boolean {
  const path = url.split('?', 1).join('');
  return !OF_THE_ENGINE.test(path) && !FILE.test(path) && (accept ?? '').includes('text/html');
}
