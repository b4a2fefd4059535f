import { Injectable } from '@nestjs/common';
import { ids } from '#platform/database';
import { Unauthorized } from '#platform/errors';
import { BrowserSessions } from '../sessions/browser-sessions.js';
import { csrfTokenOf, demandCsrfToken } from '../sessions/csrf.js';
import type { Exchange } from '../cookies/exchange.js';
import { LogIn } from './log-in.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import type { LogInBody, SessionView } from './session.dto.js';
import { type SessionMember, Sessions } from '../sessions/sessions.js';

/** Sessions in the formats of the API: a cookie for the browser, a response for the page. */
@Injectable()
export class SessionApi {
  constructor(
    private readonly logIns: LogIn,
    private readonly sessions: Sessions,
    private readonly browsers: BrowserSessions,
    private readonly cookie: SessionCookie,
  ) {}

  /** @throws WrongLogin, TooManyRequests */
  async logIn(body: LogInBody, exchange: Exchange): Promise<SessionView> {
    const opened = await this.logIns.byPassword(body, exchange.request);
    await this.browsers.give(opened, exchange);
    return view(await this.sessions.authenticate(opened.token), opened.token);
  }

  /** @throws Unauthorized */
  async current({ request }: Exchange): Promise<SessionView> {
    const token = this.cookie.read(request);
    if (token === null) throw new Unauthorized('nobody is logged in in this browser');
    return view(await this.sessions.authenticate(token), token);
  }

  /** A session that has already ended is no error. @throws CsrfRefused */
  async logOut({ request, reply }: Exchange): Promise<void> {
    const token = this.cookie.read(request);
    const member = token === null ? null : await this.sessions.find(token);
    if (token !== null && member !== null) {
      demandCsrfToken(request, token);
      await this.sessions.close(member);
    }
    this.cookie.clear(reply);
  }
}

function view({ tenantSlug, tenantName, role, name, user }: SessionMember, token: string): SessionView {
  return {
    tenant: { slug: tenantSlug, name: tenantName },
    user: { id: ids.show('usr', user.id), email: user.email, name, role },
    csrfToken: csrfTokenOf(token),
  };
}
