import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Allow } from './access/access.js';
import { CurrentMember } from './access/current-member.js';
import type { Member } from './access/member.js';
import { Me, meOf } from './me.view.js';
import { ChangePasswordBody } from './passwords/password.dto.js';
import { PasswordSetting } from './passwords/password-setting.js';
import { type Exchange, HttpExchange } from './cookies/exchange.js';

@Controller('engine/v1/admin/me')
@Allow('viewer')
export class MeController {
  constructor(private readonly passwords: PasswordSetting) {}

  /** The caller, its tenant and its role: a user, or an API token. */
  @Get()
  me(@CurrentMember() member: Member): Me {
    return meOf(member);
  }

  /** Changes the caller's password. The user's other sessions end. */
  @Post('password')
  @HttpCode(204)
  changePassword(
    @CurrentMember() member: Member,
    @Body() body: ChangePasswordBody,
    @HttpExchange() exchange: Exchange,
  ): Promise<void> {
    return this.passwords.change(member, body, exchange);
  }
}
