/**
 * `Retry-After` in milliseconds: seconds, or a date (RFC 9110, section 10.2.3).
 * @returns 0: it asks for no wait, or cannot be read
 */
export function retryAfterMs(header: string | null | undefined): number {
  const text = header?.trim() ?? '';
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return wait > 0 ? wait : 0;
}
