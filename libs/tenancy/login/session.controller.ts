import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { BodyLimit } from '#platform/http';
import { Public } from '../access/access.js';
import { AUTH_BODY } from '../passwords/password.dto.js';
import { type Exchange, HttpExchange } from '../cookies/exchange.js';
import { SessionApi } from './session-api.js';
import { LogInBody, SessionView } from './session.dto.js';

/** The console's log-in: these routes authenticate their callers themselves. */
@Controller('engine/v1/auth')
@Public()
export class SessionController {
  constructor(private readonly sessions: SessionApi) {}

  /** Logs a user in. The response sets the session's cookie. */
  @Post('login')
  @BodyLimit(AUTH_BODY)
  @HttpCode(200)
  open(@Body() body: LogInBody, @HttpExchange() exchange: Exchange): Promise<SessionView> {
    return this.sessions.logIn(body, exchange);
  }

  /** Logs the user of this browser out. */
  @Post('logout')
  @BodyLimit(AUTH_BODY)
  @HttpCode(204)
  close(@HttpExchange() exchange: Exchange): Promise<void> {
    return this.sessions.logOut(exchange);
  }

  /** The user who is logged in with this browser. */
  @Get('session')
  read(@HttpExchange() exchange: Exchange): Promise<SessionView> {
    return this.sessions.current(exchange);
  }
}
