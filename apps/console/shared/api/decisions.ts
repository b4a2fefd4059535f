import { useState } from 'react';
import type { Schemas } from '#client';
import { NothingUndone, isWhyNothingUndone } from '../text/nothing-undone.js';
import { OperationFailed } from '../text/operation-failed.js';
import { isPassing, problemText } from '../text/problem-text.js';
import { showToast } from '../ui/toasts.js';
import { engine } from './engine.js';
import { followedOperations, forgetOperation, rememberOperation } from './followed-operations.js';
import { randomKey } from './random-key.js';

/** An idempotency key for one decision: a retry after a lost response does not repeat it. */
export function decisionKey(): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': randomKey() };
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

  /**
   * Sends a decision. After it has succeeded, the same decision gets a new key.
   * @param send gets the key as a header
   */
  async take<Answer>(decision: unknown, send: (header: ReturnType<typeof decisionKey>) => Promise<Answer>) {
    const answer = await send(this.of(decision));
    this.keys.delete(JSON.stringify(decision));
    return answer;
  }

  /** After a decision has succeeded: the next one gets a new key, whatever is sent. */
  forget(): void {
    this.keys.clear();
  }
}

/** Identifies a file without reading its content. */
export function fileKey({ name, size, lastModified }: File): readonly [string, number, number] {
  return [name, size, lastModified];
}

/** The keys of a form. If it is changed after a lost response, it is another decision, with another key. */
export function useDecisionKeys(): DecisionKeys {
  const [keys] = useState(() => new DecisionKeys());
  return keys;
}

/**
 * Follows an operation that runs in the background. If it stops early, a message says why until it is closed, and has
 * an undo button. If the page is loaded again meanwhile, {@link resumeFollowing} continues.
 * @param reread reads again what shows its results; called when it is undone
 * @returns how many of its needs or people stayed as they were; null: it stopped early, or the engine is unavailable
 */
export async function followOperation(id: string, reread: () => Promise<unknown>): Promise<number | null> {
  rememberOperation(id);
  try {
    const { failed } = await operationEnd(id);
    forgetOperation(id);
    return failed;
  } catch (error) {
    if (!(error instanceof OperationFailed)) {
      if (!isPassing(error)) forgetOperation(id);
      return null;
    }
    showToast(
      problemText(error).what,
      async () => {
        await undoOperation(id);
        await reread();
      },
      { timeout: 0, onClose: () => forgetOperation(id) },
    );
    return null;
  }
}

/** Follows the operations that were followed when the page was loaded again. */
export function resumeFollowing(reread: () => Promise<unknown>): void {
  for (const id of followedOperations()) void followOperation(id, reread).then(reread);
}

const POLL_MS = 700;
/** The time limits of one response, and of an outage of the engine while a status is polled. */
const ANSWER_MS = 10_000;
const UNAVAILABLE_MS = 30_000;

/**
 * Undoes an operation, and waits until it is undone. The engine undoes it once it has ended, and once only: a
 * repetition after a lost answer waits for the first one.
 * @throws NothingUndone if all of its needs stay as they are
 * @throws OperationFailed if it stopped early
 */
export async function undoOperation(id: string): Promise<void> {
  const { status } = await operationAfter(id, RUNNING);
  if (status !== 'undoing' && status !== 'undone') await engine.undoOperation({ path: { id } });
  const operation = await operationAfter(id, ['undoing']);
  if (operation.status === 'failed') throw new OperationFailed(operation);
  if (operation.undone > 0) return;
  const { items } = await engine.getOperation({ path: { id }, query: { limit: 1, status: ['kept'] } });
  const why = items[0]?.why;
  if (isWhyNothingUndone(why)) throw new NothingUndone(why);
}

/**
 * Waits until an operation no longer runs.
 * @throws OperationFailed if it stopped early
 * @throws as {@link operationAfter}
 */
async function operationEnd(id: string): Promise<Operation> {
  const operation = await operationAfter(id, RUNNING);
  if (operation.status === 'failed') throw new OperationFailed(operation);
  return operation;
}

type Operation = Schemas['OperationDetail'];

const RUNNING: ReadonlyArray<Operation['status']> = ['queued', 'running'];

/**
 * Waits while an operation has one of these statuses.
 * @returns the operation with one of its needs
 * @throws the last error if the engine is unavailable for longer than a restart takes
 */
async function operationAfter(id: string, passing: ReadonlyArray<Operation['status']>): Promise<Operation> {
  let answeredAt = Date.now();
  for (;;) {
    try {
      const signal = AbortSignal.timeout(ANSWER_MS);
      const operation = await engine.getOperation({ path: { id }, query: { limit: 1 }, signal });
      if (!passing.includes(operation.status)) return operation;
      answeredAt = Date.now();
    } catch (error) {
      if (!isPassing(error) || Date.now() - answeredAt >= UNAVAILABLE_MS) throw error;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, POLL_MS);
    });
  }
}
