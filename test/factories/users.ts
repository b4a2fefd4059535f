import type { Schemas } from '#client';
import { PASSWORD } from '../harness/browser.js';
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
