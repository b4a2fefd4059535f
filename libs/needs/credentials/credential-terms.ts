import { sql } from '@mikro-orm/postgresql';
import { DAY_MS, type DateText, isDay } from '#platform/text';
import type { ConnectorEvent } from '#signals';
import { latestExpiry } from '../signals/latest-date.js';

/** The properties of a need that decide, with its topic, which credentials close it. */
export interface CredentialNeed {
  readonly type: string;
  readonly raisedAt: Date;
  /** The date of its signals, as it was stored while they were kept; null: they had none. */
  readonly storedDate: DateText | null;
}

/** What a credential must satisfy to close a need; null: it only has to be valid. */
export interface CredentialTerms {
  /** It is still valid after this time. */
  readonly beyond: Date | null;
  /** It was stored or changed at this time or later. */
  readonly since: Date | null;
}

/** A credential that a worker holds. */
export interface HeldTerms {
  /** Null: it does not expire. */
  readonly expiresAt: Date | null;
  /** When it was last stored or changed. */
  readonly updatedAt: Date;
}

/**
 * A renewed credential expires more than two days later. With less, it is the same one: a source may write its last day
 * as the beginning of that day in UTC, and the day ends up to a day and a half later in the tenant's time zone.
 */
const RENEWED_MS = 2 * DAY_MS;
/** How long before the expiry of a credential a source system reports it, if it sends no date. */
const NOTICE_MS = 90 * DAY_MS;

/**
 * Needs about something that expires, as a condition on `need`: only a newer credential closes them, not the one that
 * the worker holds.
 */
export const ABOUT_EXPIRY = sql`need.type like '%expir%'`;

/**
 * A credential with a later expiry closes a need about something that expires. If no signal has a date, the credential
 * must have been stored since the need was raised. Unless the expiring one has already expired, it must also be valid
 * for longer than the usual notice period, so that it is another one.
 * @param events of the need's latest signals, the latest first
 * @param endOf the instant at which a day ends in the tenant's time zone
 */
export function credentialTerms(
  { type, raisedAt, storedDate }: CredentialNeed,
  events: readonly ConnectorEvent[],
  endOf: (day: string) => Date,
): CredentialTerms {
  if (!type.includes('expir')) return { beyond: null, since: null };
  const instantOf = (date: DateText): Date => (isDay(date) ? endOf(date) : new Date(date));
  const named = latestExpiry(events);
  if (named !== null) return { beyond: renewalOf(instantOf(named)), since: null };
  // Whether it was the expiry, or an earlier date, is no longer known.
  if (events.length === 0 && storedDate !== null) return { beyond: renewalOf(instantOf(storedDate)), since: raisedAt };
  return { beyond: type.includes('expired') ? null : new Date(raisedAt.getTime() + NOTICE_MS), since: raisedAt };
}

/** A credential that expires later than this renews the one that expires then. */
export function renewalOf(expires: Date): Date {
  return new Date(expires.getTime() + RENEWED_MS);
}

/** Whether a valid credential satisfies the terms. */
export function satisfies({ expiresAt, updatedAt }: HeldTerms, { beyond, since }: CredentialTerms): boolean {
  return (expiresAt === null || beyond === null || expiresAt > beyond) && (since === null || updatedAt >= since);
}
