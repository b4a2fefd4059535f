import { sql } from '@mikro-orm/postgresql';
import type { ConnectorEvent } from '#signals';
import { namedDate } from '../signals/named-date.js';

/** The properties of a need that decide, with its topic, which credentials answer it. */
export interface CredentialNeed {
  readonly type: string;
  readonly firstSeenAt: Date;
}

/** What a credential must satisfy to answer a need; null: nothing more than being valid. */
export interface CredentialTerms {
  /** It is still valid after this time. */
  readonly beyond: Date | null;
  /** It was stored or changed at this time or later. */
  readonly since: Date | null;
}

/** A credential that somebody holds. */
export interface HeldTerms {
  /** Null: it does not expire. */
  readonly expiresAt: Date | null;
  /** When it was last stored or changed. */
  readonly updatedAt: Date;
}

const DAY_MS = 24 * 3_600 * 1_000;
/** A renewed credential expires more than a day later; with less, it is the same one, dated by another clock. */
const RENEWED_MS = DAY_MS;
/** How long before the expiry of a credential a source system reports it, where it sends no date. */
const NOTICE_MS = 90 * DAY_MS;

/**
 * Needs about something that expires, as a condition on `need`: only a newer credential answers them, not the one that
 * the worker holds.
 */
export const ABOUT_EXPIRY = sql`need.type like '%expir%'`;

/**
 * A credential that expires later answers a need about something that expires. Where no signal has a date, the credential
 * must have been stored since the need was raised, and must not be the expiring one: where that has not expired yet, the
 * credential is valid for longer than the usual notice.
 * @param events of the need's latest signals, the latest first
 */
export function credentialTerms(
  { type, firstSeenAt }: CredentialNeed,
  events: readonly ConnectorEvent[],
): CredentialTerms {
  if (!type.includes('expir')) return { beyond: null, since: null };
  const named = events.map(namedDate).find((date) => date !== null) ?? null;
  if (named !== null) return { beyond: new Date(named.getTime() + RENEWED_MS), since: null };
  return { beyond: type.includes('expired') ? null : new Date(firstSeenAt.getTime() + NOTICE_MS), since: firstSeenAt };
}

/** Whether a credential, valid now, is what the terms ask for. */
export function satisfies({ expiresAt, updatedAt }: HeldTerms, { beyond, since }: CredentialTerms): boolean {
  return (expiresAt === null || beyond === null || expiresAt > beyond) && (since === null || updatedAt >= since);
}
