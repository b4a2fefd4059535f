import type { Transaction } from '#platform/database';
import { ConsoleSession } from './console-session.entity.js';

/** Ends a user's sessions: all, or all but one. */
export async function endSessions(tx: Transaction, userId: string, exceptId?: string): Promise<void> {
  await tx.nativeDelete(ConsoleSession, { userId, ...(exceptId === undefined ? {} : { id: { $ne: exceptId } }) });
}
