import { Injectable } from '@nestjs/common';
import type { Exchange } from './exchange.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

/** The one session that a browser has. */
@Injectable()
export class BrowserSessions {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  /** Gives a browser its new session, and closes the one that it had: nobody would log out of that any more. */
  async give(token: string, { request, reply }: Exchange): Promise<void> {
    const former = this.cookie.read(request);
    const member = former === null ? null : await this.sessions.find(former);
    if (member !== null) await this.sessions.close(member);
    this.cookie.set(reply, token);
  }
}
