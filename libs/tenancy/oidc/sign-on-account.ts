import type { TenantTransaction } from '#platform/database';
import { audit } from '../audit/audit-log.js';
import { hasAnotherAdmin, lockUserRights } from '../users/user-rights.js';
import { User, actorOf } from '../users/user.entity.js';
import { addUser } from '../user-management/user-invitation.js';
import { type Claims, isOfDomains, roleOf } from './claims.js';
import { SignOnEmailRefused, SignOnLost, SignOnNoAccount, SignOnNoRole } from './oidc.errors.js';
import { OidcIdentity } from './oidc-identity.entity.js';
import { OidcSettings } from './oidc-settings.entity.js';

/** The actor in the audit log for changes that follow from the provider's claims. */
const ACTOR = 'single_sign_on';

/**
 * Finds the user by issuer and subject; else links, permanently, the user with the verified address; else, if the
 * settings allow it, creates a user. A user who is linked to one account of an issuer is never linked to another.
 * @param settings that the provider answered to: a log-in during their change starts again
 * @throws SignOnEmailRefused, SignOnLost, SignOnNoAccount, SignOnNoRole
 */
export async function userOf(tx: TenantTransaction, settings: OidcSettings, claims: Claims): Promise<User> {
  const { issuer, clientId, version, emailDomains } = settings;
  if (!isOfDomains(claims.email, emailDomains)) throw new SignOnEmailRefused();
  await lockUserRights(tx);
  if ((await tx.count(OidcSettings, { issuer, clientId, version })) === 0) throw new SignOnLost();
  const identity = await tx.findOne(OidcIdentity, { issuer, subject: claims.subject });
  const user = identity === null ? await linked(tx, settings, claims) : await tx.findOne(User, { id: identity.userId });
  if (!user?.active) throw new SignOnNoAccount();
  await followRole(tx, settings, claims, user);
  return user;
}

async function linked(tx: TenantTransaction, settings: OidcSettings, claims: Claims): Promise<User> {
  const { tenantId, issuer } = settings;
  const { email, subject } = claims;
  if (email === null) throw new SignOnEmailRefused();
  const user = (await tx.findOne(User, { email })) ?? (await provisioned(tx, settings, claims, email));
  if (!user.active || (await tx.count(OidcIdentity, { issuer, userId: user.id })) > 0) throw new SignOnNoAccount();
  tx.create(OidcIdentity, { tenantId, issuer, subject, userId: user.id });
  audit(tx, {
    actor: actorOf(user),
    action: 'user.linked',
    subject: { kind: 'user', id: user.id },
    after: { issuer, subject },
  });
  return user;
}

async function provisioned(
  tx: TenantTransaction,
  settings: OidcSettings,
  claims: Claims,
  email: string,
): Promise<User> {
  if (!settings.provision) throw new SignOnNoAccount();
  const role = roleOf(claims, settings);
  if (role === null) throw new SignOnNoRole();
  return addUser(
    tx,
    { tenantId: settings.tenantId, actor: ACTOR },
    { email, role, ...(claims.name === null ? {} : { name: claims.name }) },
    null,
  );
}

/** Applies the role claim at every log-in, except to the tenant's last admin. */
async function followRole(tx: TenantTransaction, settings: OidcSettings, claims: Claims, user: User): Promise<void> {
  if ((settings.roleClaim ?? null) === null) return;
  const role = roleOf(claims, settings);
  if (role === null) throw new SignOnNoRole();
  if (role === user.role || (user.role === 'admin' && !(await hasAnotherAdmin(tx, user.id)))) return;
  audit(tx, {
    actor: ACTOR,
    action: 'user.changed',
    subject: { kind: 'user', id: user.id },
    before: { role: user.role },
    after: { role },
  });
  tx.assign(user, { role, version: user.version + 1 });
}
