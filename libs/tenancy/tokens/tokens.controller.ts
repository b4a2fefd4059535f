import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { IdParam } from '#platform/http';
import { Allow } from '../access/access.js';
import { ApiTokensQuery, CreateApiTokenBody } from './api-token.dto.js';
import { ApiTokenPage, CreatedApiToken } from './api-token.view.js';
import { ApiTokens } from './api-tokens.js';

@Controller('engine/v1/admin/tokens')
@Allow('admin')
export class TokensController {
  constructor(private readonly tokens: ApiTokens) {}

  /** Lists the tokens of programs, including revoked ones, newest first. */
  @Get()
  list(@Query() query: ApiTokensQuery): Promise<ApiTokenPage> {
    return this.tokens.list(query);
  }

  /** Creates a token for a program. Only this response contains it. */
  @Post()
  create(@Body() body: CreateApiTokenBody): Promise<CreatedApiToken> {
    return this.tokens.create(body);
  }

  /** Revokes a token. It is refused at once, and its event streams end. */
  @Delete(':id')
  @HttpCode(204)
  revoke(@IdParam('tok', 'token') id: string): Promise<void> {
    return this.tokens.revoke(id);
  }
}
