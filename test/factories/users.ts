import type { Schemas } from '#client';
import { Browser, PASSWORD } from '../harness/browser.js';
import type { TestTenant } from '../harness/tenant.js';

/** A user of the console, who was invited and has set a password; an admin unless another role is given. */
export async function consoleUser(
  tenant: TestTenant,
  {
    email,
    role = 'admin',
    password = PASSWORD,
  }: { email: string; role?: Schemas['UserView']['role']; password?: string },
): Promise<{ id: string; email: string }> {
  const { id, invitation } = await tenant.api.createUser({ body: { email, name: `User ${email}`, role } });
  await tenant.api.setPassword({ body: { token: invitation.token, password } });
  return { id, email };
}

/** A user who has no password yet, with the link of the invitation; by default Ada, an author. */
export function inviteUser(
  tenant: TestTenant,
  body: Schemas['CreateUserBody'] = { email: 'ada@acme.example', name: 'Ada', role: 'author' },
): Promise<Schemas['InvitedUser']> {
  return tenant.api.createUser({ body });
}

/** Sets a password with the token of a link, in a new browser. */
export function setPassword({ url }: { url: string }, token: string, password: string): ReturnType<Browser['call']> {
  return new Browser(url).call('POST', '/auth/password', { token, password });
}

/** Logs in to a tenant in a new browser. @returns the status */
export async function logInStatus({ url, slug }: TestTenant, email: string, password = PASSWORD): Promise<number> {
  return (await new Browser(url).logIn(slug, email, password)).status;
}

/** A new browser in which a user has logged in. */
export async function loggedIn({ url, slug }: TestTenant, email: string): Promise<Browser> {
  const browser = new Browser(url);
  const { status, body } = await browser.logIn(slug, email, PASSWORD);
  if (status !== 200) throw new Error(`the log-in of ${email} was answered ${status}: ${JSON.stringify(body)}`);
  return browser;
}

/** A new browser in which a new user of the console has logged in; an admin unless another role is given. */
export async function loggedInUser(tenant: TestTenant, user: Parameters<typeof consoleUser>[1]): Promise<Browser> {
  const { email } = await consoleUser(tenant, user);
  return loggedIn(tenant, email);
}

/** Whether the session of a browser is still open. */
export async function hasSession(browser: Browser): Promise<boolean> {
  return (await browser.call('GET', '/admin/me')).status === 200;
}
