import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { PageQuery } from '#platform/http';
import { OperatorOnly } from '../guards/access.js';
import {
  ChangeTenantBody, CreateTenantBody, CreateTokenBody, type CreatedTenant, type CreatedToken, RotateSecretBody, type RotatedSecret, type TenantList, type TenantUsage, type TenantView,
} from './operator.dto.js';
import { OperatorApi } from './operator-api.js';

@Controller('engine/v1/operator/tenants')
@OperatorOnly()
export class OperatorController {
  constructor(private readonly operator: OperatorApi) {}

  /** Makes a tenant; its signing secret and first admin token are shown once. */
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

  /** Issues a new signing secret; the ones before it still sign for the grace. */
  @Post(':slug/secrets')
  rotateSecret(@Param('slug') slug: string, @Body() body: RotateSecretBody): Promise<RotatedSecret> {
    return this.operator.rotateSecret(slug, body);
  }

  /** Issues an admin token, which is shown once. */
  @Post(':slug/tokens')
  createToken(@Param('slug') slug: string, @Body() body: CreateTokenBody): Promise<CreatedToken> {
    return this.operator.createToken(slug, body);
  }

  /** What a tenant has and has used this month. */
  @Get(':slug/usage')
  usage(@Param('slug') slug: string): Promise<TenantUsage> {
    return this.operator.usage(slug);
  }
}
