import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { IdParam, PageQuery } from '#platform/http';
import { OperatorOnly } from '../access/access.js';
import {
  ChangeTenantBody,
  CreateTenantBody,
  CreateTokenBody,
  type CreatedTenant,
  type CreatedToken,
  RecoverAdminBody,
  RotateSecretBody,
  type RotatedSecret,
  type TenantList,
  type TenantUsage,
  type TenantView,
} from './operator.dto.js';
import { AdminRecovery } from './admin-recovery.js';
import { OperatorTokens } from './operator-tokens.js';
import { OperatorApi } from './operator-api.js';
import { PasswordLinkView } from '../passwords/password-link.view.js';
import { SecretReader } from './secret-reader.js';
import { SigningSecretPage } from '../secrets/signing-secret.view.js';
import { ApiTokenPage } from '../tokens/api-token.view.js';

@Controller('engine/v1/operator/tenants')
@OperatorOnly()
export class OperatorController {
  constructor(
    private readonly operator: OperatorApi,
    private readonly secrets: SecretReader,
    private readonly tokens: OperatorTokens,
    private readonly recovery: AdminRecovery,
  ) {}

  /** Creates a tenant. Its signing secret and first admin token are shown once. */
  @Post()
  create(@Body() body: CreateTenantBody): Promise<CreatedTenant> {
    return this.operator.create(body);
  }

  /** All tenants, by slug. */
  @Get()
  list(@Query() page: PageQuery): Promise<TenantList> {
    return this.operator.list(page);
  }

  /** Renames, re-plans, suspends or re-activates a tenant. */
  @Patch(':slug')
  change(@Param('slug') slug: string, @Body() body: ChangeTenantBody): Promise<TenantView> {
    return this.operator.change(slug, body);
  }

  /**
   * Lists a tenant's signing secrets: which system signs with each, and when each was created, expires and was last
   * used. Never the secrets themselves.
   */
  @Get(':slug/secrets')
  listSecrets(@Param('slug') slug: string, @Query() page: PageQuery): Promise<SigningSecretPage> {
    return this.secrets.list(slug, page);
  }

  /** Creates a new signing secret; all previous ones, whatever their names, stay valid for the grace period. */
  @Post(':slug/secrets')
  rotateSecret(@Param('slug') slug: string, @Body() body: RotateSecretBody): Promise<RotatedSecret> {
    return this.operator.rotateSecret(slug, body);
  }

  /** Lists a tenant's tokens, including revoked ones, newest first. */
  @Get(':slug/tokens')
  listTokens(@Param('slug') slug: string, @Query() page: PageQuery): Promise<ApiTokenPage> {
    return this.tokens.list(slug, page);
  }

  /** Revokes a token of a tenant. It is refused at once. */
  @Delete(':slug/tokens/:id')
  @HttpCode(204)
  revokeToken(@Param('slug') slug: string, @IdParam('tok', 'token') id: string): Promise<void> {
    return this.tokens.revoke(slug, id);
  }

  /** Creates an admin token, which is shown once. */
  @Post(':slug/tokens')
  createToken(@Param('slug') slug: string, @Body() body: CreateTokenBody): Promise<CreatedToken> {
    return this.operator.createToken(slug, body);
  }

  /**
   * Makes a user an admin: the response has a link that sets a password once. Allows password log-ins again if single
   * sign-on had replaced them.
   */
  @Post(':slug/admins')
  @HttpCode(200)
  recoverAdmin(@Param('slug') slug: string, @Body() { email }: RecoverAdminBody): Promise<PasswordLinkView> {
    return this.recovery.recover(slug, email);
  }

  /** A tenant's usage this month. */
  @Get(':slug/usage')
  usage(@Param('slug') slug: string): Promise<TenantUsage> {
    return this.operator.usage(slug);
  }
}
