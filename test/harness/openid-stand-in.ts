import { withServer } from './stand-in.js';

/**
 * Calls `use` while a provider runs whose discovery document has these endpoints instead of its own. `BASE` stands for
 * its URL.
 * @param statuses of responses other than 200, by path
 */
export function withProvider<T>(
  endpoints: Readonly<Record<string, string>>,
  use: (issuer: string) => Promise<T>,
  statuses: ReadonlyMap<string, number> = new Map(),
): Promise<T> {
  return withServer(({ headers: { host }, url }, answer) => {
    const base = `http://${host}`;
    const own = { authorization_endpoint: 'BASE/authorize', token_endpoint: 'BASE/token', jwks_uri: 'BASE/keys' };
    const keys = new Map([
      ['/keys', [{ kty: 'RSA' }]],
      ['/none', []],
    ]).get(url ?? '');
    answer.writeHead(statuses.get(url ?? '') ?? 200, { 'content-type': 'application/json' });
    answer.end(
      JSON.stringify(keys === undefined ? { issuer: base, ...own, ...endpoints } : { keys }).replaceAll('BASE', base),
    );
  }, use);
}
