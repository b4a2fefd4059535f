import { type QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { ApiProblem, type Schemas } from '#client';
import { engine, onOtherSession, rememberCsrfToken } from '../api/engine.js';
import { forgetAllOperations } from '../api/followed-operations.js';
import { dropAllDownloads } from '../downloads/downloads.js';
import { text } from '../text/text.js';
import { forgetUndo } from '../ui/toasts.js';

export type Session = Schemas['SessionView'];
export type Role = Session['user']['role'];

const RANK: Readonly<Record<Role, number>> = { viewer: 0, author: 1, admin: 2 };

export function may(role: Role, least: Role): boolean {
  return RANK[role] >= RANK[least];
}

/** Why a role may not take an action, and which role may; null: it may. */
export function roleRefusal(role: Role, least: Role): string | null {
  const { roles, roleRefused, leastRole } = text.common;
  return may(role, least) ? null : roleRefused(roles[role].toLowerCase(), leastRole[least]);
}

const SESSION = ['session'];

/** Who is signed in; null: nobody. */
export const sessionQuery = queryOptions({
  queryKey: SESSION,
  queryFn: async ({ client }): Promise<Session | null> => {
    try {
      const session = await engine.getSession();
      rememberCsrfToken(session.csrfToken);
      return session;
    } catch (error) {
      // The end of a session is an error, as for all other queries: the page cannot be shown without a session.
      const former = client.getQueryData<Session | null>(SESSION) ?? null;
      if (isSignedOut(error) && former === null) return null;
      throw error;
    }
  },
  staleTime: Infinity,
});

/** The session, for components of pages that need one. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data === null) throw new Error('This page needs a session.');
  return data;
}

/** {@link roleRefusal} for the role of whoever is signed in. */
export function useRefusal(least: Role): string | null {
  return roleRefusal(useSession().user.role, least);
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 401;
}

export async function signIn(client: QueryClient, body: Schemas['LogInBody']): Promise<void> {
  const session = await engine.openSession({ body });
  client.clear();
  rememberCsrfToken(session.csrfToken);
  client.setQueryData(sessionQuery.queryKey, session);
}

/**
 * Follows a sign-in in another tab: the same person continues with the new session, and keeps what is entered; for
 * another person, the page is loaded again. Follows signing out, too.
 */
export function followSignIns(client: QueryClient): void {
  const follow = async (): Promise<void> => {
    const session = await engine.getSession();
    const former = client.getQueryData(sessionQuery.queryKey);
    if (session.user.id !== former?.user.id) return location.reload();
    rememberCsrfToken(session.csrfToken);
    client.setQueryData(sessionQuery.queryKey, session);
  };
  // If the session has ended, this query says so, as after any other call.
  onOtherSession(() => void follow().catch(() => client.invalidateQueries({ queryKey: SESSION })));
}

/** Ends the session. The page keeps what it shows until {@link forget}. */
export async function closeSession(): Promise<void> {
  try {
    await engine.closeSession();
  } catch (error) {
    if (!isSignedOut(error)) throw error;
  }
}

/** Removes everything of the former session from the page: another person may sign in. */
export function forget(client: QueryClient): void {
  forgetUndo();
  forgetAllOperations();
  dropAllDownloads();
  client.clear();
  rememberCsrfToken(null);
  client.setQueryData(sessionQuery.queryKey, null);
}
