import { Injectable } from '@nestjs/common';
import { DeviceCookie } from '../devices/device-cookie.js';
import type { Exchange } from '../cookies/exchange.js';
import { SessionCookie } from './session-cookie.js';
import { type OpenedSession, Sessions } from './sessions.js';

/** The one session that a browser has. */
@Injectable()
export class BrowserSessions {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly devices: DeviceCookie,
  ) {}

  /**
   * Gives a browser its new session, and closes the one that it had: nobody would log out of that any more. The user's
   * account knows the browser from now on.
   */
  async give({ token, user }: OpenedSession, exchange: Exchange): Promise<void> {
    const former = this.cookie.read(exchange.request);
    const member = former === null ? null : await this.sessions.find(former);
    if (member !== null) await this.sessions.close(member);
    this.cookie.set(exchange.reply, token);
    this.devices.remember(user, exchange);
  }
}
