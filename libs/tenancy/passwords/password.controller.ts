import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { BodyLimit } from '#platform/http';
import { Public } from '../access/access.js';
import { type Exchange, HttpExchange } from '../cookies/exchange.js';
import { AUTH_BODY, PasswordSet, SetPasswordBody } from './password.dto.js';
import { PasswordSetting } from './password-setting.js';

@Controller('engine/v1/auth')
@Public()
export class PasswordController {
  constructor(private readonly setting: PasswordSetting) {}

  /** Sets a password with the link of an invitation or a reset. A link works once. */
  @Post('password')
  @BodyLimit(AUTH_BODY)
  @HttpCode(200)
  set(@Body() body: SetPasswordBody, @HttpExchange() exchange: Exchange): Promise<PasswordSet> {
    return this.setting.byLink(body, exchange);
  }
}
