/**
 * The operator token in an `Authorization` header: as a Bearer token (RFC 6750), or as the password of HTTP Basic (RFC
 * 7617), which is what a browser can send; the user's name does not matter. Null: the header has neither.
 */
export function tokenIn(authorization: string | undefined): string | null {
  const [, scheme, credentials] = /^(Bearer|Basic) +([\w.~+/=-]{1,1024})$/i.exec(authorization ?? '') ?? [];
  if (scheme === undefined || credentials === undefined) return null;
  if (scheme.toLowerCase() === 'bearer') return credentials;
  const pair = Buffer.from(credentials, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon === -1 ? null : pair.slice(colon + 1);
}

/**
 * A browser sends Basic credentials by itself, from another site's page too: such a page must change nothing. Browsers
 * say where a request comes from (Fetch Metadata, `Sec-Fetch-Site`); what is no browser says nothing, and sends
 * credentials only when told to.
 */
export function isForeign(method: string, site: string | undefined): boolean {
  return method !== 'GET' && method !== 'HEAD' && site !== undefined && site !== 'same-origin' && site !== 'none';
}
