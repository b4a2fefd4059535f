import { Injectable } from '@nestjs/common';
import { DeviceCookie } from '../devices/device-cookie.js';
import type { Exchange } from '../cookies/exchange.js';
import { SessionCookie } from './session-cookie.js';
import { type OpenedSession, Sessions } from './sessions.js';

/** Manages the single session of a browser. */
@Injectable()
export class BrowserSessions {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly devices: DeviceCookie,
  ) {}

  /**
   * Sets the browser's new session, and closes its previous one, which nobody could log out of any more. Adds the
   * account to the browser's device cookie.
   */
  async give({ token, user }: OpenedSession, exchange: Exchange): Promise<void> {
    const former = this.cookie.read(exchange.request);
    const member = former === null ? null : await this.sessions.find(former);
    if (member !== null) await this.sessions.close(member);
    this.cookie.set(exchange.reply, token);
    this.devices.remember(user, exchange);
  }
}
