import { Browser } from '../harness/browser.js';
import type { SharedEngine } from '../harness/engine.js';

/** The settings of an engine behind a proxy on this machine, so that a log-in has the address that the test chose. */
export const BEHIND_PROXY = { TRUSTED_PROXIES: 'loopback' };

/** An address of documentation (RFC 5737). */
export const address = (host: number): string => `198.51.100.${host}`;

/** Tries to log in, from a new browser. */
export async function attempt(
  { url }: SharedEngine,
  tenant: string,
  email: string,
  password: string,
  from = address(1),
): Promise<{ status: number; body: object; seconds: number }> {
  const { status, body, headers } = await new Browser(url, from).logIn(tenant, email, password);
  return { status, body, seconds: Number(headers.get('retry-after')) };
}
