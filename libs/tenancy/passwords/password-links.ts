import type { Transaction } from '#platform/database';
import { DAY_MS } from '#platform/text';
import { newToken, tokenHash } from '../tokens/token.js';
import type { User } from '../users/user.entity.js';
import { PasswordLink, type PasswordLinkKind } from './password-link.entity.js';

/** An invited person may be away; a reset is expected. */
const LIFETIMES_MS: Readonly<Record<PasswordLinkKind, number>> = { invitation: 7 * DAY_MS, reset: DAY_MS };

export interface IssuedLink {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Creates a link for a user; the previous one ends. */
export async function issueLink(
  tx: Transaction,
  { tenantId, id: userId }: User,
  kind: PasswordLinkKind,
): Promise<IssuedLink> {
  const token = newToken('password', tenantId);
  const expiresAt = new Date(Date.now() + LIFETIMES_MS[kind]);
  await tx.nativeDelete(PasswordLink, { userId });
  tx.create(PasswordLink, { tenantId, userId, kind, hash: tokenHash(token), expiresAt });
  return { token, expiresAt };
}

/** @returns the owner of the link, or null if it is unknown, used or expired */
export async function findByLink(tx: Transaction, token: string): Promise<string | null> {
  const link = await tx.findOne(PasswordLink, { hash: tokenHash(token), expiresAt: { $gt: new Date() } });
  return link?.userId ?? null;
}

/** Deletes a link, so that it works once. @returns false if it is unknown, used or expired */
export async function redeemLink(tx: Transaction, token: string): Promise<boolean> {
  return (await tx.nativeDelete(PasswordLink, { hash: tokenHash(token), expiresAt: { $gt: new Date() } })) > 0;
}
