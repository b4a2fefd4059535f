import { Controller, Get, HttpCode, Param, Query, Redirect, UseFilters } from '@nestjs/common';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IgnoresUnknownQuery } from '#platform/http';
import { Public } from '../access/access.js';
import { type Exchange, HttpExchange } from '../cookies/exchange.js';
import { SignOn } from './sign-on.js';
import { SignOnFilter } from './sign-on.filter.js';

export class StartQuery {
  /** The console page after the log-in: `/needs`. */
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  returnTo?: string;
}

/** Single sign-on: redirects to the tenant's OpenID provider and back. */
@Controller('engine/v1/auth/oidc')
@UseFilters(SignOnFilter)
@Public()
export class SignOnController {
  constructor(private readonly signOn: SignOn) {}

  /** Redirects the browser to the tenant's OpenID provider. */
  @Get(':tenant/start')
  @HttpCode(302)
  @Redirect()
  async start(
    @Param('tenant') tenant: string,
    @Query() { returnTo }: StartQuery,
    @HttpExchange() exchange: Exchange,
  ): Promise<{ url: string }> {
    return { url: await this.signOn.begin(tenant, returnTo, exchange) };
  }

  /**
   * The provider redirects the browser here: opens a session, and redirects to the page for which the log-in was
   * started.
   */
  @Get(':tenant/callback')
  @IgnoresUnknownQuery(
    'providers add parameters to the redirect (RFC 6749, section 4.1.2), and openid-client checks them',
  )
  @HttpCode(302)
  @Redirect()
  async callback(@Param('tenant') tenant: string, @HttpExchange() exchange: Exchange): Promise<{ url: string }> {
    return { url: await this.signOn.end(tenant, exchange) };
  }
}
