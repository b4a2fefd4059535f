import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * One account in a device cookie, 64 bytes: a random nonce (16) that identifies the browser to the login throttle, a
 * tag of the user's password (16), and a MAC (32) over both and the account.
 */
export type DeviceEntry = Buffer;

/** The account of a log-in, whether it exists or not. */
export interface Account {
  readonly tenantId: string;
  /** In lower case. */
  readonly email: string;
}

/** The user of an account. */
export interface AccountOwner extends Account {
  readonly id: string;
  /** Null or undefined: the user has no password. */
  readonly passwordHash?: string | null;
}

/** Accounts in one cookie. A sixth account removes the one that logged in longest ago. */
const MAX_ENTRIES = 5;
const NONCE_BYTES = 16;
const TAG_BYTES = 16;
const PAYLOAD_BYTES = NONCE_BYTES + TAG_BYTES;
const ENTRY_BYTES = PAYLOAD_BYTES + 32;
const MAX_CHARACTERS = Math.ceil((MAX_ENTRIES * ENTRY_BYTES * 4) / 3);

/**
 * Splits a cookie's value into its entries, the newest first. Anything of another length has none.
 * The entries are unverified: see {@link isForAccount}.
 */
export function readEntries(cookie: string | null): DeviceEntry[] {
  if (cookie === null || cookie.length > MAX_CHARACTERS) return [];
  const bytes = Buffer.from(cookie, 'base64url');
  if (bytes.length % ENTRY_BYTES !== 0) return [];
  const starts = Array.from({ length: bytes.length / ENTRY_BYTES }, (_, index) => index * ENTRY_BYTES);
  return starts.map((start) => bytes.subarray(start, start + ENTRY_BYTES));
}

/** @returns a cookie's value with a new entry for the user, which replaces the account's former one */
export function addEntry(key: Buffer, user: AccountOwner, entries: readonly DeviceEntry[]): string {
  const payload = Buffer.concat([randomBytes(NONCE_BYTES), passwordTag(key, user)]);
  const entry = Buffer.concat([payload, macOf(key, user, payload)]);
  const others = entries.filter((other) => !isForAccount(key, user, other));
  return Buffer.concat([entry, ...others].slice(0, MAX_ENTRIES)).toString('base64url');
}

/** True if this engine made the entry for a user of the account. */
export function isForAccount(key: Buffer, account: Account, entry: DeviceEntry): boolean {
  return timingSafeEqual(macOf(key, account, entry.subarray(0, PAYLOAD_BYTES)), entry.subarray(PAYLOAD_BYTES));
}

/** True if the user is the one that the entry was made for, and has had no new password since. */
export function hasSamePassword(key: Buffer, user: AccountOwner, entry: DeviceEntry): boolean {
  return timingSafeEqual(passwordTag(key, user), entry.subarray(NONCE_BYTES, PAYLOAD_BYTES));
}

/** Identifies the browser, and the account, to the login throttle. */
export function nonceOf(entry: DeviceEntry): string {
  return entry.subarray(0, NONCE_BYTES).toString('base64url');
}

function macOf(key: Buffer, { tenantId, email }: Account, payload: Buffer): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify(['account', tenantId, email]))
    .update(payload)
    .digest();
}

/**
 * Changes with the password's hash, which has a new salt each time. Without the key the tag reveals nothing about the
 * hash.
 */
function passwordTag(key: Buffer, { tenantId, id, passwordHash }: AccountOwner): Buffer {
  const text = JSON.stringify(['password', tenantId, id, passwordHash ?? null]);
  return createHmac('sha256', key).update(text).digest().subarray(0, TAG_BYTES);
}
