import type { Role } from '../access/role.js';
import type { OidcSettings } from './oidc-settings.entity.js';

export class RoleMappingView {
  value: string;
  role: Role;
}

/** The single sign-on settings of the tenant. The client secret is not shown. */
export class OidcSettingsView {
  /** Null: single sign-on is not set up. */
  issuer: string | null;
  clientId: string | null;
  defaultRole: Role | null;
  roleClaim: string | null;
  roles: RoleMappingView[];
  emailDomains: string[];
  provision: boolean;
  passwordsAllowed: boolean;
  /** Enter it at the provider. */
  redirectUri: string;
  /** The start of a log-in; `?returnTo=/needs` sets the page after it. */
  startUrl: string;
  /** 0: single sign-on is not set up. */
  version: number;
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

export function oidcSettingsView(settings: OidcSettings | null, publicUrl: string, slug: string): OidcSettingsView {
  if (settings === null) return { ...NOT_SET_UP, ...signOnUrls(publicUrl, slug) };
  const {
    issuer,
    clientId,
    defaultRole,
    roleClaim,
    roles,
    emailDomains,
    provision,
    passwordsAllowed,
    version,
    updatedAt,
  } = settings;
  return {
    issuer,
    clientId,
    defaultRole: defaultRole ?? null,
    roleClaim: roleClaim ?? null,
    roles: [...roles],
    emailDomains: [...emailDomains],
    provision,
    passwordsAllowed,
    ...signOnUrls(publicUrl, slug),
    version,
    updatedAt: updatedAt.toISOString(),
  };
}
