import { engine } from './engine.js';

/** A key for one decision: sent again after a lost answer, it is not done twice. */
export function decisionKey(): { 'Idempotency-Key': string } {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return { 'Idempotency-Key': Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}

const POLL_MS = 700;

/** Undoes an operation, and waits until that has an end. */
export async function undoOperation(id: string): Promise<void> {
  await engine.undoOperation({ path: { id } });
  for (let status = 'undoing'; status === 'undoing';) {
    await new Promise((resolve) => {
      setTimeout(resolve, POLL_MS);
    });
    ({ status } = await engine.getOperation({ path: { id }, query: { limit: 1 } }));
  }
}
