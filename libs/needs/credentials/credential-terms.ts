import { sql } from '@mikro-orm/postgresql';
import type { ConnectorEvent } from '#signals';
import { namedDate } from '../signals/named-date.js';

/** What of a need tells which credentials answer it, beside its topic. */
export interface CredentialNeed {
  readonly type: string;
  readonly firstSeenAt: Date;
}

/** What a credential must have to answer a need; null: nothing more than that it is valid. */
export interface CredentialTerms {
  /** It is valid for longer than until then. */
  readonly beyond: Date | null;
  /** It was told or changed since then. */
  readonly since: Date | null;
}

/** A credential that somebody holds. */
export interface HeldTerms {
  /** Null: it does not expire. */
  readonly expiresAt: Date | null;
  /** When it was last told or changed. */
  readonly updatedAt: Date;
}

const DAY_MS = 24 * 3_600 * 1_000;
/** One that is renewed is valid for longer than a day more; less is the same one, told by another clock. */
const RENEWED_MS = DAY_MS;
/** So long before its end a credential is said to expire, by those who do not say when. */
const NOTICE_MS = 90 * DAY_MS;

/**
 * Needs about something that expires: what is held is what expires, and only a newer one answers them. In SQL for
 * `need`.
 */
export const ABOUT_EXPIRY = sql`need.type like '%expir%'`;

/**
 * A need about something that expires is answered by what expires later. Where no signal says when, it must have been
 * told since the need was raised, and not be what was meant: if that is still to expire, it lasts longer than the usual
 * notice.
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
