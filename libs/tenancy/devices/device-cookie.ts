import { hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '#platform/config';
import type { Exchange } from '../cookies/exchange.js';
import { HostCookie } from '../cookies/host-cookie.js';
import type { Account, AccountOwner, DeviceEntry } from './device-entry.js';
import { addEntry, hasSamePassword, isForAccount, nonceOf, readEntries } from './device-entry.js';

const LIFETIME_SECONDS = 365 * 24 * 60 * 60;

/**
 * The cookie of a browser in which users have logged in (OWASP, "Slow Down Online Guessing Attacks with Device
 * Cookies"). It grants no access. Wrong passwords from a browser that the account knows are counted separately, so
 * that the wrong passwords of strangers do not lock the account's owner out. The server stores nothing; a new password
 * of the user invalidates the cookie.
 */
@Injectable()
export class DeviceCookie {
  private readonly cookie: HostCookie;
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) { publicUrl, secretsKeys }: Config) {
    this.cookie = new HostCookie(publicUrl, 'device', LIFETIME_SECONDS);
    this.key = Buffer.from(hkdfSync('sha256', secretsKeys.current, '', 'edifyd device cookie', 32));
  }

  /**
   * @returns the entry that this engine created for the account; null: none. Computes at most five HMACs, and runs no
   * query
   */
  find(request: FastifyRequest, account: Account): DeviceEntry | null {
    return readEntries(this.cookie.read(request)).find((entry) => isForAccount(this.key, account, entry)) ?? null;
  }

  /** @returns the nonce of an entry that {@link find} returned; null: the user has changed the password since */
  deviceOf(entry: DeviceEntry, user: AccountOwner): string | null {
    return hasSamePassword(this.key, user, entry) ? nonceOf(entry) : null;
  }

  /** Adds the account to the browser's cookie. The user must just have logged in, or have set the password. */
  remember(user: AccountOwner, { request, reply }: Exchange): void {
    this.cookie.set(reply, addEntry(this.key, user, readEntries(this.cookie.read(request))));
  }
}
