import { type Client, createClient } from '#client';

let csrfToken: string | null = null;

/** The client of the engine that serves this page. The browser sends the session's cookie automatically. */
export const engine: Client = createClient({ baseUrl: '', csrf: () => csrfToken });

/** Set at sign-in and when the page loads; null after signing out. */
export function rememberCsrfToken(token: string | null): void {
  csrfToken = token;
}
