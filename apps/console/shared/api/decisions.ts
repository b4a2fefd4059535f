import { isPassing } from '../text/problem-text.js';
import { engine } from './engine.js';

/** An idempotency key for one decision: a retry after a lost response does not repeat it. */
export function decisionKey(): { 'Idempotency-Key': string } {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return { 'Idempotency-Key': Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}

/** The keys of decisions that a person may repeat: the same one has the same key until it succeeds. */
export class DecisionKeys {
  private last: { readonly decision: string; readonly key: ReturnType<typeof decisionKey> } | null = null;

  of(decision: unknown): ReturnType<typeof decisionKey> {
    const text = JSON.stringify(decision);
    if (this.last?.decision !== text) this.last = { decision: text, key: decisionKey() };
    return this.last.key;
  }

  succeeded(): void {
    this.last = null;
  }
}

const POLL_MS = 700;

/** Undoes an operation, and waits until it is undone. */
export async function undoOperation(id: string): Promise<void> {
  await engine.undoOperation({ path: { id } });
  for (let status = 'undoing'; status === 'undoing';) {
    await new Promise((resolve) => {
      setTimeout(resolve, POLL_MS);
    });
    ({ status } = await engine.getOperation({ path: { id }, query: { limit: 1 } }).catch((error: unknown) => {
      // It is undone in the background, answered or not.
      if (isPassing(error)) return { status };
      throw error;
    }));
  }
}
