/**
 * The operator token in an `Authorization` header: as a Bearer token (RFC 6750), or as the password of HTTP Basic (RFC
 * 7617), which browsers can send. The user's name is ignored. Null: the header has neither.
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
 * Browsers send Basic credentials automatically, also from another site's page, which must not change anything.
 * Browsers send the origin of a request (Fetch Metadata, `Sec-Fetch-Site`); other clients do not, but send
 * credentials only explicitly.
 */
export function isForeign(method: string, site: string | undefined): boolean {
  return method !== 'GET' && method !== 'HEAD' && site !== undefined && site !== 'same-origin' && site !== 'none';
}
