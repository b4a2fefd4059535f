import { engine } from './engine.js';

/** An idempotency key for one decision: a retry after a lost response does not repeat it. */
export function decisionKey(): { 'Idempotency-Key': string } {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return { 'Idempotency-Key': Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}

const POLL_MS = 700;

/** Undoes an operation, and waits until it is undone. */
export async function undoOperation(id: string): Promise<void> {
  await engine.undoOperation({ path: { id } });
  for (let status = 'undoing'; status === 'undoing';) {
    await new Promise((resolve) => {
      setTimeout(resolve, POLL_MS);
    });
    ({ status } = await engine.getOperation({ path: { id }, query: { limit: 1 } }));
  }
}
