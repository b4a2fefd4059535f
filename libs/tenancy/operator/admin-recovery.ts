import { LockMode } from '@mikro-orm/core';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import type { TenantTransaction } from '#platform/database';
import { audit } from '../audit/audit-log.js';
import { OidcSettings } from '../oidc/oidc-settings.entity.js';
import { type PasswordLinkView, linkView } from '../passwords/password-link.view.js';
import type { IssuedLink } from '../passwords/password-links.js';
import { lockUserRights } from '../users/user-rights.js';
import { User } from '../users/user.entity.js';
import { type Acting, inviteUser, resetPassword } from '../user-management/user-invitation.js';
import { TenantsService } from './tenants.service.js';

/** Restores access to a tenant whose admins can no longer log in. */
@Injectable()
export class AdminRecovery {
  constructor(
    private readonly tenants: TenantsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Makes a user an active admin, creating it if necessary, with a link that sets a password; allows password log-ins
   * again.
   * @throws NotFound | Conflict `deletion_begun`
   */
  async recover(slug: string, email: string): Promise<PasswordLinkView> {
    const link = await this.tenants.edit(slug, async (tx) => {
      const acting = { tenantId: tx.tenantId, actor: 'operator' };
      await lockUserRights(tx);
      await allowPasswords(tx, acting, slug);
      return linkFor(tx, acting, email.toLowerCase());
    });
    return linkView(link, this.config.publicUrl);
  }
}

async function linkFor(tx: TenantTransaction, acting: Acting, email: string): Promise<IssuedLink> {
  const user = await tx.findOne(User, { email }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (user === null) return (await inviteUser(tx, acting, { email, role: 'admin' })).link;
  const { role, active } = user;
  if (role !== 'admin' || !active) {
    audit(tx, {
      ...acting,
      action: 'user.changed',
      subject: { kind: 'user', id: user.id },
      before: { role, active },
      after: { role: 'admin', active: true },
    });
    tx.assign(user, { role: 'admin', active: true });
  }
  return resetPassword(tx, acting, user);
}

async function allowPasswords(tx: TenantTransaction, acting: Acting, slug: string): Promise<void> {
  const settings = await tx.findOne(OidcSettings, { passwordsAllowed: false });
  if (settings === null) return;
  tx.assign(settings, { passwordsAllowed: true, version: settings.version + 1 });
  const subject = { kind: 'single_sign_on', id: slug };
  audit(tx, {
    ...acting,
    action: 'single_sign_on.changed',
    subject,
    before: { passwordsAllowed: false },
    after: { passwordsAllowed: true },
  });
}
