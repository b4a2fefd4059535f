import { sql } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { Database, RequestScope, type SqlFragment, type TenantTransaction } from '#platform/database';
import { Invalid } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { audit } from '../audit/audit-log.js';
import { lockUserRights } from '../users/user-rights.js';
import { SignOnUntried } from './oidc.errors.js';
import type { OidcSettingsBody } from './oidc-settings.dto.js';
import { OidcSettings } from './oidc-settings.entity.js';
import { openSecret, sealSecret } from './client-secret.js';
import { type OidcSettingsView, oidcSettingsView, signOnUrls, withoutSecret } from './oidc-settings.view.js';
import { ProviderCheck } from './provider-check.js';

/** Edits the single sign-on settings of a tenant. */
@Injectable()
export class OidcSettingsEditor {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly provider: ProviderCheck,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  read(): Promise<OidcSettingsView> {
    return this.database.inTenant(async (tx) => this.view(await tx.findOne(OidcSettings, { tenantId: tx.tenantId })));
  }

  /**
   * The provider is called before anything is stored, outside of a transaction, because it may be slow.
   * @throws Invalid, Stale, SignOnUntried
   */
  async replace(body: OidcSettingsBody, ifMatch: string | null): Promise<OidcSettingsView> {
    const { tenantId, tenantSlug } = this.scope.tenant;
    const kept = await this.database.inTenant((tx) => tx.findOne(OidcSettings, { tenantId }));
    demandVersion(ifMatch, kept?.version ?? 0);
    demandConsistent(body);
    const { redirectUri } = signOnUrls(this.config.publicUrl, tenantSlug);
    const secretIn = (stored: OidcSettings | null): string => body.clientSecret ?? this.keptSecret(stored, body);
    const issuer = await this.provider.run({ ...body, clientSecret: secretIn(kept) }, redirectUri);
    return this.database.inTenant(async (tx) => {
      await lockUserRights(tx);
      const known = await tx.findOne(OidcSettings, { tenantId });
      demandVersion(ifMatch, known?.version ?? 0);
      const wanted = {
        ...settingsOf(body),
        issuer,
        sealedSecret: sealSecret(this.config.secretsKeys, secretIn(known), tenantId),
      };
      if (!wanted.passwordsAllowed) await demandTried(tx, issuer);
      this.auditChange(tx, known === null ? 'created' : 'changed', known, {
        ...withoutSecret(wanted),
        ...(body.clientSecret === undefined ? {} : { clientSecret: 'new' }),
      });
      const settings =
        known === null
          ? tx.create(OidcSettings, { tenantId, ...wanted })
          : tx.assign(known, { ...wanted, version: known.version + 1 });
      await tx.flush();
      return this.view(settings);
    });
  }

  /** Does nothing without settings. @throws Stale */
  remove(ifMatch: string | null): Promise<void> {
    return this.database.inTenant(async (tx) => {
      await lockUserRights(tx);
      const settings = await tx.findOne(OidcSettings, { tenantId: tx.tenantId });
      demandVersion(ifMatch, settings?.version ?? 0);
      if (settings === null) return;
      this.auditChange(tx, 'deleted', settings);
      tx.remove(settings);
    });
  }

  /** The secret is only sent to the issuer for which it was entered. @throws Invalid */
  private keptSecret(kept: OidcSettings | null, { issuer, clientId }: OidcSettingsBody): string {
    if (kept?.issuer !== issuer || kept.clientId !== clientId)
      throw new Invalid([{ field: 'clientSecret', message: 'must be sent for a new issuer or clientId' }]);
    return openSecret(this.config.secretsKeys, kept);
  }

  private auditChange(tx: TenantTransaction, action: string, before: OidcSettings | null, after?: object): void {
    const { actor, tenantSlug } = this.scope.tenant;
    audit(tx, {
      actor,
      action: `single_sign_on.${action}`,
      subject: { kind: 'single_sign_on', id: tenantSlug },
      ...(before === null ? {} : { before: withoutSecret(before) }),
      ...(after === undefined ? {} : { after }),
    });
  }

  private view(settings: OidcSettings | null): OidcSettingsView {
    return oidcSettingsView(settings, this.config.publicUrl, this.scope.tenant.tenantSlug);
  }
}

function settingsOf({
  issuer,
  clientId,
  defaultRole,
  roleClaim,
  roles,
  emailDomains,
  provision,
  passwordsAllowed,
}: OidcSettingsBody): Parameters<typeof withoutSecret>[0] {
  return {
    issuer,
    clientId,
    defaultRole: defaultRole ?? null,
    roleClaim: roleClaim ?? null,
    roles: (roles ?? []).map(({ value, role }) => ({ value, role })),
    emailDomains: emailDomains ?? [],
    provision: provision ?? false,
    passwordsAllowed: passwordsAllowed ?? true,
  };
}

/** @throws Invalid */
function demandConsistent({ issuer, provision, emailDomains, roleClaim, roles }: OidcSettingsBody): void {
  if (URL.parse(issuer) === null) throw new Invalid([{ field: 'issuer', message: 'must be a URL' }]);
  if (provision && (emailDomains ?? []).length === 0)
    throw new Invalid([{ field: 'emailDomains', message: 'must name domains if provision is true' }]);
  if ((roles ?? []).length > 0 && (roleClaim ?? null) === null)
    throw new Invalid([{ field: 'roleClaim', message: 'must be set if roles are' }]);
}

/** @throws SignOnUntried */
async function demandTried(tx: TenantTransaction, issuer: string): Promise<void> {
  const [row] = await tx.execute<Array<{ tried: boolean }>>(adminHasSignedOn(tx.tenantId, issuer));
  if (row?.tried !== true) throw new SignOnUntried();
}

function adminHasSignedOn(tenantId: string, issuer: string): SqlFragment {
  return sql`
    select exists (
      select from oidc_identity identity join console_user on console_user.tenant_id = identity.tenant_id
        and console_user.id = identity.user_id
      where identity.tenant_id = ${tenantId} and identity.issuer = ${issuer} and console_user.active
        and console_user.role = 'admin'
    ) as tried`;
}
