import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AuditExportController } from './audit/audit-export.controller.js';
import { AuditExport } from './audit/audit-export.js';
import { AuditReader } from './audit/audit-reader.js';
import { AuditController } from './audit/audit.controller.js';
import { OffboardingController } from './offboarding/offboarding.controller.js';
import { TenantArchive } from './offboarding/tenant-archive.js';
import { TenantOffboarding } from './offboarding/tenant-offboarding.js';
import { OperatorTokens } from './operator/operator-tokens.js';
import { DeviceCookie } from './devices/device-cookie.js';
import { AccessGuard } from './guards/access.guard.js';
import { Authentication } from './guards/authentication.js';
import { CallLimits } from './guards/call-limits.interceptor.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { KeyClaims } from './idempotency/key-claims.js';
import { LimitsController } from './limits/limits.controller.js';
import { LimitsReader } from './limits/limits-reader.js';
import { MeController } from './me.controller.js';
import { Issuers } from './oidc/issuers.js';
import { ProviderCheck } from './oidc/provider-check.js';
import { OidcSettingsController } from './oidc/oidc-settings.controller.js';
import { OidcSettingsEditor } from './oidc/oidc-settings-editor.js';
import { PendingSignOns } from './oidc/pending-sign-on.js';
import { SignOnController } from './oidc/sign-on.controller.js';
import { SignOn } from './oidc/sign-on.js';
import { PasswordController } from './passwords/password.controller.js';
import { PasswordSetting } from './passwords/password-setting.js';
import { Passwords } from './passwords/passwords.js';
import { Rekey } from './rekey/rekey.js';
import { RekeyController } from './rekey/rekey.controller.js';
import { TenancySealedColumns } from './rekey/tenancy-sealed-columns.js';
import { SecretReader } from './operator/secret-reader.js';
import { SigningSecrets } from './secrets/signing-secrets.js';
import { SigningSecretsController } from './secrets/signing-secrets.controller.js';
import { LogIn } from './login/log-in.js';
import { SessionApi } from './login/session-api.js';
import { SessionController } from './login/session.controller.js';
import { BrowserSessions } from './sessions/browser-sessions.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { Sessions } from './sessions/sessions.js';
import { TenancyModule } from './tenancy.module.js';
import { AdminRecovery } from './operator/admin-recovery.js';
import { OperatorController } from './operator/operator.controller.js';
import { OperatorApi } from './operator/operator-api.js';
import { LoginThrottle } from './throttle/login-throttle.js';
import { PostgresAttempts } from './throttle/postgres-attempts.js';
import { ApiTokens } from './tokens/api-tokens.js';
import { TokensController } from './tokens/tokens.controller.js';
import { UserEditor } from './user-management/user-editor.js';
import { UserReader } from './user-management/user-reader.js';
import { UserSetup } from './user-management/user-setup.js';
import { UsersController } from './user-management/users.controller.js';
import { ViewEditor } from './views/view-editor.js';
import { ViewReader } from './views/view-reader.js';
import { ViewsController } from './views/views.controller.js';

@Module({
  imports: [TenancyModule],
  controllers: [
    OperatorController,
    OffboardingController,
    RekeyController,
    LimitsController,
    MeController,
    SessionController,
    PasswordController,
    UsersController,
    TokensController,
    OidcSettingsController,
    SignOnController,
    AuditController,
    AuditExportController,
    SigningSecretsController,
    ViewsController,
  ],
  providers: [
    OperatorApi,
    AdminRecovery,
    SecretReader,
    Rekey,
    TenancySealedColumns,
    OperatorTokens,
    TenantArchive,
    TenantOffboarding,
    SigningSecrets,
    AuditReader,
    AuditExport,
    LimitsReader,
    UserReader,
    UserEditor,
    UserSetup,
    ViewReader,
    ViewEditor,
    ApiTokens,
    Issuers,
    ProviderCheck,
    OidcSettingsEditor,
    PendingSignOns,
    SignOn,
    Passwords,
    PasswordSetting,
    PostgresAttempts,
    LoginThrottle,
    Sessions,
    SessionCookie,
    DeviceCookie,
    BrowserSessions,
    LogIn,
    SessionApi,
    Authentication,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: CallLimits },
    KeyClaims,
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
})
export class TenancyHttpModule {}
