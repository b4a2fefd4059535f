import type { Role } from '../access/role.js';
import type { OidcSettings } from './oidc-settings.entity.js';

export class RoleMappingView {
  /** Value of the claim. */
  value: string;
  /** Role of users whose claim has the value. */
  role: Role;
}

/** The single sign-on settings of the tenant. The client secret is not shown. */
export class OidcSettingsView {
  /** Null: single sign-on is not set up. */
  issuer: string | null;
  /** Identifier of the engine at the identity provider; null: single sign-on is not set up. */
  clientId: string | null;
  /** Role of users whose claim has none of the values; null: they are refused. */
  defaultRole: Role | null;
  /** Claim of the ID token that decides the role; null: none does. */
  roleClaim: string | null;
  /** Roles by value of the claim. */
  roles: RoleMappingView[];
  /** Domains of accepted e-mail addresses; empty: all. */
  emailDomains: string[];
  /** Whether a user is created at the first log-in. */
  provision: boolean;
  /** Whether users may also log in with a password. */
  passwordsAllowed: boolean;
  /** Enter it at the provider. */
  redirectUri: string;
  /** The start of a log-in; `?returnTo=/needs` sets the page after it. */
  startUrl: string;
  /** 0: single sign-on is not set up. */
  version: number;
  /** When the settings were last changed, in UTC; null: never. */
  updatedAt: string | null;
}

const NOT_SET_UP: Omit<OidcSettingsView, 'startUrl' | 'redirectUri'> = {
  issuer: null,
  clientId: null,
  defaultRole: 'viewer',
  roleClaim: null,
  roles: [],
  emailDomains: [],
  provision: false,
  passwordsAllowed: true,
  version: 0,
  updatedAt: null,
};

/** The URLs of a tenant's log-ins. @param publicUrl the address of the engine for browsers */
export function signOnUrls(publicUrl: string, slug: string): { startUrl: string; redirectUri: string } {
  const base = `${publicUrl}/engine/v1/auth/oidc/${slug}`;
  return { startUrl: `${base}/start`, redirectUri: `${base}/callback` };
}

/** What may be shown of the settings: all but the client secret. */
export function withoutSecret({
  issuer,
  clientId,
  defaultRole,
  roleClaim,
  roles,
  emailDomains,
  provision,
  passwordsAllowed,
}: Omit<OidcSettings, 'tenantId' | 'sealedSecret' | 'version' | 'createdAt' | 'updatedAt'>) {
  return {
    issuer,
    clientId,
    defaultRole: defaultRole ?? null,
    roleClaim: roleClaim ?? null,
    roles: [...roles],
    emailDomains: [...emailDomains],
    provision,
    passwordsAllowed,
  };
}

export function oidcSettingsView(settings: OidcSettings | null, publicUrl: string, slug: string): OidcSettingsView {
  const urls = signOnUrls(publicUrl, slug);
  if (settings === null) return { ...NOT_SET_UP, ...urls };
  const { version, updatedAt } = settings;
  return { ...withoutSecret(settings), ...urls, version, updatedAt: updatedAt.toISOString() };
}
