import { type Client, createClient } from '#client';

let csrfToken: string | null = null;

/** The engine that this page comes from. The browser sends the session's cookie by itself. */
export const engine: Client = createClient({ baseUrl: '', csrf: () => csrfToken });

/** Set at sign-in and when the page loads; null after signing out. */
export function rememberCsrfToken(token: string | null): void {
  csrfToken = token;
}
