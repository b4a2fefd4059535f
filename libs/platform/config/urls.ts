import { StartError } from './start-error.js';

export const HTTP: readonly string[] = ['http:', 'https:'];

/** @param name of the environment variable @throws StartError if the text is no URL of one of the protocols */
export function parseUrl(name: string, text: string, protocols: readonly string[]): URL {
  const url = URL.parse(text);
  if (url === null || !protocols.includes(url.protocol))
    throw new StartError(
      `${name} should be a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    );
  return url;
}
