import { AuditEntry } from './audit/audit-entry.entity.js';
import { IdempotencyKey } from './idempotency/idempotency-key.entity.js';
import { OidcIdentity } from './oidc/oidc-identity.entity.js';
import { OidcSettings } from './oidc/oidc-settings.entity.js';
import { PasswordLink } from './passwords/password-link.entity.js';
import { SigningSecret } from './secrets/signing-secret.entity.js';
import { ConsoleSession } from './sessions/console-session.entity.js';
import { Tenant } from './tenants/tenant.entity.js';
import { LoginAttempt } from './throttle/login-attempt.entity.js';
import { ApiToken } from './tokens/api-token.entity.js';
import { User } from './users/user.entity.js';
import { SavedView } from './views/saved-view.entity.js';

export const tenancyEntities = [
  Tenant,
  SigningSecret,
  ApiToken,
  AuditEntry,
  User,
  PasswordLink,
  ConsoleSession,
  OidcSettings,
  OidcIdentity,
  IdempotencyKey,
  LoginAttempt,
  SavedView,
];
