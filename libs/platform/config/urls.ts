import { StartError } from './start-error.js';

export const HTTP: readonly string[] = ['http:', 'https:'];

/** @param name of the environment variable @throws StartError if the text is no URL of one of the protocols */
export function parseUrl(name: string, text: string, protocols: readonly string[]): URL {
  const url = URL.parse(text);
  const isOfProtocol = protocols.some((protocol) => text.startsWith(`${protocol}//`));
  if (isOfProtocol && (url === null || !isDecodable(url)))
    throw new StartError(`${name} should be a valid URL, with # / ? and % of a password as %23 %2F %3F and %25`);
  if (url === null || !protocols.includes(url.protocol))
    throw new StartError(
      `${name} should be a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    );
  return url;
}

/** Clients decode the name and the password: "%ff" of a password that is not encoded would fail there. */
function isDecodable({ username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}
