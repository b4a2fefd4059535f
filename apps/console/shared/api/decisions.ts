import { useState } from 'react';
import type { Schemas } from '#client';
import { isPassing } from '../text/problem-text.js';
import { engine } from './engine.js';

/** An idempotency key for one decision: a retry after a lost response does not repeat it. */
export function decisionKey(): { 'Idempotency-Key': string } {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return { 'Idempotency-Key': Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}

/** The keys of decisions that a person may repeat: the same decision has the same key until one succeeds. */
export class DecisionKeys {
  private readonly keys = new Map<string, ReturnType<typeof decisionKey>>();

  /** @param decision what is sent; see {@link fileKey} for a file */
  of(decision: unknown): ReturnType<typeof decisionKey> {
    const text = JSON.stringify(decision);
    const key = this.keys.get(text) ?? decisionKey();
    this.keys.set(text, key);
    return key;
  }

  succeeded(): void {
    this.keys.clear();
  }
}

/** What tells a file from others: its content cannot be compared at once. */
export function fileKey({ name, size, lastModified }: File): readonly [string, number, number] {
  return [name, size, lastModified];
}

/** The keys of a form: it can be changed after a lost response, and is another decision then. */
export function useDecisionKeys(): DecisionKeys {
  const [keys] = useState(() => new DecisionKeys());
  return keys;
}

const POLL_MS = 700;
/** How long one answer is waited for, and how long the engine may be unavailable meanwhile. */
const ANSWER_MS = 10_000;
const UNAVAILABLE_MS = 30_000;

/**
 * Undoes an operation, and waits until it is undone. The engine undoes it once it has ended, and once only: a
 * repetition after a lost answer waits for the first one.
 */
export async function undoOperation(id: string): Promise<void> {
  const status = await operationEnd(id);
  if (status !== 'undoing' && status !== 'undone') await engine.undoOperation({ path: { id } });
  await statusAfter(id, ['undoing']);
}

/** Waits until an operation no longer runs. @throws as {@link statusAfter} */
export function operationEnd(id: string): Promise<Status> {
  return statusAfter(id, ['queued', 'running']);
}

type Status = Schemas['OperationDetail']['status'];

/**
 * Waits while an operation has one of these statuses.
 * @throws the last error if the engine is unavailable for longer than a restart takes
 */
async function statusAfter(id: string, passing: readonly [Status, ...Status[]]): Promise<Status> {
  let answeredAt = Date.now();
  const read = async (): Promise<Status> => {
    try {
      const signal = AbortSignal.timeout(ANSWER_MS);
      const operation = await engine.getOperation({ path: { id }, query: { limit: 1 }, signal });
      answeredAt = Date.now();
      return operation.status;
    } catch (error) {
      if (isPassing(error) && Date.now() - answeredAt < UNAVAILABLE_MS) return passing[0];
      throw error;
    }
  };
  let status = await read();
  while (passing.includes(status)) {
    await new Promise((resolve) => {
      setTimeout(resolve, POLL_MS);
    });
    status = await read();
  }
  return status;
}
