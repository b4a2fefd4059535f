import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { HostCookie } from '../cookies/host-cookie.js';
import { LIFETIME_SECONDS } from './session-lifetime.js';

/** The cookie that holds a session's token. */
@Injectable()
export class SessionCookie extends HostCookie {
  constructor(@Inject(CONFIG) { publicUrl }: Config) {
    super(publicUrl, 'session', LIFETIME_SECONDS);
  }
}
